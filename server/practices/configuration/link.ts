import { invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { findItem } from './rows.ts';

/** Says that a ticket is about an item of the same client; saying it twice changes nothing. */
export async function linkItemToTicket(ctx: Ctx, idOrKey: string, itemId: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const item = await findItem(ctx, itemId);
  if (item.client_id !== ticket.client_id)
    throw invalid([{ path: 'itemId', message: 'is an item of another client than the ticket’s' }]);
  const made = await ctx.tx
    .insertInto('ticket_items')
    .values({
      client_id: ticket.client_id,
      ticket_id: ticket.id,
      item_id: item.merged_into ?? item.id,
      staff_id: actingStaff(ctx),
      created_at: ctx.now,
    })
    .onConflict((on) => on.doNothing())
    .returning('ticket_id')
    .executeTakeFirst();
  if (made) await tellTicket(ctx, ticket, 'item_linked', item);
}

const ON_TICKET = 'select from ticket_items where client_id = $1 and ticket_id = $2 and item_id = $3';

/** Whether a ticket is about an item of its client. */
export const isOnTicket = async (ctx: Ctx, clientId: string, ticketId: string, itemId: string): Promise<boolean> =>
  (await ctx.hot('ci_on_ticket', ON_TICKET, [clientId, ticketId, itemId])).length > 0;

/** Says that it is not about it after all. */
export async function unlinkItem(ctx: Ctx, idOrKey: string, itemId: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const item = await findItem(ctx, itemId);
  const gone = await ctx.tx
    .deleteFrom('ticket_items')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('item_id', '=', itemId)
    .returning('ticket_id')
    .executeTakeFirst();
  if (!gone) throw notFound('item');
  await tellTicket(ctx, ticket, 'item_unlinked', item);
}

const tellTicket = (
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  verb: 'item_linked' | 'item_unlinked',
  { id, name }: { id: string; name: string },
) =>
  appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.${verb}`,
    data: { text: name, itemId: id },
  });
