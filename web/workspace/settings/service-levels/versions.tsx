import { Badge } from '@mantine/core';
import type { PolicyVersionView, PolicyView } from '#shared/policy.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { VersionLine } from '../lists/version-line.tsx';
import type { Terms } from './policy-values.ts';
import { useVersionWords } from './state.tsx';

type Props = { policy: PolicyView; mayEdit: boolean; onDraft(terms: Terms): void };

const COLOURS = { 'In force': 'green', Withdrawn: 'gray', Scheduled: 'blue', 'Taken back': 'gray' } as const;

/** How a version stands; what was in force once and is no more needs no mark. */
function stateOf(
  { number, terms, fromAt, takenBackAt }: PolicyVersionView,
  current?: number,
): keyof typeof COLOURS | null {
  if (takenBackAt !== null) return 'Taken back';
  if (number === current) return terms ? 'In force' : 'Withdrawn';
  return Date.parse(fromAt) > Date.now() ? 'Scheduled' : null;
}

/** Every version, newest first: when, by whom, why; any of them can be begun from again. */
export function Versions({ policy: { id, current }, mayEdit, onDraft }: Props) {
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
          const state = stateOf(version, current?.number);
          return (
            <VersionLine
              key={number}
              number={number}
              note={note}
              said={
                <>
                  {words(version)} {state && <Badge color={COLOURS[state]}>{state}</Badge>}
                </>
              }
              onDraft={mayEdit && terms ? () => onDraft(terms) : null}
            />
          );
        })}
      </ul>
    </Section>
  );
}
