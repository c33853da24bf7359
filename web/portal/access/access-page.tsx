import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccessLog } from '#shared/portal.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { loadPart } from '#web/ui/load/load.ts';
import { dayAgo } from '../day-ago.ts';
import { PlainSelect } from '../plain-select.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { howWords, rowWords, whenWords } from './words.ts';
import './access.css';

const loadTable = () => import('./access-csv.ts').then(({ saveAccess }) => saveAccess);

const PERIODS = ['7', '30', '90'];

/** Who signed in for the company, what was refused, and who of the desk worked with what is the company's. */
export default function AccessPage() {
  const [days, setDays] = useState('30');
  // Tomorrow in UTC is today for whoever is ahead of it.
  const query = { from: dayAgo(Number(days)), to: dayAgo(-1) };
  const { data, error, refetch } = useGet('GET /portal/access-log', { query });
  return (
    <>
      <Title of={t('access.title')} />
      <div className="f-portal-head">
        <h1>{t('access.title')}</h1>
        <PlainSelect
          label={t('access.period')}
          data={PERIODS.map((value) => ({ value, label: t('access.days', { count: Number(value) }) }))}
          value={days}
          onChange={setDays}
        />
        {data && data.rows.length > 0 && <Save log={data} />}
      </div>
      <p className="f-dim">{t('access.help')}</p>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data?.rows.length === 0 && <EmptyState title={t('access.none')}>{t('access.noneHelp')}</EmptyState>}
      {data && data.rows.length > 0 && <Rows log={data} />}
      {data?.more && <p role="note">{t('access.more')}</p>}
      <p>
        <Link to="/portal/company">{t('frame.company')}</Link>
      </p>
    </>
  );
}

function Rows({ log: { rows, timeZone } }: { log: AccessLog }) {
  return (
    <ul className="f-portal-log">
      {rows.map((row, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same; they stand in this order
        <li key={nth}>
          <span dir="auto">{rowWords(row)}</span>
          <span className="f-dim">
            {[whenWords(row, timeZone), howWords(row), row.address].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Save({ log }: { log: AccessLog }) {
  const save = () =>
    loadPart(loadTable)
      .then((saveAccess) => saveAccess(log))
      .catch((error: unknown) => toast.fault(error, t('access.notSaved')));
  return (
    <Button variant="default" onClick={() => void save()}>
      {t('access.csv')}
    </Button>
  );
}
