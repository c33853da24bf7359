import type { Ctx } from '#platform/context/index.ts';
import type { ItemTickets } from '#shared/estate.ts';
import { findItem } from './rows.ts';

const TICKETS = `
select t.id, t.key, t.title, t.kind, t.status, t.is_open as "isOpen", t.created_at as "createdAt"
from ticket_items l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id
where l.client_id = $1 and l.item_id = $2 order by t.is_open desc, t.created_at desc, t.id limit 100`;

/** The tickets that are about an item: the open ones first, then the newest. */
export async function ticketsOfItem(ctx: Ctx, id: string): Promise<ItemTickets> {
  const item = await findItem(ctx, id);
  return { items: await ctx.hot('ci_tickets', TICKETS, [item.client_id, item.id]) };
}
