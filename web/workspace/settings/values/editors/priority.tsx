import { Switch } from '@mantine/core';
import type { PriorityRules } from '#kernel/priority.ts';
import { PRIORITIES } from '#shared/vocabulary.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PriorityMark, priorityName } from '#web/ui/marks/priority-mark.tsx';
import type { EditorProps } from './types.ts';

const LEVELS = ['High', 'Medium', 'Low'] as const;
type Cell = PriorityRules['matrix'][number][number];

/** The grid with one cell changed; the rest stays the same. */
function withCell(matrix: PriorityRules['matrix'], row: number, column: number, cell: Cell): PriorityRules['matrix'] {
  return matrix.map((cells, at) =>
    at === row ? cells.map((old, place) => (place === column ? cell : old)) : cells,
  ) as unknown as PriorityRules['matrix'];
}

/** Impact × urgency as a grid, and what a VIP changes. */
export function PriorityEditor({ value, readOnly, onChange }: EditorProps<PriorityRules>) {
  const vip = value.vipSteps === 0 ? 'off' : value.vipReachesTop ? 'top' : 'below';
  return (
    <>
      <Sideways label="Priority by impact and urgency">
        <table className="f-grid">
          <caption>Rows: how much is affected. Columns: how soon it hurts.</caption>
          <thead>
            <tr>
              <td />
              {LEVELS.map((urgency) => (
                <th key={urgency} scope="col">
                  {urgency} urgency
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.matrix.map((cells, row) => (
              <tr key={LEVELS[row]}>
                <th scope="row">{LEVELS[row]} impact</th>
                {cells.map((cell, column) => (
                  <td key={LEVELS[column]}>
                    <PriorityCell
                      label={`${LEVELS[row]} impact, ${LEVELS[column]?.toLowerCase()} urgency`}
                      cell={cell}
                      readOnly={readOnly}
                      onChange={(next) => onChange({ ...value, matrix: withCell(value.matrix, row, column, next) })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {readOnly ? (
        <p className="f-plain">{VIP_WORDS[vip]}</p>
      ) : (
        <>
          <Switch
            label="Raise the tickets of VIPs by one step"
            checked={value.vipSteps === 1}
            onChange={(event) => onChange({ ...value, vipSteps: event.currentTarget.checked ? 1 : 0 })}
          />
          <Switch
            label="A VIP alone may make a ticket P1"
            description="A P1 wakes people up"
            disabled={value.vipSteps === 0}
            checked={value.vipReachesTop}
            onChange={(event) => onChange({ ...value, vipReachesTop: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}

const VIP_WORDS = {
  off: 'VIPs change nothing.',
  below: 'Tickets of VIPs are raised by one step, but not to P1.',
  top: 'Tickets of VIPs are raised by one step, also to P1.',
} as const;

type CellProps = { label: string; cell: Cell; readOnly: boolean; onChange(next: Cell): void };

function PriorityCell({ label, cell, readOnly, onChange }: CellProps) {
  if (readOnly)
    return (
      <span className="f-cell" data-plain>
        <PriorityMark priority={cell} />
        {priorityName(cell)}
      </span>
    );
  return (
    <span className="f-cell">
      <PriorityMark priority={cell} />
      <select aria-label={label} value={cell} onChange={(event) => onChange(Number(event.currentTarget.value) as Cell)}>
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {priorityName(priority)}
          </option>
        ))}
      </select>
    </span>
  );
}
