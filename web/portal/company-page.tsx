import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CompanyView } from '#shared/portal.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { loadPart } from '#web/ui/load/load.ts';
import { percent } from '#web/ui/marks/percent.ts';
import { dayAgo } from './day-ago.ts';
import { PlainSelect } from './plain-select.tsx';
import { TicketList } from './ticket-list.tsx';
import { Title } from './title.tsx';
import { t } from './words/t.ts';

const loadTable = () => import('./tickets-csv.ts').then(({ downloadTickets }) => downloadTickets);

const DAYS_BACK = 90;
const TARGETS = {
  first_response: 'company.firstResponse',
  next_update: 'company.nextUpdate',
  resolution: 'company.resolution',
} as const;

/** How it stands with the whole company, for whoever looks after it: what is open, what was kept, and each ticket. */
export default function PortalCompanyPage() {
  const [days] = useState(() => ({ from: dayAgo(DAYS_BACK), to: dayAgo(0) }));
  const { data, error, refetch } = useGet('GET /portal/company', { query: days }, { refetchInterval: 60_000 });
  return (
    <>
      <Title of={t('frame.company')} />
      <div className="f-portal-head">
        <h1>{t('frame.company')}</h1>
        <Link to="/portal/access">{t('company.access')}</Link>
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && (
        <>
          <dl className="f-portal-figures">
            <Figure name={t('company.open')} value={data.open.all} />
            <Figure name={t('company.new')} value={data.open.new} />
            <Figure name={t('company.inWork')} value={data.open.inWork} />
            <Figure name={t('company.waitsForYou')} value={data.open.waitsForYou} />
            {data.kept.map(({ target, met, missed }) => (
              <Figure
                key={target}
                name={t(TARGETS[target])}
                value={percent(met, missed)}
                of={t('company.of', { count: met, all: met + missed })}
              />
            ))}
            <Content ratings={data.ratings} />
          </dl>
          <p className="f-dim">{t('company.period', { days: DAYS_BACK })}</p>
          <Tickets sites={data.sites} />
        </>
      )}
    </>
  );
}

function Content({ ratings: { good, fair, bad } }: { ratings: CompanyView['ratings'] }) {
  const all = good + fair + bad;
  if (all === 0) return null;
  return (
    <Figure name={t('company.content')} value={percent(good, all - good)} of={t('company.of', { count: good, all })} />
  );
}

function Figure({ name, value, of }: { name: string; value: string | number; of?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong> {of && <span className="f-dim">{of}</span>}
      </dd>
    </div>
  );
}

function Tickets({ sites }: { sites: readonly { id: string; name: string; open: number }[] }) {
  const { at, go } = useAddress();
  const [busy, setBusy] = useState(false);
  const waits = (['you', 'us'] as const).find((one) => one === at.get('waits'));
  const site = sites.find(({ id }) => id === at.get('site'));
  const state = at.get('state') === 'done' ? ('done' as const) : ('open' as const);
  const query = {
    state,
    ...(waits ? { waits } : {}),
    ...(site ? { siteId: site.id } : {}),
  } as const;
  const save = async () => {
    setBusy(true);
    await loadPart(loadTable)
      .then((downloadTickets) => downloadTickets(query))
      .catch((error: unknown) => toast.fault(error, t('company.notSaved')));
    setBusy(false);
  };
  return (
    <section aria-label={t('company.tickets')} className="f-portal-talk">
      <div className="f-portal-buttons">
        <PlainSelect
          label={t('tickets.which')}
          data={[
            { value: 'open', label: t('tickets.open') },
            { value: 'you', label: t('company.waitsForYou') },
            { value: 'us', label: t('company.waitsForUs') },
            { value: 'done', label: t('tickets.done') },
          ]}
          value={state === 'done' ? 'done' : (query.waits ?? 'open')}
          onChange={(value) =>
            go({
              state: value === 'done' ? value : null,
              waits: value === 'you' || value === 'us' ? value : null,
            })
          }
        />
        {sites.length > 1 && (
          <PlainSelect
            label={t('common.where')}
            data={[
              { value: '', label: t('company.everywhere') },
              ...sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={site?.id ?? ''}
            onChange={(value) => go({ site: value || null })}
          />
        )}
        <Button variant="default" loading={busy} onClick={() => void save()}>
          {t('company.save')}
        </Button>
      </div>
      <TicketList
        query={query}
        none={
          <EmptyState title={t('company.none')}>
            <Link to="/portal/raise">{t('frame.raise')}</Link>
          </EmptyState>
        }
      />
    </section>
  );
}
