import { Link, useSearch } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Doings } from './doings.tsx';
import { AnnouncementBanner } from './status/banner.tsx';
import { TicketList } from './ticket-list.tsx';
import { Title } from './title.tsx';
import { t } from './words/t.ts';

/** What somebody reported, or all of their company where they look after it: what waits for them first said as such. */
export default function PortalTicketsPage() {
  const { state = 'open' } = useSearch({ from: '/portal/' });
  return (
    <>
      <Title of={t('tickets.title')} />
      <AnnouncementBanner />
      <Doings />
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
      <TicketList
        query={{ state }}
        none={
          <EmptyState title={state === 'open' ? t('tickets.noneOpen') : t('tickets.noneDone')}>
            {state === 'open' ? t('tickets.noneOpenHelp') : t('tickets.noneDoneHelp')}
          </EmptyState>
        }
      />
    </>
  );
}
