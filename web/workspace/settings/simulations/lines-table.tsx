import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { SimulationLine } from '#shared/simulation.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { IconArrowDown } from '#web/ui/icons.ts';
import { percent } from '#web/ui/marks/percent.ts';

type Column = 'name' | 'before' | 'after' | 'toBreached' | 'toMet' | 'apart' | 'flips';
type To = 'breached' | 'met' | 'apart' | null;

const share = ({ met, breached }: SimulationLine['before']): number =>
  met + breached === 0 ? -1 : met / (met + breached);
const flipsOf = ({ toBreached, toMet, apart }: SimulationLine): number => toBreached + toMet + apart;
const COLUMNS: readonly { key: Column; title: string; of(line: SimulationLine): number }[] = [
  { key: 'toBreached', title: 'Would be missed', of: ({ toBreached }) => toBreached },
  { key: 'toMet', title: 'Would be kept', of: ({ toMet }) => toMet },
  { key: 'apart', title: 'Cancelled or not promised', of: ({ apart }) => apart },
  { key: 'flips', title: 'All', of: flipsOf },
  { key: 'before', title: 'Kept now', of: ({ before }) => share(before) },
  { key: 'after', title: 'Kept then', of: ({ after }) => share(after) },
];

type Props = {
  heading: string;
  caption: string;
  /** Those with the most flips first. */
  lines: readonly SimulationLine[];
  onDrill(line: string, to: To): void;
};

/** Counts before and after, line by line; its headings sort, its numbers open their tickets. */
export function LinesTable({ heading, caption, lines, onDrill }: Props) {
  const [by, setBy] = useState<Column>('flips');
  const column = COLUMNS.find(({ key }) => key === by);
  const sorted = [...lines].sort((a, b) =>
    column ? column.of(b) - column.of(a) || a.name.localeCompare(b.name) : a.name.localeCompare(b.name),
  );
  const head = (key: Column, title: string) => (
    <th key={key} scope="col" {...(by === key ? { 'aria-sort': key === 'name' ? 'ascending' : 'descending' } : {})}>
      <UnstyledButton className="f-simulation-sort" onClick={() => setBy(key)}>
        {title}
        {by === key && <IconArrowDown size={13} aria-hidden="true" />}
      </UnstyledButton>
    </th>
  );
  return (
    <Sideways label={caption}>
      <table className="f-simulation-lines">
        <caption className="f-hidden">{caption}</caption>
        <thead>
          <tr>
            {head('name', heading)}
            {COLUMNS.map(({ key, title }) => head(key, title))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => {
            const drill = (count: number, to: To, what: string) =>
              count === 0 ? (
                <span className="f-dim">0</span>
              ) : (
                <button
                  type="button"
                  className="f-simulation-count"
                  aria-label={`${line.name}: ${count} ${what}`}
                  onClick={() => onDrill(line.id ?? 'none', to)}
                >
                  {count.toLocaleString('en')}
                </button>
              );
            return (
              <tr key={line.id}>
                <th scope="row">
                  <bdi>{line.name}</bdi>
                </th>
                <td>{drill(line.toBreached, 'breached', 'would be missed')}</td>
                <td>{drill(line.toMet, 'met', 'would be kept')}</td>
                <td>
                  {drill(line.apart, 'apart', 'missed as it is or would be, otherwise cancelled or not promised')}
                </td>
                <td>{drill(flipsOf(line), null, 'would come out otherwise')}</td>
                <td>{percent(line.before.met, line.before.breached)}</td>
                <td>
                  <b>{percent(line.after.met, line.after.breached)}</b>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sideways>
  );
}
