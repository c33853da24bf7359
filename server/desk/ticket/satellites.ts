import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from './record.ts';

type Place = Pick<TicketRecord, 'client_id' | 'id' | 'tags' | 'custom'>;

/** Tags as rows of their own, so that a filter by tag uses an index that row-level security allows. */
export async function storeTags(ctx: Ctx, ticket: Place): Promise<void> {
  await ctx.tx
    .deleteFrom('ticket_tags')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  if (ticket.tags.length === 0) return;
  await ctx.tx
    .insertInto('ticket_tags')
    .values(ticket.tags.map((tag) => ({ client_id: ticket.client_id, ticket_id: ticket.id, tag })))
    .execute();
}

/** Custom values as texts in rows of their own, for the same reason. */
export async function storeCustomValues(ctx: Ctx, ticket: Place): Promise<void> {
  await ctx.tx
    .deleteFrom('ticket_custom_values')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  const rows = Object.entries(ticket.custom as Record<string, unknown>).flatMap(([field_key, value]) =>
    [value]
      .flat()
      .filter((item) => item !== null && item !== '')
      .map((item) => ({ client_id: ticket.client_id, ticket_id: ticket.id, field_key, value: String(item) })),
  );
  if (rows.length > 0) await ctx.tx.insertInto('ticket_custom_values').values(rows).execute();
}
