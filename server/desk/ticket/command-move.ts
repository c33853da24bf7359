import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { type Fault, invalid, notFound } from '#kernel/errors.ts';
import { decidePriority, type Level, type Priority, type PriorityInputs } from '#kernel/priority.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { indexTicket } from '#server/desk/search/index.ts';
import { moveClocks } from '#server/practices/service-level/index.ts';
import { moveSpans, refuseSpanning } from '#server/practices/span/index.ts';
import { ticketForChange } from './find.ts';
import { lastMessageOf } from './last-message.ts';
import { letGo, takeAlong } from './move-contents.ts';
import { type Hidden, hideWords, showWordsAgain, textsThere } from './move-words.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import { stored } from './row.ts';
import { storeCustomValues, storeTags } from './satellites.ts';
import { PRIORITY_RULES } from './settings.ts';

export type MoveTicket = {
  clientId: string;
  requesterId?: string | undefined;
  /** What it is called there; empty leaves the title as it is. */
  title?: string | undefined;
  /** Whether what was said before is the new client's to read. Without it, only staff who work for the old one read it. */
  showConversation?: boolean | undefined;
  reason: string;
  version?: number | undefined;
};

const PLACE = `
with client as (
  update clients set next_number = next_number + 1 where id = $1 and active returning id, code, next_number - 1 as number
)
select client.code, client.number, r.vip, r.site_id, ($2::uuid is null or r.id is not null) as requester_ok,
  ($3::uuid is null or ${worksFor('client.id')}) as assignee_ok
from client
left join contacts r on r.client_id = client.id and r.id = $2 and r.active
left join staff s on s.id = $3`;

type Place = {
  code: string;
  number: number;
  vip: boolean | null;
  site_id: string | null;
  requester_ok: boolean;
  assignee_ok: boolean | null;
};

const UPDATE = `
update tickets set client_id = $3, number = $4, key = $5, requester_id = $6, site_id = $7, parent_id = null, priority = $8,
  priority_why = $9, assignee_id = case when $10::boolean then assignee_id end, assignment_why = case when $10::boolean then assignment_why else '{}' end,
  updated_at = $11, title = coalesce($12, title), external_ref = case when $13::boolean then external_ref end, version = version + 1, promise_id = null, promised_at = $11
where client_id = $1 and id = $2 returning *`;

/**
 * Moves a ticket that was logged for the wrong client to another: it gets the next key there, the old key leads to it for those
 * who see both clients, and everything that hangs on it goes along. Priority and clocks follow the new client's rules. What was
 * said is kept from everybody who does not work for the old client, unless the mover says that it was the new one's all along.
 * What was typed into fields and on the checklist is kept likewise, and comes back with the ticket.
 * What cannot go along is let go: links, the parent, the old client's people. Each client's log tells that it left or came, not
 * where.
 */
