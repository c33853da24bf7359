import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { LinkKind } from '#shared/vocabulary.ts';
import { findTicket } from './find.ts';
import type { TicketRecord } from './record.ts';

function tell(ctx: Ctx, ticket: TicketRecord, type: string, text: string): Promise<string> {
  return appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type,
    data: { text },
  });
}

/** Adds or takes away somebody who is told of what happens. Contacts must be the client's own. */
export async function setWatcher(
  ctx: Ctx,
  idOrKey: string,
  watcher: { kind: 'staff' | 'contact'; id: string },
  on: boolean,
): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const person =
    watcher.kind === 'staff'
      ? await ctx.tx
          .selectFrom('staff')
          .select('name')
          .where('id', '=', watcher.id)
          .where('active', '=', true)
          .executeTakeFirst()
      : await ctx.tx
          .selectFrom('contacts')
          .select('name')
          .where('client_id', '=', ticket.client_id)
          .where('id', '=', watcher.id)
          .executeTakeFirst();
  if (!person)
    throw invalid([
      { path: 'id', message: `is not ${watcher.kind === 'staff' ? 'an active person' : 'a contact of this client'}` },
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
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows) await tell(ctx, ticket, 'ticket.watcher_added', person.name);
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
  const key = { client_id: from.client_id, from_id: from.id, to_id: to.id, kind: input.kind };
  if (on)
    await ctx.tx
      .insertInto('ticket_links')
      .values({ ...key, created_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else {
    await ctx.tx
      .deleteFrom('ticket_links')
      .where('client_id', '=', from.client_id)
      .where('kind', '=', input.kind)
      .where((q) =>
        q.or([
          q.and([q('from_id', '=', from.id), q('to_id', '=', to.id)]),
          q.and([q('from_id', '=', to.id), q('to_id', '=', from.id)]),
        ]),
      )
      .execute();
  }
  await tell(ctx, from, on ? 'ticket.linked' : 'ticket.unlinked', `${input.kind.replace('_', ' ')} ${to.key}`);
  await tell(ctx, to, on ? 'ticket.linked' : 'ticket.unlinked', `${input.kind.replace('_', ' ')} ${from.key}`);
}

export type ChecklistLine = { text: string; required: boolean };

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
  const rows = lines.map((line, index) => ({
    client_id: ticket.client_id,
    id: newId(),
    ticket_id: ticket.id,
    position: (last ?? -1) + 1 + index,
    text: line.text.trim(),
    required: line.required,
    created_at: ctx.now,
  }));
  await ctx.tx.insertInto('checklist_items').values(rows).execute();
  await tell(ctx, ticket, 'ticket.checklist_added', name ?? rows.map((row) => row.text).join('; '));
  return rows.map((row) => row.id);
}

/** Takes a line off the checklist. */
export async function removeChecklistItem(ctx: Ctx, idOrKey: string, itemId: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const item = await ctx.tx
    .deleteFrom('checklist_items')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('id', '=', itemId)
    .returning('text')
    .executeTakeFirst();
  if (!item) throw notFound('checklist line');
  await tell(ctx, ticket, 'ticket.checklist_removed', item.text);
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
