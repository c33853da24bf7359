import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useReadOn } from '#web/api/read-on.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import type { useAddress } from '#web/ui/frame/use-address.ts';
import { FlipLine } from './flip-line.tsx';
import { DRILLS, type SimulationResult } from './result.tsx';

const TO = [
  { value: '', label: 'All' },
  { value: 'breached', label: 'Would be missed' },
  { value: 'met', label: 'Would be kept' },
  { value: 'apart', label: 'Cancelled or not promised' },
];
const LINES = { target: 'byTarget', client: 'byClient', priority: 'byPriority', team: 'byTeam' } as const;

type Props = { id: string; result: SimulationResult } & ReturnType<typeof useAddress>;

/** The tickets behind a number: what was due when, what would be, and why. */
export function Flips({ id, result, at, go }: Props) {
  const of = DRILLS.find((one) => at.has(one));
  const line = of && at.get(of);
  const to = at.get('to');
  const place = useRef<HTMLDivElement>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadOn(
    'GET /service-levels/simulations/{id}/flips',
    {
      params: { id },
      query: {
        ...(to === 'breached' || to === 'met' || to === 'apart' ? { to } : {}),
        ...(of === 'target' && line ? { target: line as 'resolution' } : {}),
        ...(of === 'client' && line ? { clientId: line } : {}),
        ...(of === 'team' && line ? { teamId: line } : {}),
        ...(of === 'priority' && line ? { priority: Number(line) } : {}),
      },
    },
    // What came of a simulation does not change any more.
    { staleTime: Number.POSITIVE_INFINITY },
  );
  // Whoever pressed a number above is taken to what it counts.
  useEffect(() => {
    if (line) place.current?.focus();
  }, [line]);
  const name = of && result[LINES[of]].find((one) => (one.id ?? 'none') === line)?.name;
  const flips = data?.pages.flatMap(({ items }) => items);
  return (
    <div ref={place} tabIndex={-1} className="f-simulation-flips">
      <Section
        title={name ? `Tickets that would come out otherwise: ${name}` : 'Tickets that would come out otherwise'}
        actions={
          <>
            {of && (
              <Button variant="default" size="compact-sm" onClick={() => go({ [of]: null })}>
                Show all
              </Button>
            )}
            <SegmentedControl
              aria-label="Which way"
              data={TO}
              value={TO.some(({ value }) => value === to) ? (to ?? '') : ''}
              onChange={(next) => go({ to: next || null })}
            />
          </>
        }
      >
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!flips && !error && <SkeletonLines lines={6} />}
        {flips?.length === 0 && <p className="f-plain f-dim">None of them.</p>}
        <ul className="f-flips">
          {flips?.map((flip) => (
            <FlipLine key={`${flip.ticketId} ${flip.target}`} flip={flip} />
          ))}
        </ul>
        {hasNextPage && (
          <Button
            variant="default"
            className="f-start"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            More
          </Button>
        )}
        {result.kept < result.flips && (
          <p className="f-plain f-dim">
            Of {result.flips.toLocaleString('en')} the first {result.kept.toLocaleString('en')} are listed; all are
            counted.
          </p>
        )}
      </Section>
    </div>
  );
}
