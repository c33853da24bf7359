import { Button } from '@mantine/core';
import { useState } from 'react';
import { exact, toMinor } from '#kernel/billing.ts';
import type { ChargeView } from '#shared/contract.ts';
import { minorDigits } from '#shared/money-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCan } from '../session/me.ts';
import { ChargeForm } from './charge-form.tsx';
import { money, shortDay, unitPrice } from './money.ts';
import { BillingTabs } from './tabs.tsx';
import { BILLING_TOUCHED } from './touched.ts';
import '../clients/report/report.css';
import './billing.css';

/** What is charged or credited once and not billed yet. */
export default function ChargesPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const client = at.get('client');
  const [open, setOpen] = useState<ChargeView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /charges', { query: client ? { clientId: client } : {} });
  const add = can('contract.manage') && <Button onClick={() => setOpen('new')}>New charge</Button>;
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={add}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
        </search>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nothing waits to be charged" action={add}>
            Products, milestones and credits that are billed once wait here for the next run.
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <Charges rows={data.items} may={can('contract.manage')} onEdit={(charge) => setOpen(charge)} />
        )}
      </PageBody>
      <Dialog title={open === 'new' ? 'New charge' : 'Charge'} opened={open !== null} onClose={() => setOpen(null)}>
        <ChargeForm charge={open === 'new' ? null : open} clientId={client} onClose={() => setOpen(null)} />
      </Dialog>
    </div>
  );
}

type Props = { rows: readonly ChargeView[]; may: boolean; onEdit(charge: ChargeView): void };

function Charges({ rows, may, onEdit }: Props) {
  const remove = useDo('DELETE /charges/{id}', { failed: 'Not removed', refresh: BILLING_TOUCHED });
  const worth = ({ quantity, price, currency }: ChargeView) =>
    money(toMinor(exact(quantity).mul(exact(price)), minorDigits(currency)), currency);
  return (
    <Sideways label="Charges">
      <table className="f-report-table">
        <caption className="f-hidden">Charges</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Client</th>
            <th scope="col">Due</th>
            <th scope="col" className="f-money">
              Quantity × price
            </th>
            <th scope="col" className="f-money">
              Before tax
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
                <bdi>{row.name}</bdi>
                {row.offFrom && <div className="f-dim">A deposit, taken off again from {shortDay(row.offFrom)}</div>}
                {row.forExpense && <div className="f-dim">For an expense, which it follows</div>}
                {row.depositOf && <div className="f-dim">Once the deposit is billed</div>}
              </th>
              <td>
                <bdi>{row.client.name}</bdi>
              </td>
              <td>{shortDay(row.due)}</td>
              <td className="f-money">
                {row.quantity} {row.unit} × {unitPrice(row.price, row.currency)}
              </td>
              <td className="f-money">{worth(row)}</td>
              <td>
                {may && !row.depositOf && (
                  <div className="f-row-of-buttons">
                    <Button size="compact-sm" variant="default" onClick={() => onEdit(row)}>
                      Edit
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={remove.isPending}
                      aria-label={`Remove ${row.name}`}
                      onClick={() => remove.mutate({ params: { id: row.id } })}
                    >
                      Remove
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
