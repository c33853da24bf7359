import { Button } from '@mantine/core';
import { useState } from 'react';
import type { VendorListRow } from '#shared/count.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';
import { ImportVendorList } from './import-vendor-list.tsx';
import { shortDay } from './money.ts';
import { BillingTabs } from './tabs.tsx';
import { VendorListRows } from './vendor-list-rows.tsx';
import { VendorNames } from './vendor-names.tsx';
import '../clients/report/report.css';
import './billing.css';

/** Lists of vendors as they were imported, and what the names in them mean. */
export default function VendorsPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const lists = useGet('GET /vendor-lists', {});
  const names = useGet('GET /vendor-names', {});
  const may = can('contract.manage');
  const list = at.get('list');
  const error = lists.error ?? names.error;
  const add = may && <Button onClick={() => setAdding(true)}>Import a list</Button>;
  return (
    <div className="f-report">
      <PageHead title="Billing" actions={add}>
        <BillingTabs />
      </PageHead>
      <PageBody>
        {error && (
          <ErrorState error={error} onRetry={() => void Promise.all([lists.refetch(), names.refetch()])} compact />
        )}
        {!error && (!lists.data || !names.data) && <SkeletonLines lines={8} />}
        {lists.data?.items.length === 0 && (
          <EmptyState title="No list was imported yet" action={add}>
            A list of Microsoft 365 seats, backups or whatever else a vendor bills by client: what it says is held
            against the contracts before the run.
          </EmptyState>
        )}
        {names.data && names.data.items.length > 0 && <VendorNames names={names.data.items} may={may} />}
        {lists.data && lists.data.items.length > 0 && (
          <Section
            title="Lists"
            help="Of each vendor the list of the latest day counts, and of several for that day the last."
          >
            <Lists rows={lists.data.items} onOpen={(id) => go({ list: id })} />
          </Section>
        )}
      </PageBody>
      <Dialog title="Import a list" opened={adding} onClose={() => setAdding(false)} size={820}>
        <ImportVendorList onClose={() => setAdding(false)} />
      </Dialog>
      <Dialog title="List" opened={list !== null} onClose={() => go({ list: null })} size={820}>
        {list && <VendorListRows id={list} />}
      </Dialog>
    </div>
  );
}

function Lists({ rows, onOpen }: { rows: readonly VendorListRow[]; onOpen(id: string): void }) {
  return (
    <Sideways label="Lists as a table">
      <table className="f-report-table">
        <caption className="f-hidden">Lists of vendors</caption>
        <thead>
          <tr>
            <th scope="col">Vendor</th>
            <th scope="col">As of</th>
            <th scope="col" className="f-money">
              Rows
            </th>
            <th scope="col">Counts</th>
            <th scope="col">Imported</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${row.vendor}, ${shortDay(row.day)}`}
                  onClick={() => onOpen(row.id)}
                >
                  <bdi>{row.vendor}</bdi>
                </Button>
              </th>
              <td>{shortDay(row.day)}</td>
              <td className="f-money">{row.rows}</td>
              <td>{row.counts ? 'This one' : <span className="f-dim">Superseded</span>}</td>
              <td>
                <TimeAgo at={row.at} /> {row.by && <bdi className="f-dim">{row.by}</bdi>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
