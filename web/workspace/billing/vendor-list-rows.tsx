import type { VendorListView } from '#shared/count.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Facts } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { shortDay } from './money.ts';

/** A list of a vendor with its rows as they were imported. */
export function VendorListRows({ id }: { id: string }) {
  const { data, error, refetch } = useGet('GET /vendor-lists/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  return (
    <>
      <Facts
        facts={[
          ['Vendor', <bdi key="vendor">{data.vendor}</bdi>],
          ['As of', shortDay(data.day)],
          ['Counts', data.counts ? 'This one' : 'A later list does'],
        ]}
      />
      <ListedRows lines={data.lines} />
    </>
  );
}

/** Rows as a vendor writes them, each with whose and what it is here. */
export const ListedRows = ({ lines }: { lines: VendorListView['lines'] }) => (
  <Sideways label="Rows">
    <table className="f-report-table">
      <caption className="f-hidden">Rows of the list</caption>
      <thead>
        <tr>
          <th scope="col" className="f-money">
            Line
          </th>
          <th scope="col">Client</th>
          <th scope="col">Product</th>
          <th scope="col" className="f-money">
            Quantity
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((row) => (
          <tr key={row.line}>
            <td className="f-money">{row.line}</td>
            <td>
              <Meant said={row.client} means={row.forClient} />
            </td>
            <td>
              <Meant said={row.product} means={row.forProduct} />
            </td>
            <td className="f-money">{row.quantity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);

const Meant = ({ said, means }: { said: string; means: string | null }) => (
  <>
    <bdi>{said}</bdi>
    {means !== said && <div className="f-dim">{means ? <bdi>{means}</bdi> : 'not mapped'}</div>}
  </>
);
