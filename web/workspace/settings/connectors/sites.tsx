import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorSite, ConnectorView } from '#shared/connector.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { MOST_OFFERED, Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useClients } from '../../desk/names.ts';
import { counted } from './words.ts';

const REFRESH = ['GET /connectors', 'GET /connectors/{id}', 'GET /connectors/{id}/sites'] as const;
const PASSED_OVER = 'passed over';
/** The first sites are being read while somebody looks. */
const SOON_MS = 3_000;
const AGAIN_MS = 15_000;

/** Which client each place at the system is; those without one first. */
export function Sites({ connector: { id, kind }, mayEdit }: { connector: ConnectorView; mayEdit: boolean }) {
  const { data, error, refetch } = useGet(
    'GET /connectors/{id}/sites',
    { params: { id } },
    { refetchInterval: ({ state }) => (state.data?.items.length ? AGAIN_MS : SOON_MS) },
  );
  const clients = useClients();
  const put = useDo('PUT /connectors/{id}/sites', { failed: 'Not mapped', refresh: REFRESH });
  const accept = useDo('POST /connectors/{id}/sites/accept', { failed: 'Not mapped', refresh: REFRESH });
  const make = useDo('POST /connectors/{id}/sites/clients', {
    failed: 'No client was made',
    refresh: [...REFRESH, 'GET /clients'],
  });
  const items = data?.items ?? [];
  const suggested = items.filter(({ suggestion }) => suggestion !== null);
  const orphans = items.filter(
    ({ clientId, ignored, suggestion }) => clientId === null && !ignored && suggestion === null,
  );
  const map = (externalId: string, clientId: string | null, ignored = false, siteId: string | null = null) =>
    put.mutate({ params: { id }, body: { items: [{ externalId, clientId, siteId, ignored }] } });
  return (
    <Section
      title="Sites and clients"
      help={
        kind === 'rmm'
          ? 'Devices and alerts of a site come to its client. Those of a site that is nobody’s are counted, and stay out.'
          : 'What names a client in its calls. Alerts of what is nobody’s come to you, until somebody says whose they are.'
      }
      actions={
        mayEdit && (
          <>
            {suggested.length > 0 && (
              <Button loading={accept.isPending} onClick={() => accept.mutate({ params: { id } })}>
                Accept {counted(suggested.length, 'suggestion')}
              </Button>
            )}
            {orphans.length > 0 && (
              <Button
                variant="default"
                loading={make.isPending}
                onClick={() =>
                  make.mutate({
                    params: { id },
                    body: { externalIds: orphans.slice(0, 500).map(({ externalId }) => externalId) },
                  })
                }
              >
                Make {counted(orphans.length, 'client')}
              </Button>
            )}
          </>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonLines lines={4} />
      ) : items.length === 0 ? (
        <p className="f-plain">{kind === 'rmm' ? 'No site has been read yet.' : 'Nothing has named a client yet.'}</p>
      ) : (
        <Sideways label="Each site and its client">
          <table className="f-connector-table">
            <thead>
              <tr>
                <th scope="col">There</th>
                <th scope="col">Client here</th>
              </tr>
            </thead>
            <tbody>
              {items.map((site) => (
                <SiteRow
                  key={site.externalId}
                  site={site}
                  mayEdit={mayEdit}
                  clients={clients}
                  onMap={(clientId, ignored, siteId) => map(site.externalId, clientId, ignored, siteId)}
                />
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </Section>
  );
}

type RowProps = {
  site: ConnectorSite;
  mayEdit: boolean;
  clients: readonly { id: string; name: string }[];
  onMap(clientId: string | null, ignored?: boolean, siteId?: string | null): void;
};

function SiteRow({ site, mayEdit, clients, onMap }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, parentName, deviceCount, gone, clientId, clientName, siteName, ignored, suggestion } = site;
  const whole = parentName ? `${parentName} / ${name}` : name;
  const known = new Map(clients.map((client) => [client.id, client.name]));
  if (clientId && clientName) known.set(clientId, clientName);
  const data = [
    { value: PASSED_OVER, label: 'Passed over' },
    ...[...known].map(([value, label]) => ({ value, label })),
  ];
  return (
    <tr data-waits={(clientId === null && !ignored) || undefined}>
      <th scope="row">
        <bdi>{whole}</bdi>{' '}
        <span className="f-dim">
          {deviceCount !== null && counted(deviceCount, 'device')}
          {gone && ' · no longer there'}
        </span>
      </th>
      <td>
        {mayEdit ? (
          <Select
            aria-label={`Client of ${whole}`}
            placeholder="Nobody’s yet"
            searchable
            clearable
            limit={MOST_OFFERED}
            data={isOpen ? data : data.filter(({ value }) => value === (ignored ? PASSED_OVER : clientId))}
            value={ignored ? PASSED_OVER : clientId}
            onFocus={() => setOpen(true)}
            onChange={(value) => (value === PASSED_OVER ? onMap(null, true) : onMap(value))}
          />
        ) : (
          <bdi>{ignored ? 'Passed over' : (clientName ?? 'Nobody’s yet')}</bdi>
        )}
        {mayEdit && clientId !== null ? (
          <SiteOfClient
            site={site}
            clientId={clientId}
            whole={whole}
            onMap={(siteId) => onMap(clientId, false, siteId)}
          />
        ) : (
          siteName && (
            <span className="f-dim">
              at <bdi>{siteName}</bdi>
            </span>
          )
        )}
        {suggestion && (
          <span className="f-connector-suggestion">
            <span className="f-dim">
              Perhaps <bdi>{suggestion.clientName}</bdi>
              {suggestion.siteName && (
                <>
                  , <bdi>{suggestion.siteName}</bdi>
                </>
              )}
              : {suggestion.why.charAt(0).toLowerCase() + suggestion.why.slice(1)}
            </span>
            {mayEdit && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Accept ${suggestion.clientName} for ${whole}`}
                onClick={() => onMap(suggestion.clientId, false, suggestion.siteId)}
              >
                Accept
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

type SiteProps = { site: ConnectorSite; clientId: string; whole: string; onMap(siteId: string | null): void };

/** Which site of its client a place is; asked for once somebody looks. */
function SiteOfClient({ site: { siteId, siteName }, clientId, whole, onMap }: SiteProps) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useGet('GET /clients/{id}/sites', { params: { id: clientId } }, { enabled: isOpen });
  const known = siteId && siteName ? [{ value: siteId, label: siteName }] : [];
  return (
    <Select
      mt={4}
      aria-label={`Site of the client for ${whole}`}
      placeholder="No site of the client in particular"
      searchable
      clearable
      limit={MOST_OFFERED}
      data={data ? data.items.map(({ id, name }) => ({ value: id, label: name })) : known}
      value={siteId}
      onFocus={() => setOpen(true)}
      onChange={onMap}
    />
  );
}
