import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { ownTicket } from '#server/channels/contact/index.ts';
import { proposeAddresses } from '#server/channels/mail-in/index.ts';
import { setWatcher, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { AddPeople, TicketPeople } from '#shared/portal.ts';

type Person = { id: string; name: string };

const FOLLOWING = `
select r.id, r.name from ticket_watchers w join contacts r on r.client_id = w.client_id and r.id = w.watcher_id
where w.client_id = $1 and w.ticket_id = $2 and w.watcher_kind = 'contact' order by r.name, r.id`;
const PROPOSED = 'select address from proposed_people where client_id = $1 and ticket_id = $2 order by address';
const COLLEAGUES = 'select id from contacts where client_id = $1 and active and id = any ($2::uuid[])';
const KNOWN = 'select id, email from contacts where client_id = $1 and active and email = any ($2::text[])';
const NAMED = 'select id, name from contacts where client_id = $1 and id = $2';
const ME = 'select email from contacts where client_id = $1 and id = $2';

/** Who of the company is told of the caller's ticket, and about whom the desk still decides. */
export async function peopleOf(ctx: Ctx, idOrKey: string): Promise<TicketPeople> {
  const { client_id, id, requester_id } = await ownTicket(ctx, idOrKey, { follower: 'let' });
  const [[requester], items, proposed] = [
    await ctx.hot<Person>('contact_named', NAMED, [client_id, requester_id]),
    await ctx.hot<Person>('contacts_following', FOLLOWING, [client_id, id]),
    await ctx.hot<{ address: string }>('proposed_on', PROPOSED, [client_id, id]),
  ];
  return { requester: requester ?? null, items, proposed: proposed.map(({ address }) => address) };
}

/** Lets colleagues follow the caller's ticket. */
export async function addPeople(ctx: Ctx, idOrKey: string, input: AddPeople): Promise<TicketPeople> {
  const ticket = await ownTicket(ctx, idOrKey);
  if (ticket.merged_into_id) throw notFound('ticket');
  await letIn(ctx, ticket, input);
  return peopleOf(ctx, ticket.id);
}

/** Takes somebody off: whoever asked for the ticket takes off others, everybody themselves. */
export async function removePerson(ctx: Ctx, idOrKey: string, contactId: string): Promise<void> {
  const ticket = await ownTicket(ctx, idOrKey, contactId === ctx.actor.id ? { follower: 'let' } : {});
  const following = await ctx.hot<Person>('contacts_following', FOLLOWING, [ticket.client_id, ticket.id]);
  if (!following.some(({ id }) => id === contactId)) throw notFound('person');
  await setWatcher(ctx, ticket.id, { kind: 'contact', id: contactId }, false);
}

/**
 * Lets people follow a ticket: colleagues at once; of addresses those that are a colleague's. Any other is told nothing, and the desk is
 * asked about it.
 */
export async function letIn(ctx: Ctx, ticket: TicketRecord, { contactIds = [], addresses = [] }: AddPeople) {
  const { client_id } = ticket;
  const colleagues = await ctx.hot<{ id: string }>('colleagues_named', COLLEAGUES, [client_id, contactIds]);
  if (colleagues.length < new Set(contactIds).size)
    throw invalid([{ path: 'contactIds', message: 'names somebody who is not of your company' }]);
  const lower = [...new Set(addresses.map((address) => address.trim().toLowerCase()))];
  const known = await ctx.hot<{ id: string; email: string }>('colleagues_at', KNOWN, [client_id, lower]);
  for (const { id } of [...colleagues, ...known])
    if (id !== ticket.requester_id) await setWatcher(ctx, ticket.id, { kind: 'contact', id }, true);
  const others = lower.filter((address) => !known.some(({ email }) => email === address));
  if (others.length === 0) return;
  const [me] = await ctx.hot<{ email: string }>('contact_address', ME, [client_id, ctx.actor.id]);
  await proposeAddresses(
    ctx,
    ticket,
    others.map((address) => ({ address, name: '' })),
    me?.email || ctx.actor.name,
  );
}
