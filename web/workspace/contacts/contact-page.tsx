import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContactCard } from '#shared/client.ts';
import type { Static } from '#shared/http.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { languages } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { openCreate } from '../create/store.ts';
import { TicketLines } from '../desk/ticket-lines.tsx';
import { useCan } from '../session/me.ts';
import { ContactMail } from './contact-mail.tsx';
import { contactValues, EditContact } from './edit-contact.tsx';
import { NewContact } from './new-contact.tsx';
import { SEES_WORDS } from './sees-words.ts';
import { ContactSignIn } from './sign-in/section.tsx';
import '../clients/clients.css';

/** One person: how to reach them, where they belong, and what they reported. */
export default function ContactPage() {
  const { id } = useParams({ from: '/workspace/contacts/$id' });
  const { data, error, refetch } = useGet('GET /contacts/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Card key={id} card={data} />;
  return (
    <>
      <PageHead title="Contact" />
      <PageBody narrow>
        <SkeletonLines lines={8} />
      </PageBody>
    </>
  );
}

function Card({ card: { contact, alsoAt } }: { card: Static<typeof ContactCard> }) {
  const can = useCan();
  const [open, setOpen] = useState<'edit' | 'also' | null>(null);
  const close = () => setOpen(null);
  const mayEdit = can('contact.manage');
  useShortcuts(
    [{ combo: 'e', label: 'Edit the contact', group: 'Contact', opens: 'dialogue', run: () => setOpen('edit') }],
    mayEdit,
  );
  return (
    <>
      <PageHead
        title={contact.name}
        actions={
          <>
            {mayEdit && (
              <Button variant="default" onClick={() => setOpen('edit')}>
                Edit
              </Button>
            )}
            {can('ticket.create') && (
              <Button onClick={() => openCreate({ clientId: contact.clientId, requesterId: contact.id })}>
                New ticket
              </Button>
            )}
          </>
        }
      >
        {contact.vip && <Badge color="gray">VIP</Badge>}
        {!contact.active && <Badge color="gray">Inactive</Badge>}
      </PageHead>
      <PageBody
        aside={
          <>
            <Section title="About">
              <Reach contact={contact} />
            </Section>
            {mayEdit && contact.active && <ContactSignIn contact={contact} />}
            <Section
              title="Clients"
              help="The same person may work for several of your clients."
              actions={
                mayEdit && (
                  <Button variant="default" size="compact-sm" onClick={() => setOpen('also')}>
                    Add a client
                  </Button>
                )
              }
            >
              <ul className="f-lines">
                <li>
                  <Link to="/clients/$id" params={{ id: contact.clientId }}>
                    {contact.clientName}
                  </Link>
                </li>
                {alsoAt.map(({ id, clientName }) => (
                  <li key={id}>
                    <Link to="/contacts/$id" params={{ id }}>
                      {clientName}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        }
      >
        <ContactMail contactId={contact.id} email={contact.email} />
        <Section title="Open tickets">
          <TicketLines
            filter={{ requesterId: [contact.id], status: ['open'] }}
            none={<EmptyState title="Nothing is open">Nothing they reported waits for anybody.</EmptyState>}
          />
        </Section>
        <Section title="All tickets">
          <TicketLines
            filter={{ requesterId: [contact.id] }}
            none={<EmptyState title="They have reported nothing yet" />}
          />
        </Section>
      </PageBody>
      <Dialog title={`Edit ${contact.name}`} opened={open === 'edit'} onClose={close}>
        <EditContact contact={contact} onClose={close} />
      </Dialog>
      <Dialog title={`${contact.name} at another client`} opened={open === 'also'} onClose={close}>
        <NewContact like={like(contact)} onClose={close} />
      </Dialog>
    </>
  );
}

type Contact = Static<typeof ContactCard>['contact'];

const like = (contact: Contact) => {
  const { active: _active, ...known } = contactValues(contact);
  return { id: contact.id, ...known };
};

/** What they see, also where "their site" cannot mean anything yet. */
function seen({ sees, siteId }: Contact): string {
  if (sees === null) return 'As the client has it';
  return sees === 'site' && siteId === null ? 'Their own tickets, until they have a site' : SEES_WORDS[sees];
}

function Reach({ contact }: { contact: Contact }) {
  const language = languages().find(({ value }) => value === contact.language)?.label;
  return (
    <>
      <Facts
        facts={[
          ['E-mail', contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>],
          ['Phone', contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>],
          ['Job title', contact.title],
          ['Site', contact.siteName],
          ['Manager', contact.managerName && <bdi key="manager">{contact.managerName}</bdi>],
          ['Roles', contact.roles.join(', ')],
          ['Language', language],
          ['Escalation', contact.escalationLevel && `Level ${contact.escalationLevel}`],
          ['Sees in the portal', seen(contact)],
        ]}
      />
      {contact.notes && <p className="f-client-notes">{contact.notes}</p>}
    </>
  );
}
