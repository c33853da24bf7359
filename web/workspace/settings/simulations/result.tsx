import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SimulationView } from '#shared/simulation.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { Flips } from './flips.tsx';
import { LinesTable } from './lines-table.tsx';
import { headline } from './words.ts';

export type SimulationResult = NonNullable<SimulationView['result']>;

const BY = {
  client: { label: 'Client', lines: 'byClient' },
  priority: { label: 'Priority', lines: 'byPriority' },
  team: { label: 'Team', lines: 'byTeam' },
} as const;
type By = keyof typeof BY;
/** Words of the address that say which flips are looked at. */
export const DRILLS = ['target', 'client', 'priority', 'team'] as const;

type Props = { id: string; result: SimulationResult; changes: ReactNode };

/** What came of it: one sentence, what changed, and the counts, each of which opens its tickets. */
export function Result({ id, result, changes }: Props) {
  const { at, go } = useAddress();
  const by: By = (Object.keys(BY) as By[]).find((one) => one === at.get('by')) ?? 'client';
  const drill = (of: (typeof DRILLS)[number]) => (line: string, to: 'breached' | 'met' | 'apart' | null) =>
    go({ ...Object.fromEntries(DRILLS.map((one) => [one, one === of ? line : null])), to });
  const { judged } = result.tickets;
  return (
    <>
      <p className="f-simulation-said">{headline(result)}</p>
      {changes}
      {result.flips === 0 && (
        <EmptyState title="Nothing would change">
          {judged === 0
            ? 'There is nothing to judge by: choose a longer time, or wait for tickets.'
            : 'Each ticket would have kept and missed what it did. What is due when may still differ for tickets to come.'}
        </EmptyState>
      )}
      {judged > 0 && (
        <Section title="By target" help="Kept, of those that are over: as it is, and as it would be.">
          <LinesTable heading="Target" caption="Counts by target" lines={result.byTarget} onDrill={drill('target')} />
        </Section>
      )}
      {result.flips > 0 && (
        <>
          <Section
            title={`By ${BY[by].label.toLowerCase()}`}
            help="Promises, not tickets, are counted: a ticket has several. Press a number for its tickets."
            actions={
              <SegmentedControl
                aria-label="Counted by"
                data={Object.entries(BY).map(([value, { label }]) => ({ value, label }))}
                value={by}
                onChange={(next) => go({ by: next })}
              />
            }
          >
            <LinesTable
              key={by}
              heading={BY[by].label}
              caption={`Counts by ${BY[by].label.toLowerCase()}`}
              lines={result[BY[by].lines]}
              onDrill={drill(by)}
            />
          </Section>
          <Flips id={id} result={result} at={at} go={go} />
        </>
      )}
    </>
  );
}
