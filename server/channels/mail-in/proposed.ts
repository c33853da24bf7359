import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createContact } from '#server/business/client/index.ts';
import { setWatcher } from '#server/desk/ticket/index.ts';
import type { ProposedPerson } from '#shared/mail.ts';
import { calledBy } from './called.ts';

type Ticket = { client_id: string; id: string };

const LIST = `
select p.address, p.name, p.proposed_by as "proposedBy", r.id as "contactId", p.created_at as "createdAt"
from proposed_people p left join contacts r on r.client_id = p.client_id and r.email = p.address and r.active
where p.client_id = $1 and p.ticket_id = $2 order by p.created_at, p.address`;

const ELSEWHERE = `
select r.email as address, r.id as "contactId", r.name, c.id as "clientId", c.name as "clientName"
from contacts r join clients c on c.id = r.client_id
where r.email = any ($2::text[]) and r.email <> '' and r.client_id <> $1 and r.active and c.active order by c.name, r.id limit 40`;

type Elsewhere = ProposedPerson['elsewhere'][number];

/** Who stood on the copy list of a ticket's mails and has been neither let in nor passed over. */
export async function proposedFor(ctx: Ctx, ticket: Ticket): Promise<ProposedPerson[]> {
  const people = await ctx.hot<Omit<ProposedPerson, 'elsewhere'>>('proposed_for', LIST, [ticket.client_id, ticket.id]);
  const strangers = people.filter(({ contactId }) => contactId === null).map(({ address }) => address);
  const known =
    strangers.length > 0 && ctx.can('contact.read')
      ? await ctx.hot<Elsewhere & { address: string }>('proposed_elsewhere', ELSEWHERE, [ticket.client_id, strangers])
      : [];
  return people.map((person) => ({
    ...person,
    elsewhere: known.filter(({ address }) => address === person.address),
  }));
}

/**
 * Lets somebody from a copy list follow the ticket, as one of the client's people, or passes them over. They are told what
 * was reported, and from then on what is said; nothing that was said in between is sent to them.
 */
export async function settleProposed(ctx: Ctx, ticket: Ticket, address: string, admit: boolean): Promise<void> {
  const one = (await proposedFor(ctx, ticket)).find((person) => person.address === address);
  if (!one) throw notFound('proposed person');
  if (admit) {
    const id =
      one.contactId ?? (await createContact(ctx, { clientId: ticket.client_id, name: calledBy(one), email: address }));
    await setWatcher(ctx, ticket.id, { kind: 'contact', id }, true);
  }
  await ctx.tx
    .deleteFrom('proposed_people')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('address', '=', address)
    .execute();
}
