import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { openCreate } from '../create/store.ts';
import { useCan } from '../session/me.ts';
import { AboutClient } from './client/about.tsx';
import { Escalation } from './client/escalation.tsx';
import { ClientEstate } from './client/estate.tsx';
import { InventoryAgents } from './client/inventory-agents.tsx';
import { MailDomains } from './client/mail-domains.tsx';
import { OnInvoices } from './client/on-invoices.tsx';
import { OpenWork } from './client/open-work.tsx';
import { People } from './client/people.tsx';
import { PortalAddress } from './client/portal-address.tsx';
import { ClientRecurring } from './client/recurring.tsx';
import { ClientServiceLevels } from './client/service-levels.tsx';
import { ClientServices } from './client/services.tsx';
import { ClientSettings } from './client/settings.tsx';
import { SignIn } from './client/sign-in.tsx';
import { Sites } from './client/sites.tsx';
import { ClientTimeline } from './client/timeline.tsx';
import { EditClient } from './edit-client.tsx';

/** The whole relation with a client on one page. */
export default function ClientPage() {
  const { id } = useParams({ from: '/workspace/clients/$id' });
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useGet('GET /clients/{id}/overview', { params: { id } });
  const mayEdit = can('client.manage') && data !== undefined;
  useShortcuts(
    [{ combo: 'e', label: 'Edit the client', group: 'Client', opens: 'dialogue', run: () => setEditing(true) }],
    mayEdit,
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Coming />;
  const { client } = data;
  return (
    <>
      <PageHead
        title={client.name}
        actions={
          <>
            {mayEdit && (
              <Button variant="default" onClick={() => setEditing(true)}>
                Edit
              </Button>
            )}
            {can('ticket.read') && (
              <Button
                variant="default"
                renderRoot={(props) => <Link {...props} to="/clients/$id/service-levels" params={{ id }} />}
              >
                Service level report
              </Button>
            )}
            {can('ticket.create') && <Button onClick={() => openCreate({ clientId: id })}>New ticket</Button>}
          </>
        }
      >
        <span className="f-mono f-dim">{client.code}</span>
        {!client.active && <Badge color="gray">Inactive</Badge>}
      </PageHead>
      <PageBody
        aside={
          <>
            <AboutClient client={client} />
            <Escalation overview={data} />
            <Sites clientId={id} />
            <ClientServices clientId={id} services={data.services} />
            {can('contract.read') && client.kind === 'client' && <OnInvoices clientId={id} name={client.name} />}
            <PortalAddress clientId={id} name={client.name} />
            <MailDomains clientId={id} name={client.name} />
            {can('sso.manage') && <SignIn clientId={id} />}
            {can('estate.read') && <InventoryAgents clientId={id} />}
            {can('settings.read') && <ClientSettings clientId={id} />}
          </>
        }
      >
        <OpenWork overview={data} />
        {can('contact.read') && <People clientId={id} count={data.contacts} />}
        {can('settings.read') && <ClientServiceLevels clientId={id} name={client.name} />}
        {can('estate.read') && <ClientEstate clientId={id} name={client.name} />}
        <ClientRecurring clientId={id} />
        <ClientTimeline clientId={id} />
      </PageBody>
      <Dialog title={`Edit ${client.name}`} opened={editing} onClose={() => setEditing(false)} size={620}>
        <EditClient client={client} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function Coming() {
  return (
    <>
      <PageHead title="Client" />
      <PageBody
        aside={
          <Section title="About">
            <SkeletonLines lines={6} />
          </Section>
        }
      >
        <Section title="Open work">
          <SkeletonLines lines={8} />
        </Section>
      </PageBody>
    </>
  );
}
