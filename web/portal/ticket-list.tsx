import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PortalTicketQuery, PortalTicketRow } from '#shared/portal.ts';
import { usePages } from '#web/api/use-pages.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { t } from './words/t.ts';

/** Tickets, the newest change first, a page at a time; `none` where there are none. */
export function TicketList({ query, none }: { query: Omit<PortalTicketQuery, 'cursor' | 'limit'>; none: ReactNode }) {
  const { rows, more, reading } = usePages('GET /portal/tickets', query);
  return (
    <>
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : reading.isPending ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        none
      ) : (
        <ul className="f-portal-tickets">
          {rows.map((ticket) => (
            <TicketLine key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      )}
      {more && (
        <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
          {t('common.showMore')}
        </Button>
      )}
    </>
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
