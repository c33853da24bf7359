import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { sayMinutes } from '#kernel/minutes.ts';
import type { MarginReport } from '#shared/margin.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../../session/me.ts';
import { money } from '../money.ts';
import { BillingTabs } from '../tabs.tsx';
import { ClientMarginParts } from './client-margin.tsx';
import { Outlook } from './outlook.tsx';
import { daysOf, PERIODS, type PeriodKey } from './period.ts';
import { share } from './share.ts';
import '../../clients/report/report.css';
import '../billing.css';

/** What was earned with each client: what was invoiced less what the work cost; who earned least stands at the top. */
export default function MarginPage() {
  const { timeZone, allClients } = useMe();
  const { at, go } = useAddress();
  const key = (Object.keys(PERIODS) as PeriodKey[]).find((one) => one === at.get('period')) ?? 'quarter';
  const days = daysOf(key, dayIn(useNow(), timeZone));
  const client = at.get('client');
  const { data, error, refetch } = useGet('GET /margins', { query: days });
  return (
    <div className="f-report">
      <PageHead
        title="Billing"
        actions={
          allClients && (
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/billing/costs" />}>
              What people cost
            </Button>
          )
        }
      >
        <BillingTabs />
      </PageHead>
      <PageBody>
        <Outlook />
        <search className="f-billing-bar">
          <Select
            aria-label="Which months"
            data={Object.entries(PERIODS).map(([value, { name }]) => ({ value, label: name }))}
            value={key}
            onChange={(next) => go({ period: next === 'quarter' ? null : next })}
          />
        </search>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nothing was invoiced or worked">Choose other months.</EmptyState>
        )}
        {data && data.items.length > 0 && <Margins report={data} onOpen={(id) => go({ client: id })} />}
        {data && data.elsewhere.length > 0 && <Elsewhere rows={data.elsewhere} />}
      </PageBody>
      <Dialog title="Where it came from" opened={client !== null} onClose={() => go({ client: null })} size={900}>
        {client && <ClientMarginParts clientId={client} days={days} />}
      </Dialog>
    </div>
  );
}

function Margins({ report, onOpen }: { report: MarginReport; onOpen(client: string): void }) {
  const { items, currency } = report;
  const uncosted = items.reduce((sum, row) => sum + row.uncosted, 0);
  return (
    <>
      {uncosted > 0 && (
        <p className="f-dim">
          {sayMinutes(uncosted)} of it are of people of whom nobody has said what they cost: they count as nothing.
        </p>
      )}
      <Sideways label="Margins">
        <table className="f-report-table">
          <caption className="f-hidden">Margins</caption>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col" className="f-money">
                Worked
              </th>
              <th scope="col" className="f-money">
                Invoiced, before tax
              </th>
              <th scope="col" className="f-money">
                Cost of the work
              </th>
              <th scope="col" className="f-money">
                Margin
              </th>
              <th scope="col" className="f-money">
                Of the invoiced
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.client.id}>
                <th scope="row">
                  <Button variant="subtle" size="compact-sm" onClick={() => onOpen(row.client.id)}>
                    <bdi>{row.client.name}</bdi>
                  </Button>
                </th>
                <td className="f-money">{sayMinutes(row.minutes)}</td>
                <td className="f-money">{money(row.revenue, currency)}</td>
                <td className="f-money">{money(row.cost, currency)}</td>
                <td className="f-money">{money(row.revenue - row.cost, currency)}</td>
                <td className="f-money">{share(row.revenue, row.cost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </>
  );
}

function Elsewhere({ rows }: { rows: MarginReport['elsewhere'] }) {
  return (
    <Section
      title="Billed in other currencies"
      help="They are in no margin: what people cost is known in your own currency alone."
    >
      <ul className="f-terms">
        {rows.map(({ client, currency, revenue }) => (
          <li key={`${client.id} ${currency}`}>
            <bdi>{client.name}</bdi>: {money(revenue, currency)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
