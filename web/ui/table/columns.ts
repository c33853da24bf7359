import type { ReactNode } from 'react';

/** A column of the one table. Widths are CSS grid tracks: `72px`, `minmax(200px, 1fr)`, or follow the table's width in pixels. */
export type Column<Row> = {
  key: string;
  /** The heading; also names the column in the chooser. */
  title: string;
  width: string | ((table: number) => string);
  cell(row: Row): ReactNode;
  /** The same where the table is too narrow for headings, and this column tells what others no longer do. */
  narrow?(row: Row): ReactNode;
  /** The sort this heading stands for, when it can be pressed. */
  sort?: string;
  /** That sort begins with the least; else with the most. */
  ascending?: boolean;
  align?: 'end';
  /** Left out on narrower screens than this many pixels. */
  from?: number;
  /** The heading is for screen readers only. */
  quiet?: boolean;
};

/** The grid's tracks for these columns, with one in front for the tick box where rows can be ticked. */
export const tracks = <Row>(columns: readonly Column<Row>[], ticks: boolean, table: number): string =>
  [
    ...(ticks ? ['32px'] : []),
    ...columns.map(({ width }) => (typeof width === 'function' ? width(table) : width)),
  ].join(' ');
