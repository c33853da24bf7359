import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { NewContact } from '../../contacts/new-contact.tsx';
import { useCan } from '../../session/me.ts';

const SHOWN = 12;

/** The people of a client who report and are called back. */
export function People({ clientId, count }: { clientId: string; count: number }) {
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const { data } = useGet('GET /contacts', { query: { clientId, active: true, limit: SHOWN } });
  const add = can('contact.manage') && (
    <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
      Add a person
    </Button>
  );
  return (
    <Section title={count > 0 ? `People (${count})` : 'People'} actions={add}>
      {!data && <SkeletonLines lines={6} />}
      {data?.items.length === 0 && (
        <EmptyState title="Nobody yet">
          People you add can be chosen as requesters and are told what happens.
        </EmptyState>
      )}
      <ul className="f-people">
        {data?.items.map((contact) => (
          <li key={contact.id}>
            <Link to="/contacts/$id" params={{ id: contact.id }}>
              <PersonChip name={contact.name} vip={contact.vip} />
            </Link>
            <span className="f-dim f-cut">{contact.title || contact.email}</span>
            {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
          </li>
        ))}
      </ul>
      {data?.nextCursor && (
        <Link to="/contacts" search={{ client: clientId }}>
          Show everybody
        </Link>
      )}
      <Dialog title="Add a person" opened={adding} onClose={() => setAdding(false)}>
        <NewContact clientId={clientId} onClose={() => setAdding(false)} />
      </Dialog>
    </Section>
  );
}
