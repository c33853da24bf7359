import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ContractRow } from '#shared/contract.ts';
import { CONTRACT_STATE_WORDS, CONTRACT_STATES } from '#shared/contract-words.ts';
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
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCan } from '../session/me.ts';
import { ContractForm } from './contract-form.tsx';
import { lastDay, money, shortDay } from './money.ts';
import { BillingTabs } from './tabs.tsx';
import { periodWords } from './words.ts';
import '../clients/report/report.css';
import './billing.css';

/** What clients have agreed to pay. */
export default function ContractsPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const navigate = useNavigate();
  const client = at.get('client');
  const state = CONTRACT_STATES.find((one) => one === at.get('state'));
  const query = { ...(client ? { clientId: client } : {}), ...(state ? { state } : {}) };
  const { data, error, refetch } = useGet('GET /contracts', { query });
  const add = can('contract.manage') && <Button onClick={() => go({ new: 'contract' })}>New contract</Button>;
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={add}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
          <Select
            aria-label="Where it stands"
            data={[
              { value: '', label: 'Wherever it stands' },
              ...CONTRACT_STATES.map((value) => ({ value, label: CONTRACT_STATE_WORDS[value] })),
            ]}
            value={state ?? ''}
            onChange={(next) => go({ state: next || null })}
          />
          <Link to="/billing/templates">Templates</Link>
        </search>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.items.length === 0 && (
          <EmptyState title="No contracts here" action={add}>
            A contract says what a client pays each month, and which work that includes.
          </EmptyState>
        )}
        {data && data.items.length > 0 && <List rows={data.items} />}
      </PageBody>
      <Dialog title="New contract" opened={at.get('new') !== null} onClose={() => go({ new: null })} size={680}>
        <ContractForm
          contract={null}
          clientId={client}
          onClose={() => go({ new: null })}
          onMade={(id) => void navigate({ to: '/billing/contracts/$id', params: { id } })}
        />
      </Dialog>
    </div>
  );
}

const List = ({ rows }: { rows: readonly ContractRow[] }) => (
  <Sideways label="Contracts">
    <table className="f-report-table">
      <caption className="f-hidden">Contracts</caption>
      <thead>
        <tr>
          <th scope="col">Contract</th>
          <th scope="col">Client</th>
          <th scope="col">Stands at</th>
          <th scope="col">From – to</th>
          <th scope="col">Billed</th>
          <th scope="col" className="f-money">
            A month
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/billing/contracts/$id" params={{ id: row.id }}>
                <bdi>{row.name}</bdi>
              </Link>
            </th>
            <td>
              <bdi>{row.client.name}</bdi>
            </td>
            <td>
              {CONTRACT_STATE_WORDS[row.state]}
              {row.renewalDue && <div className="f-dim">{row.renewsMonths ? 'Renews soon' : 'Ends soon'}</div>}
            </td>
            <td>
              {shortDay(row.begins)} – {row.ends ? lastDay(row.ends) : 'open'}
            </td>
            <td>{periodWords(row)}</td>
            <td className="f-money">{money(row.monthly, row.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);
