import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { csvOf } from '#shared/csv-words.ts';
import { plainMoney } from '#shared/money-words.ts';
import type { Receivable } from '#shared/receivables.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { ExportCsv } from '../frame/export-csv.tsx';
import { money } from './money.ts';
import { BillingTabs } from './tabs.tsx';
import '../clients/report/report.css';
import './billing.css';

/** What clients owe today, by how long it is overdue. */
export default function OwedPage() {
  const { at, go } = useAddress();
  const client = at.get('client');
  const { data, error, refetch } = useGet('GET /receivables', { query: client ? { clientId: client } : {} });
  const rows = data?.items ?? [];
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={<ExportCsv name="owed.csv" rows={rows} table={tableOf} />}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
        </search>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : !data ? (
          <SkeletonLines lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState title={client ? 'This client owes nothing' : 'Nobody owes anything'}>
            Every invoice is paid or credited.
          </EmptyState>
        ) : (
          [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, some]) => (
            <Owed key={currency} currency={currency} rows={some} />
          ))
        )}
      </PageBody>
    </div>
  );
}

const COLUMNS = [
  ['notDue', 'Not due yet'],
  ['to30', '1–30 days late'],
  ['to60', '31–60 days'],
  ['to90', '61–90 days'],
  ['older', 'More than 90'],
  ['open', 'All'],
] as const;

const tableOf = (rows: readonly Receivable[]): string =>
  csvOf([
    ['Client', 'Currency', ...COLUMNS.map(([, name]) => name)],
    ...rows.map((row) => [
      ...[row.client.name, row.currency],
      ...COLUMNS.map(([key]) => ({ figure: plainMoney({ minor: row[key], currency: row.currency }) })),
    ]),
  ]);

/** What is owed in one currency, whoever owes the most of what is late first, and its sums. */
function Owed({ currency, rows }: { currency: string; rows: readonly Receivable[] }) {
  const shown = (minor: number) => (minor === 0 ? '–' : money(minor, currency));
  return (
    <Sideways label={`Owed in ${currency}`}>
      <table className="f-report-table">
        <caption className="f-hidden">Owed in {currency}</caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            {COLUMNS.map(([key, name]) => (
              <th key={key} scope="col" className="f-money">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="f-hidden">Statement</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.client.id}>
              <th scope="row">
                <Link to="/billing" search={{ client: row.client.id }}>
                  <bdi>{row.client.name}</bdi>
                </Link>
              </th>
              {COLUMNS.map(([key]) => (
                <td key={key} className="f-money">
                  {shown(row[key])}
                </td>
              ))}
              <td>
                <Button
                  component="a"
                  variant="subtle"
                  size="compact-sm"
                  href={`/api/v1/clients/${row.client.id}/statement/pdf`}
                  download
                  aria-label={`Statement of ${row.client.name}`}
                >
                  Statement
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All clients</th>
            {COLUMNS.map(([key]) => (
              <td key={key} className="f-money">
                {shown(rows.reduce((sum, row) => sum + row[key], 0))}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </Sideways>
  );
}
