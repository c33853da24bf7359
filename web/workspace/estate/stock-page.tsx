import { Link } from '@tanstack/react-router';
import type { Stock } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconTag } from '#web/ui/icons.ts';
import type { Column } from '#web/ui/table/columns.ts';
import { Table } from '#web/ui/table/table.tsx';
import { ClientFilter } from '../desk/client-filter.tsx';
import { EstateTabs } from './tabs.tsx';
import '#web/ui/form/form.css';

type Line = Stock['items'][number];
const idOf = ({ client, site, classKey }: Line) => `${client.id} ${site?.id ?? ''} ${classKey}`;

/** The items of a line, in the list of the estate. */
const searchOf = ({ client, site, classKey }: Line, state: 'in_stock' | 'on_order') => ({
  client: client.id,
  class: classKey,
  state,
  ...(site ? { site: site.id } : {}),
});

function Count({ line, state, count }: { line: Line; state: 'in_stock' | 'on_order'; count: number }) {
  if (count === 0) return <span className="f-dim">0</span>;
  const words = state === 'in_stock' ? 'in stock' : 'on order';
  return (
    <Link to="/estate" search={searchOf(line, state) as never} aria-label={`${count} ${words}: ${line.className}`}>
      {count.toLocaleString('en')}
    </Link>
  );
}

const place = ({ client, site }: Line) => (
  <span className="f-table-title">
    <bdi className="f-cut">{client.name}</bdi>
    <bdi className="f-dim f-cut">{site?.name ?? 'No site'}</bdi>
  </span>
);

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'class',
    title: 'Class',
    width: 'minmax(140px, 2fr)',
    cell: ({ className }) => <bdi className="f-cut">{className}</bdi>,
    narrow: (line) => (
      <span className="f-table-title">
        <bdi className="f-cut">{line.className}</bdi>
        <bdi className="f-dim f-cut">
          {line.client.name} · {line.site?.name ?? 'No site'}
        </bdi>
      </span>
    ),
  },
  { key: 'place', title: 'Client', width: 'minmax(140px, 2fr)', from: 560, cell: place },
  {
    key: 'stock',
    title: 'In stock',
    width: '80px',
    cell: (line) => <Count line={line} state="in_stock" count={line.inStock} />,
  },
  {
    key: 'order',
    title: 'On order',
    width: '80px',
    cell: (line) => <Count line={line} state="on_order" count={line.onOrder} />,
  },
];

/** What lies in stock or is on order, by class, client and site. */
export default function StockPage() {
  const { at, go } = useAddress();
  const clientId = at.get('client');
  const { data, error, isPending, refetch } = useGet('GET /item-stock', { query: clientId ? { clientId } : {} });
  return (
    <>
      <PageHead title="Stock">
        <EstateTabs />
      </PageHead>
      <search className="f-list-bar">
        <ClientFilter value={clientId} onChange={(client) => go({ client })} />
      </search>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          label="Stock"
          columns={COLUMNS}
          rows={data?.items ?? []}
          idOf={idOf}
          nameOf={({ className, client }) => `${className}, ${client.name}`}
          loading={isPending}
          rowHeight={52}
          narrowRowHeight={60}
          empty={
            <EmptyState icon={IconTag} title="Nothing is in stock">
              Items whose state is “In stock” or “On order” are counted here.
            </EmptyState>
          }
        />
      )}
    </>
  );
}
