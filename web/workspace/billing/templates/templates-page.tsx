import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ContractTemplateRow } from '#shared/contract-template.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useCan, useMe } from '../../session/me.ts';
import { money } from '../money.ts';
import { TemplateForm } from './template-form.tsx';
import '../../clients/report/report.css';
import '../billing.css';

/** What contracts are made from, and how many of them are as their template says. */
export default function TemplatesPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const { allClients } = useMe();
  const { data, error, refetch } = useGet('GET /contract-templates', { query: {} });
  const add = can('contract.manage') && allClients && (
    <Button onClick={() => go({ new: 'template' })}>New template</Button>
  );
  return (
    <div className="f-report">
      <PageHead title="Contract templates" actions={add}>
        <Link to="/billing/contracts">All contracts</Link>
      </PageHead>
      <PageBody>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No templates yet" action={add}>
            A template holds schedule and lines for a tier of clients. A good contract can be saved as one.
          </EmptyState>
        )}
        {data && data.items.length > 0 && <List rows={data.items} />}
      </PageBody>
      <Dialog title="New template" opened={at.get('new') !== null} onClose={() => go({ new: null })} size={680}>
        <TemplateForm template={null} onClose={() => go({ new: null })} />
      </Dialog>
    </div>
  );
}

const List = ({ rows }: { rows: readonly ContractTemplateRow[] }) => (
  <Sideways label="Contract templates">
    <table className="f-report-table">
      <caption className="f-hidden">Contract templates</caption>
      <thead>
        <tr>
          <th scope="col">Template</th>
          <th scope="col">Tier</th>
          <th scope="col">Contracts</th>
          <th scope="col">Differ</th>
          <th scope="col">Lines</th>
          <th scope="col" className="f-money">
            A month
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/billing/templates/$id" params={{ id: row.id }}>
                <bdi>{row.name}</bdi>
              </Link>
              {!row.active && <div className="f-dim">Not in use</div>}
              {row.description && (
                <div className="f-dim">
                  <bdi>{row.description}</bdi>
                </div>
              )}
            </th>
            <td>{row.group ? <bdi>{row.group.name}</bdi> : 'Every client'}</td>
            <td>{row.contracts}</td>
            <td>{row.drifted}</td>
            <td>{row.lines}</td>
            <td className="f-money">{money(row.monthly, row.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);
