import type { Selectable } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { queueAdded } from '#server/channels/mail-out/index.ts';
import type { LinkKind } from '#shared/vocabulary.ts';
import { findTicket } from './find.ts';
import type { TicketRecord } from './record.ts';
import { type ChecklistLine, insertChecklist } from './satellites.ts';

/** The event of a line that was taken off a checklist. */
export type RemovedLine = { id: string; data: { line: Selectable<Tables['checklist_items']> } };

function tell(ctx: Ctx, ticket: TicketRecord, type: string, text: string, more: object = {}): Promise<string> {
  return appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type,
    data: { text, ...more },
  });
}

/** Whoever stops following need not work for the client any more. */
const STAFF = `select s.name from staff s where s.id = $1 and s.active and (not $3::boolean or ${worksFor('$2')})`;
const CONTACT = 'select name from contacts where client_id = $2 and id = $1';

/**
 * Adds or takes away somebody who is told of what happens. Contacts must be the client's own; they see it in the portal from then on, and
 * are told by mail what it is about.
 */
export async function setWatcher(
  ctx: Ctx,
  idOrKey: string,
  watcher: { kind: 'staff' | 'contact'; id: string },
  on: boolean,
): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const [person] =
    watcher.kind === 'staff'
      ? await ctx.hot<{ name: string }>('watcher_staff', STAFF, [watcher.id, ticket.client_id, on])
      : await ctx.hot<{ name: string }>('watcher_contact', CONTACT, [watcher.id, ticket.client_id]);
  if (!person)
    throw invalid([
      {
        path: 'id',
        message: `is not ${watcher.kind === 'staff' ? 'an active person who works for this client' : 'a contact of this client'}`,
      },
    ]);
  if (on) {
    const added = await ctx.tx
      .insertInto('ticket_watchers')
      .values({
        client_id: ticket.client_id,
        ticket_id: ticket.id,
        watcher_kind: watcher.kind,
        watcher_id: watcher.id,
        created_at: ctx.now,
        sees: watcher.kind === 'contact',
      })
      .onConflict((conflict) =>
        conflict
          .columns(['client_id', 'ticket_id', 'watcher_kind', 'watcher_id'])
          .doUpdateSet({ sees: true })
          .where('ticket_watchers.watcher_kind', '=', 'contact')
          .where('ticket_watchers.sees', '=', false),
      )
      .executeTakeFirst();
    if (!added.numInsertedOrUpdatedRows) return;
    await tell(ctx, ticket, 'ticket.watcher_added', person.name);
    if (watcher.kind === 'contact') await queueAdded(ctx, ticket, watcher.id);
    return;
  }
  const gone = await ctx.tx
    .deleteFrom('ticket_watchers')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('watcher_kind', '=', watcher.kind)
    .where('watcher_id', '=', watcher.id)
    .executeTakeFirst();
  if (gone.numDeletedRows) await tell(ctx, ticket, 'ticket.watcher_removed', person.name);
}

/** Joins two tickets of the same client. */
export async function linkTickets(
  ctx: Ctx,
  idOrKey: string,
  input: { kind: LinkKind; to: string },
  on: boolean,
): Promise<void> {
  const from = await findTicket(ctx, idOrKey);
  const to = await findTicket(ctx, input.to);
  if (from.client_id !== to.client_id)
    throw invalid([{ path: 'to', message: 'belongs to another client; tickets are linked within one client' }]);
  if (from.id === to.id) throw invalid([{ path: 'to', message: 'is the ticket itself' }]);
  const changed = on ? await addLink(ctx, from, to, input.kind) : await removeLink(ctx, from, to, input.kind);
  if (!changed) return;
  await tell(ctx, from, on ? 'ticket.linked' : 'ticket.unlinked', `${input.kind.replace('_', ' ')} ${to.key}`);
  await tell(ctx, to, on ? 'ticket.linked' : 'ticket.unlinked', `${input.kind.replace('_', ' ')} ${from.key}`);
}

