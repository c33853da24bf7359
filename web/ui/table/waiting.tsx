import { Skeleton } from '@mantine/core';
import type { Column } from './columns.ts';

const ROWS = 14;
const PARTS = [82, 58, 70, 90, 64, 76];

type Props<Row> = { columns: readonly Column<Row>[]; template: string; ticks: boolean; height: number };

/** Rows that are on their way: each column where it will be, in the rows' own height. */
export function WaitingRows<Row>({ columns, template, ticks, height }: Props<Row>) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: ROWS }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
          key={row}
          className="f-tr f-waiting"
          style={{ gridTemplateColumns: template, height }}
        >
          {ticks && <span />}
          {columns.map(({ key }, column) => (
            <Skeleton key={key} height={10} width={`${PARTS[(row + column) % PARTS.length]}%`} radius="sm" />
          ))}
        </div>
      ))}
    </div>
  );
}
