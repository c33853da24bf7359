import { Badge } from '@mantine/core';
import type { ChangeRuleView } from '#shared/change-rule.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { VersionLine } from '../lists/version-line.tsx';
import { asksWhom, STAGES } from './words.ts';

type Props = { rule: ChangeRuleView; mayEdit: boolean; onClose(): void };

/** Every version of a rule, newest first: when, by whom, what it said; any of them can be begun from again. */
export function RuleVersions({ rule: { id, version, number: inForce }, mayEdit, onClose }: Props) {
  const { data, error, refetch } = useGet('GET /change-rules/{id}/versions', { params: { id } });
  const draft = useDo('PATCH /change-rules/{id}', {
    failed: 'Not made a draft',
    refresh: ['GET /change-rules'],
    onDone: onClose,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={3} />;
  if (data.items.length === 0) return <p className="f-plain f-dim">None yet: it was never published.</p>;
  return (
    <ul className="f-versions">
      {data.items.map(({ number, terms, note, publishedAt, publishedBy }) => (
        <VersionLine
          key={number}
          number={number}
          note={note}
          said={
            <>
              Version {number} · <TimeAgo at={publishedAt} long />
              {publishedBy && (
                <>
                  {' '}
                  by <bdi>{publishedBy}</bdi>
                </>
              )}{' '}
              {number === inForce && <Badge color="green">In force</Badge>}
              {!terms && <Badge color="gray">Withdrawn</Badge>}
            </>
          }
          terms={terms && <TermsWords terms={terms} />}
          onDraft={mayEdit && terms ? () => draft.mutate({ params: { id }, body: { version, terms } }) : null}
        />
      ))}
    </ul>
  );
}

function TermsWords({ terms }: { terms: NonNullable<ChangeRuleView['terms']> }) {
  return (
    <>
      {STAGES[terms.stage]} · <bdi>{asksWhom(terms)}</bdi> · <bdi className="f-mono">{terms.condition || 'always'}</bdi>
    </>
  );
}
