import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Column, tracks } from './columns.ts';
import { TableHead } from './head.tsx';
import { type RowEvents, TableRow } from './row.tsx';
import type { Selection } from './selection.ts';
import { useSize } from './use-size.ts';
import { WaitingRows } from './waiting.tsx';
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
  /** The pointer is on a row: what it opens may be fetched. */
  onNear?(row: Row): void;
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
  /** The same on a table too narrow for headings. */
  narrowRowHeight?: number;
  /** How far down it is when it opens, in pixels, and being told when that changes. */
  scroll?: number;
  onScroll?(top: number): void;
};

const AHEAD = 8;
/** So many rows before the end, what follows is asked for: enough that a quick reader does not come to it. */
const ASK_AHEAD = 50;
/** Narrower tables have no tick boxes: their rows need the room, and a finger opens them. */
const TICKS_FROM = 560;

/** The one table: virtualised, with a keyboard cursor, ticks, and columns that leave as the screen narrows. */
export function Table<Row>(props: Props<Row>) {
  const { rows, idOf, selection, current, onEnd, loading, empty } = props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { width, height } = useSize(scroller);
  const head = useSize(scroller?.querySelector<HTMLElement>('.f-thead') ?? null).height;
  const narrow = width < TICKS_FROM;
  const columns = useMemo(
    () =>
      props.columns
        .filter(({ from = 0 }) => width >= from)
        .map((one) => (narrow && one.narrow ? { ...one, cell: one.narrow } : one)),
    [props.columns, width, narrow],
  );
  const ticks = selection !== undefined && !narrow;
  const rowHeight = (narrow ? props.narrowRowHeight : undefined) ?? props.rowHeight ?? 40;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: AHEAD,
    // The headings stand before the first row, and stay above whichever row is uppermost.
    scrollMargin: head,
    scrollPaddingStart: head,
    initialOffset: props.scroll ?? 0,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : idOf(row);
    },
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onEnd && rows.length > 0 && lastShown >= rows.length - ASK_AHEAD) onEnd();
  }, [lastShown, rows.length, onEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what names a row does not change
  const order = useMemo(() => rows.map(idOf), [rows]);
  const at = current ? order.indexOf(current) : -1;
  // What takes of the table's height, such as the bar of what is ticked, does not take the row under the cursor either.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the row comes to stand depends on the heights
  useEffect(() => {
    if (at >= 0 && scroller) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual, scroller, head, height]);
  // Turning a phone makes other rows of the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is of the former height
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const template = tracks(columns, ticks, width);
  const events = useRowEvents(props, order);
  if (!loading && rows.length === 0) return empty;
  return (
    <div
      className="f-table"
      ref={setScroller}
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
        {...(selection && ticks ? { selection } : {})}
        {...(props.sort ? { sort: props.sort } : {})}
      />
      {loading ? (
        <WaitingRows columns={columns} template={template} ticks={ticks} height={rowHeight} />
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
                top={item.start - head}
                height={rowHeight}
                columns={columns}
                template={template}
                current={at >= 0 ? current === id : item.index === 0}
                focused={current === id}
                marked={props.marked?.has(id) ?? false}
                ticked={selection && ticks ? selection.ids.has(id) : undefined}
                events={events}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

/** What rows call: one object for the table's whole life, which does what the newest props say. */
function useRowEvents<Row>(props: Props<Row>, order: readonly string[]): RowEvents<Row> {
  const newest = useRef({ props, order });
  useLayoutEffect(() => {
    newest.current = { props, order };
  });
  return useMemo(
    () => ({
      open: (row) => newest.current.props.onOpen?.(row),
      current: (id) => newest.current.props.onCurrent?.(id),
      near: (row) => newest.current.props.onNear?.(row),
      toggle: (id) => newest.current.props.selection?.toggle(id),
      extend: (id) => newest.current.props.selection?.extend(id, newest.current.order),
    }),
    [],
  );
}
