import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AlertCountQuery, AlertRow } from '#shared/alert.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconAlertTriangle, IconSearch } from '#web/ui/icons.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useCan } from '../session/me.ts';
import { COLUMNS } from './columns.tsx';
import { ShownTabs } from './shown-tabs.tsx';
import { useAlertDeeds } from './use-alert-deeds.ts';
import { useAlertNews } from './use-alert-news.ts';
import { KIND_CHOICES, mayBeAcknowledged, mayBecomeTicket, SEVERITY_CHOICES, SHOWN } from './words.ts';
import '#web/ui/form/form.css';
import './alerts.css';

/** So many of the list's first rows are looked at again when something is heard: what joins an alert changes it where it stands. */
const LOOKED_AT = 50;
const marksOf = (rows: readonly AlertRow[]) =>
  rows.map(({ id, version, explains }) => [id, version, explains].join(' ')).join();
const idOf = ({ id }: AlertRow) => id;
const readAgain = () => queryClient.invalidateQueries({ queryKey: ['GET /alerts'] });

/** What monitoring systems say is wrong: what explains others once, with what was decided and why. */
export default function AlertsPage() {
  const navigate = useNavigate();
  const may = useCan()('alert.work');
  const { at, go } = useAddress();
  const show = SHOWN[at.get('show') ?? ''] ? (at.get('show') as string) : 'now';
  const [severity, kind, clientId, q] = [at.get('severity'), at.get('kind'), at.get('client'), at.get('q') ?? ''];
  const filters = {
    ...(severity ? { severity: [Number(severity)] } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(clientId ? { clientId } : {}),
    ...(at.get('unknown') ? { unknown: true } : {}),
    ...(q ? { q } : {}),
  };
  const found = { ...(q ? {} : { grouped: true }), ...filters };
  const query = { state: [...(SHOWN[show]?.states ?? [])], ...found };
  const { rows, more, reading } = usePages('GET /alerts', query);
  const { data: latest, refetch: look } = useGet('GET /alerts', { query: { ...query, limit: LOOKED_AT } as never });
  useAlertNews(() => void look());
  const hasNew =
    latest !== undefined && reading.isSuccess && marksOf(latest.items) !== marksOf(rows.slice(0, LOOKED_AT));
  const isEmpty = reading.isSuccess && rows.length === 0;
  // Nothing jumps under the reader where there is nothing yet.
  useEffect(() => {
    if (hasNew && isEmpty) void readAgain();
  }, [hasNew, isEmpty]);
  const open = ({ id }: AlertRow) => void navigate({ to: '/alerts/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  const deeds = useAlertDeeds();
  const row = rows.find(({ id }) => id === current);
  const group = 'Alert';
  useShortcuts([
    {
      combo: 'a',
      label: 'Acknowledge the alert',
      group,
      run: () => may && row && mayBeAcknowledged(row) && deeds.acknowledge(row.id),
    },
    {
      combo: 't',
      label: 'Make a ticket of the alert',
      group,
      run: () => may && row && mayBecomeTicket(row) && deeds.makeTicket(row.id),
    },
  ]);
  return (
    <>
      <PageHead
        title="Alerts"
        actions={
          <Button component={Link} to="/alerts/recurring" variant="default" c="var(--button-color)">
            What comes back
          </Button>
        }
      >
        <ShownTabs show={show} query={found as AlertCountQuery} />
        {hasNew && !isEmpty && (
          <Button variant="light" size="compact-sm" onClick={() => void readAgain()}>
            Something new · show
          </Button>
        )}
      </PageHead>
      <search className="f-list-bar f-alert-filters">
        <SearchField label="Search alerts" text={q} onChange={(text) => go({ q: text })} />
        <Select
          aria-label="Severity"
          placeholder="Any severity"
          clearable
          data={SEVERITY_CHOICES}
          value={severity}
          onChange={(next) => go({ severity: next })}
        />
        <Select
          aria-label="Kind"
          placeholder="All kinds"
          clearable
          data={KIND_CHOICES}
          value={kind}
          onChange={(next) => go({ kind: next })}
        />
        <ClientFilter value={clientId} onChange={(next) => go({ client: next })} />
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Alerts"
          columns={COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ title }) => title}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          rowHeight={52}
          narrowRowHeight={100}
          empty={
            Object.keys(filters).length > 0 || show !== 'now' ? (
              <EmptyState icon={IconSearch} title="Nothing fits">
                Try another state, severity, kind or client.
              </EmptyState>
            ) : (
              <NothingWrong />
            )
          }
        />
      )}
    </>
  );
}

/** Nothing to see says little while no system is asked; whoever may connect one is led there. */
function NothingWrong() {
  const can = useCan();
  const { data } = useGet('GET /connectors', {}, { enabled: can('connector.read') });
  const isDeaf = data?.items.length === 0;
  return (
    <EmptyState
      icon={IconAlertTriangle}
      title={isDeaf ? 'Nothing is connected yet' : 'Nothing is wrong'}
      action={
        isDeaf &&
        can('connector.manage') && (
          <Button component={Link} to="/settings/connectors" c="var(--button-color)">
            Connect a system
          </Button>
        )
      }
    >
      What your monitoring systems raise stands here a moment later, with what was decided about it and why.
    </EmptyState>
  );
}
