import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { findStatus, firstStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { indexTicket } from '#server/desk/search/index.ts';
import { changeTicket } from './change.ts';
import { findTicket, ticketForChange } from './find.ts';
import { tellFollowers } from './followers.ts';
import { lastMessageOf } from './last-message.ts';
import { parentFaults } from './parent.ts';
import type { TicketPatch, TicketRecord } from './record.ts';

type Moved = {
  messages: readonly string[];
  files: readonly string[];
  times: readonly string[];
  /** Merged before there were any: none. */
  expenses?: readonly string[];
  watchers: readonly { kind: string; id: string }[];
  children: readonly string[];
};

/** What hangs on a ticket goes over to another; what moved is remembered, so that it can go back. */
async function moveContents(ctx: Ctx, from: TicketRecord, to: TicketRecord): Promise<Moved> {
  const at = (query: string) =>
    ctx.hot<{ id: string }>(`merge_${query.split(' ')[1]}`, query, [from.client_id, from.id, to.id]);
  const messages = await at(
    'update messages set ticket_id = $3, merged_from_id = coalesce(merged_from_id, $2) where client_id = $1 and ticket_id = $2 returning id',
  );
  const files = await at('update files set subject_id = $3 where client_id = $1 and subject_id = $2 returning id');
  const times = await at('update time_entries set ticket_id = $3 where client_id = $1 and ticket_id = $2 returning id');
  const expenses = await at('update expenses set ticket_id = $3 where client_id = $1 and ticket_id = $2 returning id');
  // Whoever asked there goes on following it here.
  const watchers = await ctx.hot<{ kind: string; id: string }>(
    'merge_watchers',
    `insert into ticket_watchers (client_id, ticket_id, watcher_kind, watcher_id, created_at)
     select $1, $3, w.kind, w.id, $4 from (
       select watcher_kind as kind, watcher_id as id from ticket_watchers where client_id = $1 and ticket_id = $2
       union select 'contact', $5 where $5::uuid is not null and $5 is distinct from $6::uuid) w
     on conflict do nothing returning watcher_kind as kind, watcher_id as id`,
    [from.client_id, from.id, to.id, ctx.now, from.requester_id, to.requester_id],
  );
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  const children = await moveChildren(ctx, from, to);
  return { messages: ids(messages), files: ids(files), times: ids(times), expenses: ids(expenses), watchers, children };
}

const ABOVE = `
with recursive above (id, parent_id) as (
  select id, parent_id from tickets where client_id = $1 and id = $2
  union select t.id, t.parent_id from tickets t join above on t.id = above.parent_id where t.client_id = $1)
select id from above where parent_id is not null and parent_id = $3`;

/** One that stands somewhere below the other takes its place, or the children that go over would hang above themselves. */
async function placeOf(ctx: Ctx, into: TicketRecord, from: TicketRecord): Promise<TicketPatch> {
  const [below] = await ctx.hot('merge_below', ABOVE, [into.client_id, into.id, from.id]);
  return below ? { parent_id: from.parent_id } : {};
}

/** The children of the one go under the other, but for the other itself. Returns the ids of those that went. */
async function moveChildren(ctx: Ctx, from: TicketRecord, to: TicketRecord): Promise<string[]> {
  const children = await ctx.hot<TicketRecord>(
    'merge_children',
    'select * from tickets where client_id = $1 and parent_id = $2 and id <> $3 order by id for update',
    [from.client_id, from.id, to.id],
  );
  for (const child of children) await changeTicket(ctx, child, { parent_id: to.id }, { type: 'ticket.updated' });
  return children.map((child) => child.id);
}

/** From here on the one goes on in the other, and with it whatever went on in the one. */
const JOIN = `
insert into ticket_joins (client_id, ticket_id, into_id, since, steps)
select $1::uuid, $2::uuid, $3::uuid, $4::timestamptz, 1
union all select $1::uuid, ticket_id, $3::uuid, $4::timestamptz, steps + 1 from ticket_joins where client_id = $1 and into_id = $2`;

const PART = `
delete from ticket_joins where client_id = $1 and into_id = $3 and (ticket_id = $2 or ticket_id in (
  select ticket_id from ticket_joins where client_id = $1 and into_id = $2))`;

/**
 * Merges one ticket into another of the same client: its conversation, files, time, watchers and children move, whoever asked
 * follows the other from then on, and it ends as a duplicate.
 */
export async function mergeTickets(
  ctx: Ctx,
  fromRef: string,
  intoRef: string,
): Promise<{ from: TicketRecord; into: TicketRecord; eventId: string | null }> {
  const [from, into] = await lockBoth(ctx, fromRef, intoRef);
  if (from.id === into.id) throw invalid([{ path: 'into', message: 'is the ticket itself' }]);
  if (from.client_id !== into.client_id)
    throw invalid([{ path: 'into', message: 'belongs to another client; only tickets of one client are merged' }]);
  if (from.merged_into_id) throw invalid([{ path: 'from', message: `${from.key} is merged already` }]);
  if (into.merged_into_id) throw invalid([{ path: 'into', message: `${into.key} is itself merged into another` }]);
  if (into.status_category === 'closed' || into.status_category === 'cancelled')
    throw invalid([{ path: 'into', message: `${into.key} is over; reopen it first, or what comes in goes unseen` }]);
  const place = await placeOf(ctx, into, from);
  const moved = await moveContents(ctx, from, into);
  const { lifecycle } = await lifecycleOf(ctx, from);
  const end = findStatus(lifecycle, 'duplicate') ?? firstStatus(lifecycle, 'cancelled');
  const outcome = await changeTicket(
    ctx,
    from,
    {
      merged_into_id: into.id,
      ...(await lastMessageOf(ctx, from)),
      ...(end ? { status: end.key, status_category: end.category, closed_at: ctx.now } : {}),
    },
    { type: 'ticket.merged_away', visibility: 'public', data: { text: `into ${into.key}`, into: into.id, moved } },
  );
  const target = await changeTicket(
    ctx,
    into,
    { ...(await lastMessageOf(ctx, into)), ...place },
    { type: 'ticket.merged_in', data: { text: from.key, from: from.id }, always: true },
  );
  await ctx.hot('merge_join', JOIN, [from.client_id, from.id, into.id, ctx.now]);
  await indexTicket(ctx, outcome.ticket);
  await indexTicket(ctx, target.ticket);
  await tellFollowers(ctx, target.ticket, 'merged', `${ctx.actor.name} merged ${from.key} into ${into.key}`);
  return { from: outcome.ticket, into: target.ticket, eventId: outcome.eventId };
}

/** What came along, and what was written since on the merged ticket or on one that had been merged into it. */
const MESSAGES_BACK = `
with recursive under (id) as (
  select $2::uuid union select t.id from tickets t join under on t.merged_into_id = under.id where t.client_id = $1)
update messages set ticket_id = $2, merged_from_id = nullif(merged_from_id, $2)
where client_id = $1 and ticket_id = $3 and (id = any ($4::uuid[]) or merged_from_id in (select id from under)) returning id`;

/**
 * Takes a merge apart: what came from the ticket, and what its people wrote on it since, goes back to it and it stands as before; later
 * replies stay where they were written.
 */
export async function unmergeTicket(ctx: Ctx, ref: string): Promise<TicketRecord> {
  const from = await ticketForChange(ctx, ref);
  if (!from.merged_into_id) throw invalid([{ path: 'idOrKey', message: `${from.key} is not merged` }]);
  const into = await ticketForChange(ctx, from.merged_into_id);
  if (into.merged_into_id)
    throw invalid([
      { path: 'idOrKey', message: `${into.key} is itself merged into another; take that merge apart first` },
    ]);
  const event = await ctx.tx
    .selectFrom('events')
    .select('data')
    .where('subject_id', '=', from.id)
    .where('type', '=', 'ticket.merged_away')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { moved, changes, categoryBefore } = event.data as unknown as {
    moved: Moved;
    changes: Record<string, [unknown, unknown]>;
    categoryBefore?: string;
  };
  await ctx.hot('merge_part', PART, [from.client_id, from.id, into.id]);
  const back = (name: string, query: string, ids: readonly string[]) =>
    ctx.hot<{ id: string }>(`unmerge_${name}`, query, [from.client_id, from.id, into.id, ids]);
  const messages = await back('messages', MESSAGES_BACK, moved.messages);
  await back(
    'files',
    'update files set subject_id = $2 where client_id = $1 and subject_id = $3 and id = any ($4::uuid[])',
    moved.files,
  );
  await back(
    'attachments',
    'update files set subject_id = $2 where client_id = $1 and subject_id = $3 and message_id = any ($4::uuid[])',
    messages.map(({ id }) => id),
  );
  await back(
    'times',
    'update time_entries set ticket_id = $2 where client_id = $1 and ticket_id = $3 and id = any ($4::uuid[])',
    moved.times,
  );
  await back(
    'expenses',
    'update expenses set ticket_id = $2 where client_id = $1 and ticket_id = $3 and id = any ($4::uuid[])',
    moved.expenses ?? [],
  );
  for (const watcher of moved.watchers)
    await ctx.tx
      .deleteFrom('ticket_watchers')
      .where('client_id', '=', into.client_id)
      .where('ticket_id', '=', into.id)
      .where('watcher_kind', '=', watcher.kind)
      .where('watcher_id', '=', watcher.id)
      .execute();
  const before = Object.fromEntries(Object.entries(changes).map(([column, [value]]) => [column, value]));
  const { ticket } = await changeTicket(
    ctx,
    from,
    {
      ...before,
      ...(await lastMessageOf(ctx, from)),
      ...(categoryBefore ? { status_category: categoryBefore } : {}),
    } as never,
    { type: 'ticket.unmerged', data: { text: `from ${into.key}` } },
  );
  for (const id of moved.children ?? []) {
    const child = await ticketForChange(ctx, id);
    if (child.parent_id === into.id && (await mayHang(ctx, child, from.id)))
      await changeTicket(ctx, child, { parent_id: from.id }, { type: 'ticket.updated' });
  }
  const place = await placeBack(ctx, into, from);
  const target = await changeTicket(
    ctx,
    into,
    { ...(await lastMessageOf(ctx, into)), ...place },
    {
      type: 'ticket.unmerged',
      data: { text: from.key },
      always: true,
    },
  );
  await indexTicket(ctx, ticket);
  await indexTicket(ctx, target.ticket);
  return ticket;
}

/** Where the one that was merged into hung before the merge, unless somebody has hung it elsewhere since. */
async function placeBack(ctx: Ctx, into: TicketRecord, from: TicketRecord): Promise<TicketPatch> {
  const event = await ctx.tx
    .selectFrom('events')
    .select('data')
    .where('subject_id', '=', into.id)
    .where('type', '=', 'ticket.merged_in')
    .where(sql`data->>'from'`, '=', from.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { changes } = (event?.data ?? {}) as { changes?: { parent_id?: [string | null, string | null] } };
  const [before, after] = changes?.parent_id ?? [null, null];
  if (before === null || into.parent_id !== after || !(await mayHang(ctx, into, before))) return {};
  return { parent_id: before };
}

const mayHang = async (ctx: Ctx, ticket: TicketRecord, parentId: string): Promise<boolean> =>
  (await parentFaults(ctx, ticket, parentId)).length === 0;

/** Locks two tickets in the order of their ids, so that two opposite merges wait for each other instead of blocking both. */
async function lockBoth(ctx: Ctx, a: string, b: string): Promise<[TicketRecord, TicketRecord]> {
  const [first, second] = [await findTicket(ctx, a), await findTicket(ctx, b)];
  const ordered = [...new Set([first.id, second.id])].sort();
  const locked = new Map<string, TicketRecord>();
  for (const id of ordered) locked.set(id, await findTicket(ctx, id, { lock: true }));
  return [locked.get(first.id) as TicketRecord, locked.get(second.id) as TicketRecord];
}