export async function moveTicket(ctx: Ctx, idOrKey: string, input: MoveTicket): Promise<TicketRecord> {
  const before = await ticketForChange(ctx, idOrKey, input.version);
  if (input.clientId === before.client_id)
    throw invalid([{ path: 'clientId', message: 'is the client it has already' }]);
  await refuseTied(ctx, before);
  await refuseSpanning(ctx, before, input.clientId);
  const [place] = await ctx.hot<Place>('move_place', PLACE, [
    input.clientId,
    input.requesterId ?? null,
    before.assignee_id,
  ]);
  if (!place) throw notFound('client');
  if (!place.requester_ok) throw invalid([{ path: 'requesterId', message: 'is not an active contact of that client' }]);
  const priority = await priorityThere(ctx, before, input, place.vip ?? false);
  // The rows go one table after the other; their keys fit together again at the end.
  await ctx.hot('move_begin', 'set constraints all deferred', []);
  await letGo(ctx, before, input.clientId);
  const [moved] = await ctx.hot<TicketRecord>('move_ticket', UPDATE, [
    before.client_id,
    before.id,
    input.clientId,
    place.number,
    `${place.code}-${place.number}`,
    input.requesterId ?? null,
    input.requesterId ? place.site_id : null,
    priority.priority,
    JSON.stringify(priority.why),
    place.assignee_ok ?? true,
    ctx.now,
    input.title ?? null,
    input.showConversation === true && !(await isTaken(ctx, input.clientId, before.external_ref)),
  ]);
  if (!moved) throw notFound('ticket');
  await takeAlong(ctx, before, moved);
  await moveSpans(ctx, before, moved);
  await fitTogether(ctx, before);
  const hidden = input.showConversation
    ? null
    : await hideWords(ctx, { ...moved, external_ref: before.external_ref }, before);
  const again = await showWordsAgain(ctx, moved);
  // Another ticket may have got it meanwhile; it stands in the note.
  if (await isTaken(ctx, moved.client_id, again.externalRef ?? null)) delete again.externalRef;
  await leaveRedirect(ctx, before, moved, input.reason, hidden ?? {});
  const texts = textsThere(moved, hidden !== null, again);
  const { promise, dueAt } = await moveClocks(ctx, { ...moved, ...texts } as TicketRecord);
  const ticket = await settle(ctx, moved, { ...texts, due_at: dueAt, promise_id: promise.id });
  await storeTags(ctx, ticket);
  await storeCustomValues(ctx, ticket);
  await indexTicket(ctx, ticket);
  const tell = (clientId: string, type: string, data: object) =>
    appendEvent(ctx, { clientId, subjectType: 'ticket', subjectId: ticket.id, type, data: { ...data } });
  await tell(before.client_id, 'ticket.moved_away', {
    text: 'to another client',
    // For clocks that look at them: the log must say what they were.
    changes: {
      ...(before.site_id === null ? {} : { site_id: [before.site_id, null] }),
      ...(isDeepStrictEqual(before.tags, ticket.tags) ? {} : { tags: [before.tags, hidden ? [] : before.tags] }),
    },
  });
  await tell(ticket.client_id, 'ticket.moved_here', {
    text: `from another client, as ${ticket.key}`,
    version: ticket.version,
    promise: promise.id,
    nameless: true,
    asked: [before.requester_id !== null, ticket.requester_id !== null],
  });
  return ticket;
}

/** Whether a ticket of a client is called so elsewhere: no two are. */
async function isTaken(ctx: Ctx, clientId: string, ref: string | null): Promise<boolean> {
  if (ref === null) return false;
  const rows = await ctx.hot('move_ref', 'select 1 from tickets where client_id = $1 and external_ref = $2', [
    clientId,
    ref,
  ]);
  return rows.length > 0;
}

/** Checks the keys between the rows that went along: what the mover cannot see did not. */
async function fitTogether(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  try {
    await ctx.hot('move_end', 'set constraints all immediate', []);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '23503') throw error;
    const message = `${ticket.key} holds words of a client that it was at before and that you do not work for; somebody who works for all of them can move it`;
    throw invalid([{ path: 'idOrKey', message }]);
  }
}

/** Tickets that others hang on stay: they would leave these behind at a client where they do not belong. */
async function refuseTied(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const refuse = (message: string) => invalid([{ path: 'idOrKey', message }]);
  if (ticket.merged_into_id) throw refuse(`${ticket.key} is merged into another; take the merge apart first`);
  if (ticket.duplicate_of_id) throw refuse(`${ticket.key} stands as a duplicate of another; reopen it first`);
  if (ticket.kind === 'change')
    throw refuse(`${ticket.key} is a change: its plans, items and approvals are of its client; raise it at the other`);
  // Its item, price and approval are of the client that it was ordered at.
  const ordered = await ctx.hot('move_ordered', 'select 1 from requests where client_id = $1 and ticket_id = $2', [
    ticket.client_id,
    ticket.id,
  ]);
  if (ordered.length > 0)
    throw refuse(`${ticket.key} was ordered from the catalogue of its client; cancel it and order it at the other`);
  const [planned] = await ctx.hot<{ key: string }>('move_planned', PLANNED, [ticket.client_id, ticket.id]);
  if (planned) throw refuse(`${ticket.key} is a task of the project ${planned.key}; take it out of that first`);
  const at = [ticket.client_id, ticket.id];
  const [spent] = await ctx.hot(
    'move_spent',
    'select 1 from expenses where client_id = $1 and ticket_id = $2 limit 1',
    at,
  );
  if (spent) throw refuse(`${ticket.key} has expenses; take its ticket off them, or take them away, and then move it`);
  await refuseBilled(ctx, ticket, refuse);
  const tied = await ctx.tx
    .selectFrom('tickets')
    .select(['key', 'parent_id', 'merged_into_id'])
    .where('client_id', '=', ticket.client_id)
    .where((q) =>
      q.or([q('parent_id', '=', ticket.id), q('merged_into_id', '=', ticket.id), q('duplicate_of_id', '=', ticket.id)]),
    )
    .limit(1)
    .executeTakeFirst();
  if (!tied) return;
  if (tied.parent_id === ticket.id) throw refuse(`${tied.key} hangs under it; take its children off first`);
  if (tied.merged_into_id === ticket.id) throw refuse(`${tied.key} is merged into it; take the merge apart first`);
  throw refuse(`${tied.key} stands as a duplicate of it; reopen that one first`);
}

