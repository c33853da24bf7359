import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { countWords } from '../desk/count-words.ts';
import { Card } from './card.tsx';
import type { Lane as LaneOf } from './lanes.ts';

const SHOWN = 50;
const NONE: readonly TicketRow[] = [];

type Props = {
  lane: LaneOf;
  /** The card that has the focus: what the keys of actions are meant for. */
  onCurrent(ticket: TicketRow): void;
  /** Tells the board what stands here. */
  onRows(key: string, rows: readonly TicketRow[]): void;
  onDrop(ticketId: string): void;
};

/** A column of the board: its name, how many it holds, and its most urgent cards. */
export function Lane({ lane, onCurrent, onRows, onDrop }: Props) {
  const [over, setOver] = useState(false);
  const out = lane.filter === null;
  const filter = lane.filter ?? {};
  const ready = !out && filter.status?.length !== 0;
  const keep = { enabled: ready, placeholderData: keepPreviousData };
  const list = useGet('GET /tickets', { query: { ...filter, sort: 'priority', limit: SHOWN } }, keep);
  const count = useGet('GET /tickets/count', { query: filter }, keep);
  const rows = out ? NONE : list.data?.items;
  useEffect(() => {
    if (rows) onRows(lane.key, rows);
  }, [rows, lane.key, onRows]);
  const total = !out && count.data ? countWords(count.data) : '';
  return (
    <div
      role="group"
      className="f-lane"
      aria-label={lane.name}
      aria-busy={!rows && !list.error}
      data-lane={lane.key}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <h2>
        <bdi className="f-cut">{lane.name}</bdi>
        {!out && (
          <Link
            to="/queue"
            search={filter}
            className="f-lane-count"
            aria-label={`${total} in ${lane.name}: show as a list`}
          >
            {total}
          </Link>
        )}
      </h2>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
      ) : !rows ? (
        <SkeletonLines lines={4} />
      ) : rows.length === 0 ? (
        <p className="f-dim f-lane-empty">{out ? 'The filter leaves this out' : 'Nothing here'}</p>
      ) : (
        <ul>
          {rows.map((ticket) => (
            <Card key={ticket.id} ticket={ticket} onFocus={() => onCurrent(ticket)} draggable />
          ))}
        </ul>
      )}
    </div>
  );
}
