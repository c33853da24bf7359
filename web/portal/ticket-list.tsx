import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PortalTicketQuery, PortalTicketRow } from '#shared/portal.ts';
import { usePages } from '#web/api/use-pages.ts';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { PagedList } from './paged-list.tsx';
import { t } from './words/t.ts';

/** Tickets, the newest change first, a page at a time; `none` where there are none. */
export function TicketList({ query, none }: { query: Omit<PortalTicketQuery, 'cursor' | 'limit'>; none: ReactNode }) {
  const { rows, more, reading } = usePages('GET /portal/tickets', query);
  return (
    <PagedList {...{ rows, more, reading, none }} line={(ticket) => <TicketLine key={ticket.id} ticket={ticket} />} />
  );
}

/** One ticket in a list. */
function TicketLine({ ticket }: { ticket: PortalTicketRow }) {
  return (
    <li>
      <Link to="/portal/tickets/$key" params={{ key: ticket.key }}>
        <span className="f-portal-title">
          <span className="f-dim">{ticket.key}</span> <bdi>{ticket.title}</bdi>
        </span>
        <span className="f-portal-facts">
          <StatusBadge name={ticket.status} category={ticket.statusCategory} />
          {(ticket.waitsForYou || ticket.waitsForDecision) && (
            <strong className="f-portal-waits">
              {t(ticket.waitsForYou ? 'tickets.waitsForYou' : 'tickets.waitsForDecision')}
            </strong>
          )}
          {ticket.requester && <bdi className="f-dim">{ticket.requester.name}</bdi>}
          <TimeAgo at={ticket.updatedAt} />
        </span>
        {ticket.lastMessage && (
          <span className="f-portal-last f-dim">
            {ticket.lastMessage.by}: {ticket.lastMessage.text}
          </span>
        )}
      </Link>
    </li>
  );
}
