import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { useSelection } from '#web/ui/table/selection.ts';
import { Table } from '#web/ui/table/table.tsx';
import { SelectionBar, useActionKeys, useLeftSelected } from '../actions/index.ts';
import { keepPlace, recallPlace } from './memory.ts';
import { Peek } from './peek.tsx';
import { prefetchTicket } from './prefetch.ts';
import { useCursor } from './use-cursor.ts';
import { useTickets } from './use-tickets.ts';

/** A phone’s row: the title, what was said last, and how it stands. */
const NARROW_ROW = 78;
const idOf = ({ id }: TicketRow) => id;

type Props = {
  filter: TicketFilter;
  sort: TicketSort;
  onSort(sort: TicketSort): void;
  columns: readonly Column<TicketRow>[];
  rowHeight: number;
  /** Names this place in the browser's history; made anew with each of them. */
  place: string;
  /** Tickets that others changed since the list was read. */
  changed: ReadonlySet<string>;
  empty: ReactNode;
};

/** The tickets of one filter: a table with a cursor, ticks, a peek beside it, and what can be done to what is ticked. */
export function TicketList({ filter, sort, onSort, columns, rowHeight, place, changed, empty }: Props) {
  const navigate = useNavigate();
  const { rows, more, query } = useTickets(filter, sort);
  const [before] = useState(() => recallPlace(place));
  const selection = useSelection(before?.ticked);
  useLeftSelected(selection.set);
  const [peeked, setPeeked] = useState<string | null>(null);
  const open = ({ key }: TicketRow) => void navigate({ to: '/tickets/$key', params: { key } });
  const { current, setCurrent, row } = useCursor(
    rows,
    idOf,
    selection,
    { page: open, peek: (ticket) => setPeeked(ticket?.key ?? null), peeking: peeked !== null },
    before?.current,
  );
  const chosen = rows.filter(({ id }) => selection.ids.has(id));
  useActionKeys(
    chosen.length > 0 ? chosen : row ? [row] : [],
    'For the row with the cursor, or all selected rows',
    'For the row with the cursor, or the one selected row',
  );
  useEffect(() => keepPlace(place, { current, ticked: [...selection.ids] }), [place, current, selection.ids]);
  useEffect(() => {
    if (row) prefetchTicket(row);
  }, [row]);
  const onScroll = useCallback((scroll: number) => keepPlace(place, { scroll }), [place]);
  if (query.error && rows.length === 0) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <div className="f-queue-list">
        <Table
          label="Tickets"
          columns={columns}
          rows={rows}
          idOf={idOf}
          nameOf={({ key, title }) => `${key} ${title}`}
          rowHeight={rowHeight}
          narrowRowHeight={NARROW_ROW}
          loading={query.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onNear={(near) => prefetchTicket(near)}
          selection={selection}
          sort={{ by: sort, onSort: (by) => onSort(by as TicketSort) }}
          onEnd={more}
          marked={changed}
          empty={empty}
          scroll={before?.scroll ?? 0}
          onScroll={onScroll}
        />
        {peeked !== null && <Peek ticketKey={peeked} onClose={() => setPeeked(null)} />}
      </div>
      <SelectionBar targets={chosen} onClear={selection.clear} />
    </>
  );
}
