import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import type { PortalTicketRow } from '#shared/portal.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Title } from './title.tsx';
import { t } from './words/t.ts';

/** What somebody reported, or all of their company where they look after it: what waits for them first said as such. */
export default function PortalTicketsPage() {
  const { state = 'open' } = useSearch({ from: '/portal/' });
  const { rows, more, reading } = usePages('GET /portal/tickets', { state });
  return (
    <>
      <Title of={t('tickets.title')} />
      <div className="f-portal-head">
        <h1>{t('tickets.title')}</h1>
        <nav className="f-portal-tabs" aria-label={t('tickets.which')}>
          <Link to="/portal" activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }} search={{}}>
            {t('tickets.open')}
          </Link>
          <Link to="/portal" activeOptions={{ exact: true, includeSearch: true }} search={{ state: 'done' }}>
            {t('tickets.done')}
          </Link>
        </nav>
      </div>
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : reading.isPending ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState title={state === 'open' ? t('tickets.noneOpen') : t('tickets.noneDone')}>
          {state === 'open' ? t('tickets.noneOpenHelp') : t('tickets.noneDoneHelp')}
        </EmptyState>
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
export function TicketLine({ ticket }: { ticket: PortalTicketRow }) {
  return (
    <li>
      <Link to="/portal/tickets/$key" params={{ key: ticket.key }}>
        <span className="f-portal-title">
          <span className="f-dim">{ticket.key}</span> <bdi>{ticket.title}</bdi>
        </span>
        <span className="f-portal-facts">
          <StatusBadge name={ticket.status} category={ticket.statusCategory} />
          {ticket.waitsForYou && <strong className="f-portal-waits">{t('tickets.waitsForYou')}</strong>}
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
