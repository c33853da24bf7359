import { Link } from '@tanstack/react-router';
import type { RecurringRow } from '#shared/margin.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../../session/me.ts';
import { lastDay, money } from '../money.ts';
import { BillingTabs } from '../tabs.tsx';
import { PendingQuotes } from './pending-quotes.tsx';
import '../../clients/report/report.css';
import '../billing.css';

const SOON_DAYS = 90;

/** What contracts bring each month as they are today, and which end or renew soon. */
export default function RecurringPage() {
  const { timeZone } = useMe();
  const now = useNow();
  const { data, error, refetch } = useGet('GET /recurring-revenue', {});
  const until = dayIn(now + SOON_DAYS * 86_400_000, timeZone);
  const rows = data?.items ?? [];
  const soon = rows.filter(({ ends }) => ends !== null && ends <= until);
  const sums = [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, of]) =>
    money(
      of.reduce((sum, { monthly }) => sum + monthly, 0),
      currency,
    ),
  );
  return (
    <div className="f-report">
      <PageHead title="Billing">
        <BillingTabs />
      </PageHead>
      <PageBody>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data && rows.length === 0 && (
          <>
            <EmptyState title="No contract is active">What contracts bring each month stands here.</EmptyState>
            <PendingQuotes />
          </>
        )}
        {rows.length > 0 && (
          <>
            <Facts facts={[['Each month, before tax', sums.join(', ')]]} />
            <Section title={`Ends or renews within ${SOON_DAYS} days (${soon.length})`}>
              {soon.length === 0 ? <p className="f-plain f-dim">None.</p> : <Rows rows={soon} title="Soon" />}
            </Section>
            <PendingQuotes />
            <Section title="All active contracts">
              <Rows rows={rows} title="All active contracts" />
            </Section>
          </>
        )}
      </PageBody>
    </div>
  );
}

function Rows({ rows, title }: { rows: readonly RecurringRow[]; title: string }) {
  return (
    <Sideways label={`${title}, as a table`}>
      <table className="f-report-table">
        <caption className="f-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Contract</th>
            <th scope="col">Client</th>
            <th scope="col">Last day</th>
            <th scope="col">Then</th>
            <th scope="col" className="f-money">
              A month
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ client, contract, currency, monthly, ends, renews }) => (
            <tr key={contract.id}>
              <th scope="row">
                <Link to="/billing/contracts/$id" params={{ id: contract.id }}>
                  <bdi>{contract.name}</bdi>
                </Link>
              </th>
              <td>
                <bdi>{client.name}</bdi>
              </td>
              <td>{ends === null ? 'None' : lastDay(ends)}</td>
              <td>{ends === null ? '–' : renews ? 'goes on' : 'ends'}</td>
              <td className="f-money">{money(monthly, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
