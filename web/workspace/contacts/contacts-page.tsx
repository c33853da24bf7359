import { Badge, Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContactView } from '#shared/client.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconSearch, IconUsers } from '#web/ui/icons.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientTabs } from '../clients/tabs.tsx';
import { ClientFilter } from '../desk/client-filter.tsx';

import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { NewContact } from './new-contact.tsx';
import '../clients/clients.css';

const idOf = ({ id }: ContactView) => id;

const COLUMNS: readonly Column<ContactView>[] = [
  {
    key: 'name',
    title: 'Name',
    width: 'minmax(140px, 2fr)',
    cell: ({ id, name, vip, active }) => (
      <span className="f-row-name">
        <Link to="/contacts/$id" params={{ id }} className="f-cut" tabIndex={-1}>
          <PersonChip name={name} vip={vip} />
        </Link>
        {!active && <Badge color="gray">Inactive</Badge>}
      </span>
    ),
  },
  {
    key: 'client',
    title: 'Client',
    width: 'minmax(110px, 2fr)',
    cell: ({ clientName }) => <bdi className="f-cut">{clientName}</bdi>,
  },
  {
    key: 'email',
    title: 'E-mail',
    width: 'minmax(150px, 2fr)',
    from: 640,
    cell: ({ email }) => <span className="f-cut">{email}</span>,
  },
  {
    key: 'phone',
    title: 'Phone',
    width: '140px',
    from: 820,
    cell: ({ phone }) => <span className="f-cut">{phone}</span>,
  },
  {
    key: 'open',
    title: 'Open',
    width: '56px',
    align: 'end',
    from: 460,
    cell: ({ openTickets }) => openTickets || <span className="f-dim">0</span>,
  },
];

/** The people of all clients, by name, e-mail or phone. */
export default function ContactsPage() {
  const navigate = useNavigate();
  const can = useCan();
  const { at, go } = useAddress();
  const [adding, setAdding] = useState(false);
  const q = at.get('q') ?? '';
  const clientId = at.get('client');
  const { rows, more, reading } = usePages('GET /contacts', { q, ...(clientId ? { clientId } : {}) });
  const open = ({ id }: ContactView) => void navigate({ to: '/contacts/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  useCommands(can('contact.manage') ? [{ label: 'New contact', group: 'Do', run: () => setAdding(true) }] : []);
  const add = can('contact.manage') && <Button onClick={() => setAdding(true)}>New contact</Button>;
  return (
    <>
      <PageHead title="Contacts" actions={add}>
        <ClientTabs />
      </PageHead>
      <search className="f-list-bar">
        <SearchField label="Search name, e-mail or phone" text={q} onChange={(text) => go({ q: text })} />
        <ClientFilter value={clientId} onChange={(client) => go({ client })} />
      </search>
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Contacts"
          columns={COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ name }) => name}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          empty={
            q || clientId ? (
              <EmptyState icon={IconSearch} title="Nobody fits">
                Try fewer letters, part of the phone number, or all clients.
              </EmptyState>
            ) : (
              <EmptyState icon={IconUsers} title="No contacts yet" action={add}>
                Contacts are the people of your clients who report, are called back and confirm that it works.
              </EmptyState>
            )
          }
        />
      )}
      <Dialog title="New contact" opened={adding} onClose={() => setAdding(false)}>
        <NewContact {...(clientId ? { clientId } : {})} onClose={() => setAdding(false)} />
      </Dialog>
    </>
  );
}