/** What a client was billed for stays its own. The time is locked first, so that no invoice takes it up meanwhile. */
async function refuseBilled(ctx: Ctx, ticket: TicketRecord, refuse: (message: string) => Fault): Promise<void> {
  const at = [ticket.client_id, ticket.id];
  await ctx.hot('move_time', 'select from time_entries where client_id = $1 and ticket_id = $2 for update', at);
  const [billed] = await ctx.hot<{ number: number }>('move_billed', BILLED, at);
  if (billed)
    throw refuse(
      `${ticket.key} has time on invoice ${billed.number}; credit it there, to be billed again, and then move it`,
    );
}

const PLANNED = `
select j.key from project_tasks p join projects j on j.client_id = p.client_id and j.id = p.project_id
where p.client_id = $1 and p.ticket_id = $2`;

const BILLED = `
select i.number from time_entries e join time_billed b on b.client_id = e.client_id and b.entry_id = e.id
join invoices i on i.client_id = b.client_id and i.id = b.invoice_id
where e.client_id = $1 and e.ticket_id = $2 order by i.number limit 1`;

/** A priority set by hand stays; any other is decided anew by the matrix of the client it goes to. */
async function priorityThere(ctx: Ctx, ticket: TicketRecord, input: MoveTicket, vip: boolean) {
  const why = ticket.priority_why as { rule?: string; inputs?: PriorityInputs };
  if (why.rule === 'override' && input.showConversation) return { priority: ticket.priority, why: ticket.priority_why };
  const { value: rules } = await resolveSetting(ctx, PRIORITY_RULES, input.clientId);
  // Who set it is told there too; why, in words of the first client's matter, is not.
  const override =
    why.rule === 'override'
      ? { override: { priority: ticket.priority as Priority, by: why.inputs?.override?.by ?? 'Somebody' } }
      : {};
  return decidePriority({ impact: ticket.impact as Level, urgency: ticket.urgency as Level, vip, ...override }, rules);
}

/** The row as it is once everything that hangs on it has gone along. */
async function settle(ctx: Ctx, moved: TicketRecord, patch: TicketPatch): Promise<TicketRecord> {
  const written = { ...patch, ...(await lastMessageOf(ctx, moved)) };
  return (await ctx.tx
    .updateTable('tickets')
    .set(Object.fromEntries(Object.entries(written).map(([column, value]) => [column, stored(column, value)])))
    .where('client_id', '=', moved.client_id)
    .where('id', '=', moved.id)
    .returningAll()
    .executeTakeFirstOrThrow()) as TicketRecord;
}

/** The old key leads on; why it moved is told only here, where a reader must see both clients. */
async function leaveRedirect(
  ctx: Ctx,
  before: TicketRecord,
  after: TicketRecord,
  reason: string,
  hidden: Hidden,
): Promise<void> {
  await ctx.tx
    .updateTable('ticket_redirects')
    .set({ to_client_id: after.client_id })
    .where('to_ticket_id', '=', after.id)
    .execute();
  await ctx.tx
    .insertInto('ticket_redirects')
    .values({
      client_id: before.client_id,
      key: before.key,
      to_client_id: after.client_id,
      to_ticket_id: after.id,
      reason: reason.trim(),
      moved_by: ctx.scope.principal === 'staff' ? ctx.scope.principalId : null,
      created_at: ctx.now,
      hidden: JSON.stringify(hidden),
    })
    .execute();
}
