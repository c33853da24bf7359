import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { SkeletonRows } from '../feedback/skeleton.tsx';
import { type Column, tracks } from './columns.ts';
import { TableHead } from './head.tsx';
import { TableRow } from './row.tsx';
import type { Selection } from './selection.ts';
import { useWidth } from './use-width.ts';
import './table.css';

type Props<Row> = {
  /** Names the table for screen readers: "Tickets". */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf(row: Row): string;
  /** What a row is, for its tick box: "ACME-142". */
  nameOf(row: Row): string;
  onOpen?(row: Row): void;
  /** The row under the keyboard's cursor. */
  current?: string | null;
  onCurrent?(id: string): void;
  selection?: Selection;
  sort?: { by: string; onSort(by: string): void };
  /** Called when the end comes into sight and there is more. */
  onEnd?: (() => void) | undefined;
  loading?: boolean;
  /** Shown instead of rows where there are none. */
  empty?: ReactNode;
  /** Rows that changed under the reader, marked until looked at. */
  marked?: ReadonlySet<string>;
  rowHeight?: number;
  /** How far down it is when it opens, in pixels, and being told when that changes. */
  scroll?: number;
  onScroll?(top: number): void;
};

const AHEAD = 8;

/** The one table: virtualised, with a keyboard cursor, ticks, and columns that leave as the screen narrows. */
export function Table<Row>(props: Props<Row>) {
  const { rows, idOf, selection, current, onEnd, loading, empty, rowHeight = 40 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = props.columns.filter(({ from = 0 }) => width >= from);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: AHEAD,
    initialOffset: props.scroll ?? 0,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : idOf(row);
    },
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onEnd && rows.length > 0 && lastShown >= rows.length - AHEAD) onEnd();
  }, [lastShown, rows.length, onEnd]);
  const at = current ? rows.findIndex((row) => idOf(row) === current) : -1;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const template = tracks(columns, selection !== undefined);
  const order = rows.map(idOf);
  if (!loading && rows.length === 0) return empty;
  return (
    <div
      className="f-table"
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-busy={loading}
      onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
      {...(selection ? { 'aria-multiselectable': true } : {})}
    >
      <TableHead
        columns={columns}
        template={template}
        order={order}
        {...(selection ? { selection } : {})}
        {...(props.sort ? { sort: props.sort } : {})}
      />
      {loading ? (
        <SkeletonRows rows={14} />
      ) : (
        <div className="f-table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <TableRow
                key={item.key}
                row={row}
                id={id}
                name={props.nameOf(row)}
                index={item.index}
                top={item.start}
                height={rowHeight}
                columns={columns}
                template={template}
                current={at >= 0 ? current === id : item.index === 0}
                focused={current === id}
                marked={props.marked?.has(id) ?? false}
                {...(selection ? { selection, order } : {})}
                {...(props.onOpen ? { onOpen: props.onOpen } : {})}
                {...(props.onCurrent ? { onCurrent: props.onCurrent } : {})}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
