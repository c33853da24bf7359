import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Item } from '#web/api/client.ts';
import { useReadOn } from '#web/api/read-on.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconClock } from '#web/ui/icons.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { ENDS_COLUMNS, type End } from './ends-columns.tsx';
import { EstateTabs } from './tabs.tsx';
import '#web/ui/form/form.css';
import './duplicates.css';

const PAGE = 100;
const DAYS = [
  { value: '30', label: 'Within 30 days' },
  { value: '90', label: 'Within 90 days' },
  { value: '365', label: 'Within a year' },
];
/** An item may end in several ways: its warranty and its contract. */
const idOf = ({ item, attribute }: Item<'GET /item-ends'>) => `${item.id} ${attribute}`;

/** What ends when, the nearest first: warranties, certificates, domains, licences, contracts. */
export default function EndsPage() {
  const navigate = useNavigate();
  const { at, go } = useAddress();
  const clientId = at.get('client');
  const days = DAYS.find(({ value }) => value === at.get('days'))?.value ?? null;
  const reading = useReadOn('GET /item-ends', {
    query: { limit: PAGE, ...(clientId ? { clientId } : {}), ...(days ? { withinDays: Number(days) } : {}) },
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = reading;
  const rows = useMemo(
    () => [...new Map(data?.pages.flatMap(({ items }) => items).map((one) => [idOf(one), one])).values()],
    [data],
  );
  const open = ({ item }: End) => void navigate({ to: '/estate/$id', params: { id: item.id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  return (
    <>
      <PageHead title="What ends">
        <EstateTabs />
      </PageHead>
      <search className="f-list-bar f-estate-filters">
        <Select
          aria-label="When"
          placeholder="Whenever it ends"
          clearable
          data={DAYS}
          value={days}
          onChange={(next) => go({ days: next })}
        />
        <ClientFilter value={clientId} onChange={(client) => go({ client })} />
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="What ends"
          columns={ENDS_COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ item, name }) => `${item.name}: ${name}`}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
          rowHeight={52}
          narrowRowHeight={82}
          empty={
            <EmptyState icon={IconClock} title={days || clientId ? 'Nothing ends here' : 'Nothing is known to end'}>
              {days || clientId
                ? 'Try a longer time, or all clients.'
                : 'The ends of warranties, certificates, domains, licences and contracts stand here, from thirty days ago on. A ticket is opened as many days before as the class of the item says.'}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
