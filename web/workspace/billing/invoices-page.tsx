import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { InvoiceRow } from '#shared/billing.ts';
import { INVOICE_STATE_WORDS, INVOICE_STATES } from '#shared/billing-words.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { ExportInvoices } from './export-invoices.tsx';
import { money, shortDay } from './money.ts';
import { BillingTabs } from './tabs.tsx';
import '../clients/report/report.css';
import './billing.css';

/** Invoices and credits, the newest first. */
export default function InvoicesPage() {
  const { at, go } = useAddress();
  const client = at.get('client');
  const state = INVOICE_STATES.find((one) => one === at.get('state'));
  const asked = { ...(client ? { clientId: client } : {}), ...(state ? { state } : {}) };
  const { rows, more, reading } = usePages('GET /invoices', asked);
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={<ExportInvoices />}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
          <Select
            aria-label="Where it stands"
            data={[
              { value: '', label: 'Wherever it stands' },
              ...INVOICE_STATES.map((value) => ({ value, label: INVOICE_STATE_WORDS[value] })),
            ]}
            value={state ?? ''}
            onChange={(next) => go({ state: next || null })}
          />
        </search>
        {reading.error && rows.length === 0 ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
        ) : reading.isPending ? (
          <SkeletonLines lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState title="No invoices here">
            A run of billing issues them, from contracts, time and charges.
          </EmptyState>
        ) : (
          <List rows={rows} />
        )}
        {more && (
          <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
            Show more
          </Button>
        )}
      </PageBody>
    </div>
  );
}

function List({ rows }: { rows: readonly InvoiceRow[] }) {
  return (
    <Sideways label="Invoices">
      <table className="f-report-table">
        <caption className="f-hidden">Invoices</caption>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Client</th>
            <th scope="col">For</th>
            <th scope="col">Issued</th>
            <th scope="col">Due</th>
            <th scope="col">Stands at</th>
            <th scope="col" className="f-money">
              Total
            </th>
            <th scope="col" className="f-money">
              Open
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/billing/invoices/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>
                {row.kind === 'credit' && <div className="f-dim">Credit</div>}
              </th>
              <td>
                <bdi>{row.client.name}</bdi>
              </td>
              <td>
                <bdi>{row.name}</bdi>
              </td>
              <td>{shortDay(row.issuedOn)}</td>
              <td>{row.kind === 'credit' ? '–' : shortDay(row.dueOn)}</td>
              <td>{row.kind === 'credit' ? '–' : INVOICE_STATE_WORDS[row.state]}</td>
              <td className="f-money">{money(row.total, row.currency)}</td>
              <td className="f-money">{row.open === 0 ? '–' : money(row.open, row.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
