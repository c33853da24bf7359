import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import './alerts.css';

const DAYS = ['7', '30', '90', '365'].map((value) => ({ value, label: `Within ${value} days` }));

/** Alerts that come back again and again: behind them is a problem to look for. */
export default function RecurringPage() {
  const { at, go } = useAddress();
  const days = at.get('days') ?? '30';
  const { data, error, refetch } = useGet('GET /alerts/recurring', { query: { days: Number(days) } });
  return (
    <>
      <PageHead title="What comes back" />
      <PageBody>
        <p className="f-plain">
          <Link to="/alerts">All alerts</Link>
        </p>
        <div className="f-alert-filters">
          <Select
            aria-label="How far back"
            data={DAYS}
            value={days}
            onChange={(next) => go({ days: next })}
            allowDeselect={false}
          />
        </div>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nothing comes back">No alert was raised three times or more in that time.</EmptyState>
        )}
        <ul className="f-lines">
          {data?.items.map((one) => (
            <li key={one.id}>
              <Link to="/alerts/$id" params={{ id: one.id }} className="f-cut">
                <bdi>{one.title}</bdi>
              </Link>
              <span className="f-dim">
                {one.count} times ·{' '}
                <bdi>{[one.client.name, one.device, one.condition].filter(Boolean).join(' · ')}</bdi> · last{' '}
                <TimeAgo at={one.lastAt} />
                {one.tickets > 0 && ` · ${one.tickets === 1 ? '1 ticket' : `${one.tickets} tickets`}`}
              </span>
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  );
}
