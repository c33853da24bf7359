import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { changeTicket } from './change.ts';
import { unmergeTicket } from './command-merge.ts';
import { ticketForChange } from './find.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import type { StoredEvent } from './timeline-words.ts';
import { UNDOABLE } from './undo-rules.ts';

/** Takes back what the caller did last to a ticket, as long as nothing has changed it since. The event stays; its reverse is added. */
export async function undoChange(
  ctx: Ctx,
  idOrKey: string,
  eventId: string,
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const ticket = await ticketForChange(ctx, idOrKey);
  const event = (await ctx.tx
    .selectFrom('events')
    .select(['id', 'type', 'actor_id', 'data'])
    .where('id', '=', eventId)
    .where('subject_id', '=', ticket.id)
    .executeTakeFirst()) as Pick<StoredEvent, 'id' | 'type' | 'actor_id' | 'data'> | undefined;
  if (!event) throw notFound('change');
  if (event.actor_id !== ctx.actor.id) throw new Fault('forbidden', 'Only the person who did it may take it back.');
  if (!UNDOABLE.has(event.type)) throw new Fault('conflict', 'This cannot be taken back.');
  if (event.data.version !== ticket.version)
    throw new Fault('conflict', 'The ticket has changed since; change it by hand instead.', {
      extra: { version: ticket.version },
    });
  if (event.type === 'ticket.merged_away') return { ticket: await unmergeTicket(ctx, ticket.id), eventId: null };
  const patch = Object.fromEntries(
    Object.entries(event.data.changes ?? {}).map(([column, [before]]) => [column, before]),
  ) as TicketPatch;
  const category = typeof event.data.categoryBefore === 'string' ? { status_category: event.data.categoryBefore } : {};
  return changeTicket(ctx, ticket, { ...patch, ...category }, { type: 'ticket.undone', data: { undoes: eventId } });
}
