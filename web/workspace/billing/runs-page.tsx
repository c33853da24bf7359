import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { RunRow } from '#shared/billing.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { money, shortDay } from './money.ts';
import { RunForm } from './run-form.tsx';
import { BillingTabs } from './tabs.tsx';
import '../clients/report/report.css';
import './billing.css';

/** The runs of billing, the newest first. */
export default function RunsPage() {
  const { at, go } = useAddress();
  const navigate = useNavigate();
  const { data, error, refetch } = useGet('GET /billing-runs', {});
  const add = <Button onClick={() => go({ new: 'run' })}>New run</Button>;
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={add}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No run yet" action={add}>
            A run shows what every client owes by a day, and why, before anything is issued.
          </EmptyState>
        )}
        {data && data.items.length > 0 && <Runs rows={data.items} />}
      </PageBody>
      <Dialog title="New run of billing" opened={at.get('new') !== null} onClose={() => go({ new: null })}>
        <RunForm
          onClose={() => go({ new: null })}
          onMade={(id) => void navigate({ to: '/billing/runs/$id', params: { id } })}
        />
      </Dialog>
    </div>
  );
}

const Runs = ({ rows }: { rows: readonly RunRow[] }) => (
  <Sideways label="Runs">
    <table className="f-report-table">
      <caption className="f-hidden">Runs of billing</caption>
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Due by</th>
          <th scope="col">Date of the invoices</th>
          <th scope="col">Stands at</th>
          <th scope="col" className="f-money">
            Invoices
          </th>
          <th scope="col" className="f-money">
            Issued
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Link to="/billing/runs/$id" params={{ id: run.id }}>
                <bdi>{run.name}</bdi>
              </Link>
            </th>
            <td>{shortDay(run.by)}</td>
            <td>{shortDay(run.issuedOn)}</td>
            <td>{run.state === 'closed' ? 'Closed' : 'Open'}</td>
            <td className="f-money">{run.invoices}</td>
            <td className="f-money">
              <div className="f-amounts">
                {run.totals.map(({ currency, total }) => (
                  <span key={currency}>{money(total, currency)}</span>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);
