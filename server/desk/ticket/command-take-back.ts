import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { unqueueSaid } from '#server/channels/mail-out/index.ts';
import { indexTicket } from '#server/desk/search/index.ts';
import { type Answered, takeBackAnswers } from '#server/practices/knowledge/index.ts';
import { changeTicket } from './change.ts';
import { lastMessageOf } from './last-message.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import type { StoredEvent } from './timeline-words.ts';

const HIDE = [
  `update messages set visibility = 'internal' where client_id = $1 and id = $2 and visibility = 'public'`,
  `update files set visibility = 'internal' where client_id = $1 and message_id = $2`,
];

/**
 * Takes back a reply whose mail has not gone out yet: nobody gets it, and it stands as a note. What it was the first response by is none
 * any more, and what it answered with was no answer. A step that went with it is taken back by itself.
 */
export async function takeBackReply(
  ctx: Ctx,
  ticket: TicketRecord,
  event: Pick<StoredEvent, 'id' | 'data'>,
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const saidId = String(event.data['messageId'] ?? '');
  if (!(await unqueueSaid(ctx, ticket.client_id, saidId)))
    throw new Fault('conflict', 'It has been sent already; write another reply.', {
      extra: { version: ticket.version },
    });
  for (const [index, statement] of HIDE.entries())
    await ctx.hot(`take_back_${index}`, statement, [ticket.client_id, saidId]);
  await takeBackAnswers(ctx, ticket, {
    eventId: event.id,
    answered: (event.data['answeredWith'] as readonly Answered[] | undefined) ?? [],
  });
  const answered = event.data.changes?.['first_response_at'];
  const isFirst = answered !== undefined && answered[1] === ticket.first_response_at;
  const patch: TicketPatch = {
    ...(await lastMessageOf(ctx, ticket)),
    ...(isFirst ? { first_response_at: null } : {}),
  };
  const after = await changeTicket(ctx, ticket, patch, {
    type: 'ticket.undone',
    data: { undoes: event.id, reply: saidId },
    always: true,
  });
  await indexTicket(ctx, after.ticket);
  return after;
}