/** Returns whether they were not joined so before, in either direction. */
async function addLink(ctx: Ctx, from: TicketRecord, to: TicketRecord, kind: LinkKind): Promise<boolean> {
  const added = await ctx.hot(
    'link_add',
    `insert into ticket_links (client_id, from_id, to_id, kind, created_at)
     select $1, $2, $3, $4, $5 where not exists (
       select from ticket_links l where l.client_id = $1 and l.kind = $4
         and ((l.from_id = $2 and l.to_id = $3) or ($4 = 'related' and l.from_id = $3 and l.to_id = $2)))
     on conflict do nothing returning kind`,
    [from.client_id, from.id, to.id, kind, ctx.now],
  );
  return added.length > 0;
}

/** Returns whether there was one to take away. */
async function removeLink(ctx: Ctx, from: TicketRecord, to: TicketRecord, kind: LinkKind): Promise<boolean> {
  const gone = await ctx.hot(
    'link_remove',
    `delete from ticket_links where client_id = $1 and kind = $4
       and ((from_id = $2 and to_id = $3) or (from_id = $3 and to_id = $2)) returning kind`,
    [from.client_id, from.id, to.id, kind],
  );
  return gone.length > 0;
}

/** Adds a line to the checklist, at its end. */
export async function addChecklistItem(ctx: Ctx, idOrKey: string, line: ChecklistLine): Promise<string> {
  const [id = ''] = await addChecklist(ctx, idOrKey, [line]);
  return id;
}

/** Adds lines to the checklist, at its end and in their order; `name` is what they are called together. */
export async function addChecklist(
  ctx: Ctx,
  idOrKey: string,
  lines: readonly ChecklistLine[],
  name?: string,
): Promise<string[]> {
  if (lines.length === 0) return [];
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const { last } = await ctx.tx
    .selectFrom('checklist_items')
    .select((q) => q.fn.max('position').as('last'))
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirstOrThrow();
  const ids = await insertChecklist(ctx, ticket, lines, (last ?? -1) + 1);
  await tell(ctx, ticket, 'ticket.checklist_added', name ?? lines.map((line) => line.text.trim()).join('; '));
  return ids;
}

/** Takes a line off the checklist; the event keeps it whole, so that it can be put back. Returns the event's id. */
export async function removeChecklistItem(ctx: Ctx, idOrKey: string, itemId: string): Promise<string> {
  const ticket = await findTicket(ctx, idOrKey);
  const item = await ctx.tx
    .deleteFrom('checklist_items')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('id', '=', itemId)
    .returningAll()
    .executeTakeFirst();
  if (!item) throw notFound('checklist line');
  return tell(ctx, ticket, 'ticket.checklist_removed', item.text, { line: item });
}

/** Puts a line back that the event tells was taken off, at its place and as done as it was. Throws `conflict` where it is back already. */
export async function restoreChecklistItem(ctx: Ctx, ticket: TicketRecord, event: RemovedLine): Promise<string> {
  const { line } = event.data;
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('checklist_items')
    .values({ ...line, client_id: ticket.client_id, ticket_id: ticket.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw new Fault('conflict', 'This line is on the checklist again already.');
  return tell(ctx, ticket, 'ticket.checklist_added', line.text, { undoes: event.id });
}

/** Ticks a line or takes the tick away. */
export async function tickChecklistItem(ctx: Ctx, idOrKey: string, itemId: string, done: boolean): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const item = await ctx.tx
    .updateTable('checklist_items')
    .set({
      done_at: done ? ctx.now : null,
      done_by: done && ctx.scope.principal === 'staff' ? ctx.scope.principalId : null,
    })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('id', '=', itemId)
    .returning('text')
    .executeTakeFirst();
  if (!item) throw notFound('checklist line');
  await tell(ctx, ticket, done ? 'ticket.checklist_ticked' : 'ticket.checklist_unticked', item.text);
}
