import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { Facts } from './facts.ts';
import type { ReadMail } from './reading/index.ts';

/** More than this is a mailing list, not a conversation. */
const MOST = 20;

const PROPOSE = `
insert into proposed_people (client_id, ticket_id, address, name, proposed_by, created_at)
select $1, $2, one.address, one.name, $5, $6 from unnest($3::text[], $4::text[]) one (address, name)
where not exists (
  select from contacts r where r.client_id = $1 and r.email = one.address and (r.id = $7 or r.id in (
    select w.watcher_id from ticket_watchers w where w.client_id = $1 and w.ticket_id = $2 and w.watcher_kind = 'contact')))
  and not exists (select from staff s where lower(s.email) = one.address)
on conflict do nothing`;

/**
 * Notes who else the mail was addressed to, so that somebody can let them in. They are told and shown nothing by that: a name on a copy
 * list is a wish of the writer, and no right.
 */
export async function proposePeople(ctx: Ctx, ticket: TicketRecord, mail: ReadMail, facts: Facts): Promise<void> {
  const others = [...mail.to, ...mail.cc].filter(
    ({ address }, index, all) =>
      address !== mail.from?.address &&
      !facts.own.has(address.replace(/\+[^@]*@/, '@')) &&
      !facts.own.has(address) &&
      all.findIndex((one) => one.address === address) === index,
  );
  if (others.length === 0) return;
  const named = others.slice(0, MOST);
  await proposeAddresses(ctx, ticket, named, mail.from?.address ?? '');
}

/** Notes addresses that somebody wants to let in, for staff to decide; those who take part already are left out. */
export async function proposeAddresses(
  ctx: Ctx,
  ticket: Pick<TicketRecord, 'client_id' | 'id' | 'requester_id'>,
  people: readonly { address: string; name: string }[],
  by: string,
): Promise<void> {
  await ctx.hot('propose_people', PROPOSE, [
    ticket.client_id,
    ticket.id,
    people.map(({ address }) => address),
    people.map(({ name }) => name.slice(0, 120)),
    by,
    ctx.now,
    ticket.requester_id,
  ]);
}
