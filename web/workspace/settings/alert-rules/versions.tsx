import { Badge, Button } from '@mantine/core';
import type { AlertRuleVersion, AlertRuleView } from '#shared/alert.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { DOES } from './words.ts';
import '../service-levels/service-levels.css';

type Props = { rule: AlertRuleView; mayEdit: boolean; onClose(): void };

/** Every version of a rule, newest first: when, by whom, what it said; any of them can be begun from again. */
export function RuleVersions({ rule: { id, version, number: inForce }, mayEdit, onClose }: Props) {
  const { data, error, refetch } = useGet('GET /alert-rules/{id}/versions', { params: { id } });
  const draft = useDo('PATCH /alert-rules/{id}', {
    failed: 'Not made a draft',
    refresh: ['GET /alert-rules'],
    onDone: onClose,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={3} />;
  if (data.items.length === 0) return <p className="f-plain f-dim">None yet: it was never published.</p>;
  return (
    <ul className="f-versions">
      {data.items.map(({ number, terms, note, publishedAt, publishedBy }) => (
        <li key={number}>
          <div>
            Version {number} · <TimeAgo at={publishedAt} long />
            {publishedBy && (
              <>
                {' '}
                by <bdi>{publishedBy}</bdi>
              </>
            )}{' '}
            {number === inForce && <Badge color="green">In force</Badge>}
            {!terms && <Badge color="gray">Withdrawn</Badge>}
            {terms && <TermsLine terms={terms} />}
            {note && <div className="f-dim">{note}</div>}
          </div>
          {mayEdit && terms && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`Make this a draft: version ${number}`}
              onClick={() => draft.mutate({ params: { id }, body: { version, terms } })}
            >
              Make this a draft
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function TermsLine({ terms: { condition, outcome } }: { terms: NonNullable<AlertRuleVersion['terms']> }) {
  return (
    <div className="f-dim">
      {DOES[outcome.does]} · <bdi className="f-mono">{condition || 'always'}</bdi>
    </div>
  );
}
