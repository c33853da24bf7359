import { Badge, Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffView } from '#shared/identity.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconSearch } from '#web/ui/icons.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { fits } from '#web/ui/picker/picker.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { Invite } from './invite.tsx';
import { Load } from './load.tsx';
import { PeopleTabs } from './tabs.tsx';
import './people.css';

const idOf = ({ id }: StaffView) => id;

function usePeopleColumns(): Column<StaffView>[] {
  const { data: roles } = useGet('GET /roles', {});
  const roleName = (key: string) => roles?.items.find((role) => role.key === key)?.name ?? key;
  return [
    {
      key: 'name',
      title: 'Name',
      width: 'minmax(150px, 2fr)',
      cell: ({ id, name, active, onLeave }) => (
        <span className="f-row-name">
          <Link to="/people/$id" params={{ id }} className="f-cut" tabIndex={-1}>
            <PersonChip name={name} away={onLeave} />
          </Link>
          {!active && <Badge color="gray">Deactivated</Badge>}
        </span>
      ),
    },
    {
      key: 'title',
      title: 'Job title',
      width: 'minmax(100px, 1fr)',
      from: 900,
      cell: ({ title }) => <span className="f-cut">{title}</span>,
    },
    {
      key: 'roles',
      title: 'Roles',
      width: 'minmax(100px, 1fr)',
      from: 520,
      cell: ({ roleKeys }) => <span className="f-cut">{roleKeys.map(roleName).join(', ')}</span>,
    },
    {
      key: 'skills',
      title: 'Skills',
      width: 'minmax(120px, 2fr)',
      from: 760,
      cell: ({ skills }) => <span className="f-cut f-dim">{skills.join(', ')}</span>,
    },
    {
      key: 'clients',
      title: 'Clients',
      width: '72px',
      from: 640,
      cell: ({ allClients, clientIds }) => (allClients ? 'All' : clientIds.length),
    },
    {
      key: 'load',
      title: 'Load',
      width: '108px',
      cell: (person) => <Load open={person.openTickets} capacity={person.capacity} />,
    },
  ];
}

/** Everybody who works here: what they may do, what they are good at, how much they carry. */
export default function PeoplePage() {
  const navigate = useNavigate();
  const can = useCan();
  const columns = usePeopleColumns();
  const { at, go } = useAddress();
  const [inviting, setInviting] = useState(false);
  const { data, error, isPending, refetch } = useGet('GET /staff', {});
  const q = at.get('q') ?? '';
  const active = at.get('show') !== 'inactive';
  const rows = (data?.items ?? []).filter(
    (person) =>
      person.active === active && fits([person.name, person.email, person.title, ...person.skills].join(' '), q),
  );
  const open = ({ id }: StaffView) => void navigate({ to: '/people/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  useCommands(can('staff.manage') ? [{ label: 'Invite somebody', group: 'Do', run: () => setInviting(true) }] : []);
  return (
    <>
      <PageHead
        title="People"
        actions={can('staff.manage') && <Button onClick={() => setInviting(true)}>Invite</Button>}
      >
        <PeopleTabs />
      </PageHead>
      <search className="f-list-bar">
        <SearchField label="Search name, title or skill" text={q} onChange={(text) => go({ q: text })} />
        <SegmentedControl
          aria-label="Which people"
          data={[
            { value: 'active', label: 'Active' },
            { value: 'inactive', label: 'Deactivated' },
          ]}
          value={active ? 'active' : 'inactive'}
          onChange={(show) => go({ show: show === 'inactive' ? show : null })}
        />
      </search>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          label="People"
          columns={columns}
          rows={rows}
          idOf={idOf}
          nameOf={({ name }) => name}
          loading={isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          empty={
            <EmptyState icon={IconSearch} title="Nobody fits">
              {active ? 'Try fewer letters, or look among those who left.' : 'Nobody has left.'}
            </EmptyState>
          }
        />
      )}
      <Dialog title="Invite somebody" opened={inviting} onClose={() => setInviting(false)} size={620}>
        <Invite onClose={() => setInviting(false)} />
      </Dialog>
    </>
  );
}
