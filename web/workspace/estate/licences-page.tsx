import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LicencePosition } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconKey } from '#web/ui/icons.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { gapWords, isShort } from './licence-gap.ts';
import { EstateTabs } from './tabs.tsx';
import { daysUntil, untilWords } from './until-words.ts';
import '#web/ui/form/form.css';
import './duplicates.css';
import './licences.css';

/** The server lists no more; whoever has more asks client by client. */
const MOST = 500;

/** What licences entitle to, against what is installed. */
export default function LicencesPage() {
  const { at, go } = useAddress();
  const clientId = at.get('client');
  const { data, error, refetch } = useGet('GET /licence-positions', { query: clientId ? { clientId } : {} });
  return (
    <>
      <PageHead title="Licences">
        <EstateTabs />
      </PageHead>
      <search className="f-list-bar f-estate-filters">
        <ClientFilter value={clientId} onChange={(client) => go({ client })} />
      </search>
      <PageBody>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : !data ? (
          <SkeletonLines lines={10} />
        ) : data.items.length === 0 ? (
          <EmptyState icon={IconKey} title="No licences are kept">
            Add an item of the class Software licence with the software’s name and how many it entitles to: what is
            installed is counted from what inventories tell.
          </EmptyState>
        ) : (
          <Positions positions={data.items} />
        )}
        {data?.items.length === MOST && (
          <p className="f-plain f-dim">These are the first {MOST}. Choose a client to see all of theirs.</p>
        )}
      </PageBody>
    </>
  );
}

function Positions({ positions }: { positions: readonly LicencePosition[] }) {
  const now = useNow();
  return (
    <Sideways label="Licences">
      <table className="f-licences">
        <caption className="f-hidden">What licences entitle to and what is installed</caption>
        <thead>
          <tr>
            <th scope="col">Licence</th>
            <th scope="col">Gap</th>
            <th scope="col">Client</th>
            <th scope="col" data-number>
              Entitled to
            </th>
            <th scope="col" data-number>
              Installed
            </th>
            <th scope="col">Expires</th>
          </tr>
        </thead>
        <tbody>
          {positions.map((one) => (
            <tr key={one.item.id}>
              <th scope="row">
                <Link to="/estate/$id" params={{ id: one.item.id }}>
                  <bdi>{one.item.name}</bdi>
                </Link>
                {one.product !== '' && one.product !== one.item.name && (
                  <bdi className="f-licence-product f-dim">{one.product}</bdi>
                )}
              </th>
              <td>{isShort(one) ? <Badge color="red">{gapWords(one)}</Badge> : <span>{gapWords(one)}</span>}</td>
              <td>
                <bdi>{one.client.name}</bdi>
              </td>
              <td data-number>{one.seats}</td>
              <td data-number>
                {one.installed}
                <span className="f-licence-product f-dim">{one.metric === 'user' ? 'by person' : 'by device'}</span>
              </td>
              <td>
                {one.expiresOn ? untilWords(daysUntil(one.expiresOn, now)) : <span className="f-dim">Never</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
