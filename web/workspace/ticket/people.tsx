import { Link } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { clockIn } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { Fact } from './fact.tsx';
import { nobodyWords } from './nobody.ts';
import { ProposedPeople } from './proposed-people.tsx';
import { TicketRating } from './rating.tsx';
import { Watchers } from './watchers.tsx';

/** Who asks, and for which client: how to reach them, what time it is there, and what to know about them. */
export function People({ ticket }: { ticket: TicketView }) {
  const { client, requester } = ticket;
  const now = useNow();
  const { language } = useReader();
  const card = useGet('GET /contacts/{id}', { params: { id: requester?.id ?? '' } }, { enabled: requester !== null });
  const overview = useGet('GET /clients/{id}/overview', { params: { id: client.id } });
  const contact = card.data?.contact;
  return (
    <div className="f-panel">
      <h2>
        {requester ? (
          <Link to="/contacts/$id" params={{ id: requester.id }}>
            <PersonChip name={requester.name} vip={requester.vip} />
          </Link>
        ) : (
          <PersonChip name={null} nobody={nobodyWords(ticket)} />
        )}
      </h2>
      {contact && (
        <>
          {contact.title && <Fact label="Role">{contact.title}</Fact>}
          {contact.email && (
            <Fact label="E-mail">
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </Fact>
          )}
          {contact.phone && (
            <Fact label="Phone">
              <a href={`tel:${contact.phone}`}>{contact.phone}</a>
            </Fact>
          )}
          <Fact label="Open tickets">
            <Link to="/queue" search={{ requesterId: [contact.id], status: ['open'] }}>
              {contact.openTickets}
            </Link>
          </Fact>
          {ticket.closedAt !== null && <TicketRating idOrKey={ticket.id} />}
          {contact.notes && <p className="f-notes">{contact.notes}</p>}
        </>
      )}
      <h2>
        <Link to="/clients/$id" params={{ id: client.id }}>
          <bdi>{client.name}</bdi>
        </Link>
      </h2>
      <Fact label="Local time">
        {clockIn(client.timeZone, now, language)} <span className="f-dim">{client.timeZone.replaceAll('_', ' ')}</span>
      </Fact>
      {ticket.site && <Fact label="Site">{ticket.site.name}</Fact>}
      {overview.data ? (
        <>
          {overview.data.client.group && <Fact label="Group">{overview.data.client.group.name}</Fact>}
          <Fact label="Open tickets">
            <Link to="/queue" search={{ clientId: [client.id], status: ['open'] }}>
              {overview.data.open}
            </Link>
            {overview.data.overdue > 0 && <span className="f-dim"> {overview.data.overdue} overdue</span>}
          </Fact>
          {overview.data.services.length > 0 && (
            <Fact label="Services">{overview.data.services.map(({ name }) => name).join(', ')}</Fact>
          )}
          {overview.data.escalation.map(({ id, name, level, phone }) => (
            <Fact key={id} label={`Escalation ${level}`}>
              {name} {phone && <a href={`tel:${phone}`}>{phone}</a>}
            </Fact>
          ))}
          {overview.data.client.notes && <p className="f-notes">{overview.data.client.notes}</p>}
        </>
      ) : (
        <SkeletonLines lines={3} />
      )}
      <Watchers ticket={ticket} />
      <ProposedPeople ticket={ticket} />
    </div>
  );
}
