import { Button, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientView } from '#shared/client.ts';
import { useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconBuilding, IconSearch } from '#web/ui/icons.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan, useMe } from '../session/me.ts';
import { CLIENT_COLUMNS } from './columns.tsx';
import { NewClient } from './new-client.tsx';
import { ClientTabs } from './tabs.tsx';

const idOf = ({ id }: ClientView) => id;

/** Every client: found by name or code, narrowed to a group, opened to the whole relation. */
export default function ClientsPage() {
  const navigate = useNavigate();
  const can = useCan();
  // Whoever works for certain clients would not see a new one.
  const mayAdd = useMe().allClients && can('client.manage');
  const { at, go } = useAddress();
  const [creating, setCreating] = useState(at.get('new') === '1');
  const { data: groups } = useGet('GET /client-groups', {});
  const q = at.get('q') ?? '';
  const groupId = at.get('group');
  const active = at.get('show') !== 'inactive';
  const { rows, more, reading } = usePages('GET /clients', { q, active, ...(groupId ? { groupId } : {}) });
  const open = ({ id }: ClientView) => void navigate({ to: '/clients/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  useCommands(mayAdd ? [{ label: 'New client', group: 'Do', run: () => setCreating(true) }] : []);
  const add = mayAdd && <Button onClick={() => setCreating(true)}>New client</Button>;
  return (
    <>
      <PageHead title="Clients" actions={add}>
        <ClientTabs />
      </PageHead>
      <search className="f-list-bar">
        <SearchField label="Search clients" text={q} onChange={(text) => go({ q: text })} />
        <Select
          aria-label="Group"
          placeholder="All groups"
          clearable
          data={named(groups?.items ?? [])}
          value={groupId}
          onChange={(group) => go({ group })}
        />
        <SegmentedControl
          aria-label="Which clients"
          data={[
            { value: 'active', label: 'Active' },
            { value: 'inactive', label: 'Inactive' },
          ]}
          value={active ? 'active' : 'inactive'}
          onChange={(show) => go({ show: show === 'inactive' ? show : null })}
        />
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Clients"
          columns={CLIENT_COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ name }) => name}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          empty={
            q || groupId || !active ? (
              <EmptyState icon={IconSearch} title="No client fits">
                Try fewer letters, another group, or look among the inactive ones.
              </EmptyState>
            ) : (
              <EmptyState icon={IconBuilding} title="No clients yet" action={add}>
                A client is a company you serve. Its tickets, people, service hours and settings hang on it.
              </EmptyState>
            )
          }
        />
      )}
      <Dialog title="New client" opened={creating} onClose={() => setCreating(false)} size={620}>
        <NewClient onCancel={() => setCreating(false)} />
      </Dialog>
    </>
  );
}
