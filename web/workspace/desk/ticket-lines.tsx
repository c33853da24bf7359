import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonRows } from '#web/ui/feedback/skeleton.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { useStatusName } from './names.ts';
import './ticket-lines.css';

const SHOWN = 8;

type Props = { filter: TicketFilter; sort?: TicketSort; none: ReactNode };

/** The first few tickets of a filter on a page about something else; the rest is one link away. */
export function TicketLines({ filter, sort = 'updated', none }: Props) {
  const statusName = useStatusName();
  const { data, error, refetch } = useGet('GET /tickets', { query: { ...filter, sort, limit: SHOWN } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonRows rows={4} />;
  if (data.items.length === 0) return none;
  return (
    <>
      <ul className="f-ticket-lines">
        {data.items.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$key" params={{ key: ticket.key }}>
              <PriorityMark priority={ticket.priority} />
              <span className="f-mono f-dim">{ticket.key}</span>
              <bdi className="f-cut">{ticket.title}</bdi>
              <span className="f-ticket-lines-status" data-tip={statusName(ticket)}>
                <StatusIcon category={ticket.statusCategory} />
                <span className="f-hidden">{statusName(ticket)}</span>
              </span>
              <SlaRing clock={ticket.clock} />
            </Link>
          </li>
        ))}
      </ul>
      {data.nextCursor && (
        <Link to="/queue" search={{ ...filter, sort }}>
          Show all in the queue
        </Link>
      )}
    </>
  );
}
