import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { BeginRemote } from '#shared/estate.ts';
import { itemsOfTicket } from './ticket-items.ts';

/**
 * Notes in a ticket that somebody begins a remote session with a device that it is about, and answers by which address. What happens in
 * the session, its own system records. Throws `invalid` where the ticket is not about it, or no source says how it is reached.
 */
export async function beginRemote(ctx: Ctx, idOrKey: string, { itemId }: BeginRemote): Promise<{ url: string }> {
  const ticket = await findTicket(ctx, idOrKey);
  const item = (await itemsOfTicket(ctx, ticket.id)).items.find(({ id }) => id === itemId);
  if (!item) throw invalid([{ path: 'itemId', message: 'is not what this ticket is about; say first that it is' }]);
  if (item.remoteUrl === null)
    throw invalid([{ path: 'itemId', message: 'is reached by no system that is connected' }]);
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.remote_begun',
    data: { text: item.name, itemId },
  });
  return { url: item.remoteUrl };
}
