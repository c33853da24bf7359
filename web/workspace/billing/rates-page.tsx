import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RateView } from '#shared/contract.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan, useMe } from '../session/me.ts';
import { perHourWords, shortDay } from './money.ts';
import { RateForm } from './rate-form.tsx';
import { BillingTabs } from './tabs.tsx';
import { BILLING_TOUCHED } from './touched.ts';
import '../clients/report/report.css';
import './billing.css';

/** What an hour of work costs: for everybody, for clients and under contracts. */
export default function RatesPage() {
  const can = useCan();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useGet('GET /rates', { query: {} });
  const add = can('contract.manage') && <Button onClick={() => setOpen(true)}>New rate</Button>;
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={add}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        <p className="f-dim">
          The nearest that fits holds: the contract’s, then the client’s, then everybody’s. Among those a person says
          more than a role, and a role more than a kind of work.
        </p>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No rates yet" action={add}>
            Begin with what an hour costs everybody: without it no time can be billed.
          </EmptyState>
        )}
        {data && data.items.length > 0 && <Rates rows={data.items} />}
      </PageBody>
      <Dialog title="New rate" opened={open} onClose={() => setOpen(false)}>
        <RateForm onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function Rates({ rows }: { rows: readonly RateView[] }) {
  const can = useCan();
  const { allClients } = useMe();
  const remove = useDo('DELETE /rates/{id}', { failed: 'Not removed', refresh: BILLING_TOUCHED });
  return (
    <Sideways label="Rates">
      <table className="f-report-table">
        <caption className="f-hidden">Rates</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Work by</th>
            <th scope="col">Kind of work</th>
            <th scope="col">From</th>
            <th scope="col" className="f-money">
              An hour
            </th>
            <th scope="col">
              <span className="f-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <bdi>{row.client?.name ?? 'Everybody'}</bdi>
                {row.contract && (
                  <div className="f-dim">
                    <bdi>{row.contract.name}</bdi>
                  </div>
                )}
              </th>
              <td>
                <bdi>{row.staff?.name ?? row.role?.name ?? 'Anybody'}</bdi>
              </td>
              <td>
                <bdi>{row.workType?.name ?? 'Any'}</bdi>
              </td>
              <td>{shortDay(row.from)}</td>
              <td className="f-money">{perHourWords(row.perHour)}</td>
              <td>
                {can('contract.manage') && (row.client || allClients) && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={remove.isPending}
                    onClick={() => remove.mutate({ params: { id: row.id } })}
                  >
                    Remove
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
