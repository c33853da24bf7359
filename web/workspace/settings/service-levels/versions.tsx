import { Badge, Button } from '@mantine/core';
import type { PolicyView } from '#shared/policy.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import type { Terms } from './policy-values.ts';
import { useVersionWords } from './state.tsx';

type Props = { policy: PolicyView; mayEdit: boolean; onDraft(terms: Terms): void };

/** Every version, newest first: when, by whom, why; any of them can be begun from again. */
export function Versions({ policy: { id, current, scheduled }, mayEdit, onDraft }: Props) {
  const words = useVersionWords();
  const { data, error, refetch } = useGet('GET /service-levels/policies/{id}/versions', { params: { id } });
  return (
    <Section title="Versions" help="A ticket keeps the version that was in force when it was logged.">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">None yet: it was never published.</p>}
      <ul className="f-versions">
        {data?.items.map((version) => {
          const { number, note, terms } = version;
          return (
            <li key={number}>
              <div>
                {words(version)}{' '}
                {number === current?.number && (
                  <Badge color={terms ? 'green' : 'gray'}>{terms ? 'In force' : 'Withdrawn'}</Badge>
                )}
                {number === scheduled?.number && <Badge color="blue">Scheduled</Badge>}
                {note && <div className="f-dim">{note}</div>}
              </div>
              {mayEdit && terms && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Make this a draft: version ${number}`}
                  onClick={() => onDraft(terms)}
                >
                  Make this a draft
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
