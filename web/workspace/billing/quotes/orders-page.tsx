import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrderLineView } from '#shared/quote.ts';
import { ORDER_STATE_WORDS, ORDER_STATES } from '#shared/quote-words.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ClientFilter } from '../../desk/client-filter.tsx';
import { useCan } from '../../session/me.ts';
import { shortDay } from '../money.ts';
import { OrderForm } from './order-form.tsx';
import '../../clients/report/report.css';
import '../billing.css';

/** What was accepted and is to be bought, and where each of it is. */
export default function OrdersPage() {
  const { at, go } = useAddress();
  const client = at.get('client');
  const quote = at.get('quote');
  const state = ORDER_STATES.find((one) => one === at.get('state'));
  const [open, setOpen] = useState<OrderLineView | null>(null);
  const query = {
    ...{ ...(client ? { clientId: client } : {}), ...(quote ? { quoteId: quote } : {}), ...(state ? { state } : {}) },
  };
  const { data, error, refetch } = useGet('GET /order-lines', { query });
  return (
    <div className="f-report">
      <PageHead title="Orders">
        <Link to="/billing/quotes">All quotes</Link>
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next, quote: null })} />
          <Select
            aria-label="Where it is"
            data={[
              { value: '', label: 'Wherever it is' },
              ...ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_WORDS[value] })),
            ]}
            value={state ?? ''}
            onChange={(next) => go({ state: next || null })}
          />
        </search>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nothing is to be bought">Goods of quotes that clients accept stand here.</EmptyState>
        )}
        {data && data.items.length > 0 && <Lines rows={data.items} onOpen={setOpen} />}
      </PageBody>
      <Dialog title={open?.name ?? ''} opened={open !== null} onClose={() => setOpen(null)}>
        {open && <OrderForm line={open} onClose={() => setOpen(null)} />}
      </Dialog>
    </div>
  );
}

function Lines({ rows, onOpen }: { rows: readonly OrderLineView[]; onOpen(line: OrderLineView): void }) {
  const can = useCan();
  return (
    <Sideways label="Orders">
      <table className="f-report-table">
        <caption className="f-hidden">Orders</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Client</th>
            <th scope="col">Is</th>
            <th scope="col">From</th>
            <th scope="col" className="f-money">
              Costs you
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
                <bdi>
                  {row.quantity} {row.unit} {row.name}
                </bdi>
                <div>
                  <Link to="/billing/quotes/$id" params={{ id: row.quote.id }}>
                    {row.quote.number}
                  </Link>
                </div>
              </th>
              <td>
                <bdi>{row.client.name}</bdi>
              </td>
              <td>
                {ORDER_STATE_WORDS[row.state]}
                {row.expectedOn && row.state === 'ordered' && (
                  <div className="f-dim">expected {shortDay(row.expectedOn)}</div>
                )}
              </td>
              <td>
                <bdi>{row.supplier || '–'}</bdi>
                {row.reference && (
                  <div className="f-dim">
                    <bdi>{row.reference}</bdi>
                  </div>
                )}
              </td>
              <td className="f-money">{row.cost === null ? '–' : `${row.currency} ${row.cost}`}</td>
              <td>
                {can('contract.manage') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Edit ${row.name}`}
                    onClick={() => onOpen(row)}
                  >
                    Edit
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
