import { sql } from 'kysely';
import { Fault, notFound } from '#kernel/errors.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { changeTicket } from './change.ts';
import { unmergeTicket } from './command-merge.ts';
import { type RemovedLine, restoreChecklistItem } from './command-satellites.ts';
import { takeBackReply } from './command-take-back.ts';
import { ticketForChange } from './find.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import type { StoredEvent } from './timeline-words.ts';
import { whyNotUndone } from './undo-rules.ts';

/**
 * Takes back what the caller did to a ticket, as long as nothing that it changed has changed since. The event stays; its reverse
 * is added, with the reasons that stood before.
 * @param eventId the event's id, or a reply's own, as the timeline names it
 */
export async function undoChange(
  ctx: Ctx,
  idOrKey: string,
  eventId: string,
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const ticket = await ticketForChange(ctx, idOrKey);
  const event = (await ctx.tx
    .selectFrom('events')
    .select(['id', 'type', 'actor_id', 'data'])
    .where('subject_id', '=', ticket.id)
    .where((is) =>
      is.or([
        is('id', '=', eventId),
        is.and([is('type', '=', 'ticket.replied'), is(sql<string>`data ->> 'messageId'`, '=', eventId)]),
      ]),
    )
    .executeTakeFirst()) as Pick<StoredEvent, 'id' | 'type' | 'actor_id' | 'data'> | undefined;
  if (!event) throw notFound('change');
  if (event.actor_id !== ctx.actor.id) throw new Fault('forbidden', 'Only the person who did it may take it back.');
  if (event.type === 'ticket.replied') return takeBackReply(ctx, ticket, event);
  const obstacle = whyNotUndone(event, ticket);
  if (obstacle !== null) throw new Fault('conflict', obstacle, { extra: { version: ticket.version } });
  if (event.type === 'ticket.merged_away') return { ticket: await unmergeTicket(ctx, ticket.id), eventId: null };
  if (isRemovedLine(event)) return { ticket, eventId: await restoreChecklistItem(ctx, ticket, event) };
  const patch = {
    ...Object.fromEntries(Object.entries(event.data.changes ?? {}).map(([column, [before]]) => [column, before])),
    ...(event.data['reasonsBefore'] as TicketPatch | undefined),
    ...(typeof event.data['categoryBefore'] === 'string' ? { status_category: event.data['categoryBefore'] } : {}),
  } as TicketPatch;
  await refuseGoneStatus(ctx, ticket, patch);
  await stopWatching(ctx, ticket, event.data['startedWatching']);
  return changeTicket(ctx, ticket, patch, { type: 'ticket.undone', data: { undoes: event.id } });
}

const isRemovedLine = <E extends { type: string }>(event: E): event is E & RemovedLine =>
  event.type === 'ticket.checklist_removed';

/** The lifecycle may have been edited since. */
async function refuseGoneStatus(ctx: Ctx, ticket: TicketRecord, { status }: TicketPatch): Promise<void> {
  if (status === undefined) return;
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  if (!findStatus(lifecycle, status))
    throw new Fault('conflict', `The status "${status}" is not in the lifecycle any more.`);
}

/** An escalation let somebody watch, who then has no reason to any more. */
async function stopWatching(ctx: Ctx, ticket: TicketRecord, staffId: unknown): Promise<void> {
  if (typeof staffId !== 'string') return;
  await ctx.tx
    .deleteFrom('ticket_watchers')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('watcher_kind', '=', 'staff')
    .where('watcher_id', '=', staffId)
    .execute();
}
