import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { ChangeRow } from './rows.ts';

const OWNERS = `
select staff_id as id from fulfilment_tasks where client_id = $1 and ticket_id = $2 and staff_id is not null and state <> 'dropped'`;

const SAME = `
with mails as (
  select lower(email) as mail from contacts where id = any ($1::uuid[]) and email <> ''
  union select lower(email) from staff where id = any ($1::uuid[]))
select id from contacts where lower(email) in (select mail from mails) union select id from staff where lower(email) in (select mail from mails)`;

/** These people, and whoever else they are: one person may be known at several clients, and work here, by one address. */
async function withTheirOthers(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const others = ids.length > 0 ? await ctx.hot<{ id: string }>('change_same_people', SAME, [ids]) : [];
  return [...new Set([...ids, ...others.map(({ id }) => id)])];
}

/**
 * Nobody decides about their own change: whoever asked for it, raised it, wrote what it plans, has it, or has a task of it, nor whoever
 * once did; by whichever of their selves.
 */
export async function excludedFrom(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<string[]> {
  const owners = await taskOwners(ctx, ticket);
  const all = [
    ticket.requester_id,
    ticket.created_by,
    ticket.assignee_id,
    ...change.writers,
    ...change.took_part,
    ...owners,
  ];
  return withTheirOthers(ctx, [...new Set(all.filter((id) => id !== null))]);
}

/** Who has a task of a change. */
async function taskOwners(ctx: Ctx, ticket: TicketRecord): Promise<string[]> {
  const rows = await ctx.hot<{ id: string }>('change_task_owners', OWNERS, [ticket.client_id, ticket.id]);
  return rows.map(({ id }) => id);
}

/** Keeps who has its tasks, before others take the place of these. */
export async function noteOwners(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  await noteParts(ctx, ticket, await taskOwners(ctx, ticket));
}

const DECIDED = `
select a.id, coalesce(v.voted_for_by, v.name) as name from approvals a
join approval_voters v on v.client_id = a.client_id and v.approval_id = a.id
where a.client_id = $1 and a.ticket_id = $2 and a.state in ('pending', 'approved') and v.vote is not null
  and (v.voted_by = any ($3::uuid[]) or v.contact_id = any ($3::uuid[]) or v.staff_id = any ($3::uuid[])) limit 1`;
const NOTE = `
update changes set took_part = array(select distinct id from unnest(took_part || $3::uuid[]) id)
where client_id = $1 and ticket_id = $2 and not took_part @> $3::uuid[]`;
const EXCLUDE = `
update approvals set excluded = array(select distinct id from unnest(excluded || $3::uuid[]) id)
where client_id = $1 and ticket_id = $2 and state = 'pending' and not excluded @> $3::uuid[]`;

/** Keeps that somebody had a part in a change, for as long as it is there. It is no edit, so its version stays. */
export async function notePart(ctx: Ctx, ticket: TicketRecord, personId: string | null): Promise<void> {
  if (personId !== null) await noteParts(ctx, ticket, [personId]);
}

const noteParts = (ctx: Ctx, ticket: TicketRecord, ids: readonly string[]) =>
  ctx.hot('change_took_part', NOTE, [ticket.client_id, ticket.id, ids]);

/**
 * Lets somebody have a part in a change: from now on they do not decide about it, also once they have handed it over. Refused with
 * `conflict` where they have decided about what is in force or asked, or somebody has in their place.
 */
export async function takesPart(ctx: Ctx, ticket: TicketRecord, personId: string | null): Promise<void> {
  if (personId === null) return;
  const at = [ticket.client_id, ticket.id, await withTheirOthers(ctx, [personId])];
  const [decided] = await ctx.hot<{ name: string }>('change_decided_by', DECIDED, at);
  if (decided)
    throw new Fault(
      'conflict',
      `${decided.name} has decided about ${ticket.key}, and nobody decides about their own change: somebody else has to carry it out.`,
    );
  await ctx.hot('change_exclude', EXCLUDE, at);
  await notePart(ctx, ticket, personId);
}
