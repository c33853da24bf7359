import type { Ctx } from '#platform/context/index.ts';
import type { TicketPatch, TicketRecord } from './record.ts';

/** The last public message that is there now, as the queue shows it. */
export async function lastMessageOf(ctx: Ctx, ticket: TicketRecord): Promise<TicketPatch> {
  const [last] = await ctx.hot<{ at: string; by: string; text: string }>(
    'last_message',
    `select created_at as at, author_name as by, left(body_text, 200) as text from messages
     where client_id = $1 and ticket_id = $2 and visibility = 'public' and not is_report order by created_at desc, id desc limit 1`,
    [ticket.client_id, ticket.id],
  );
  return {
    last_message_at: last?.at ?? null,
    last_message_by: last?.by ?? null,
    last_message_text: last?.text ?? null,
  };
}
