import type { Ctx } from '#platform/context/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { TicketRecord } from './record.ts';

type Handler = (ctx: Ctx, before: TicketRecord, ticket: TicketRecord) => Promise<TicketRecord>;

const handlers = new Map<string, Handler>();

/**
 * What a practice does once a ticket of its kind has changed in whatever way and all else has followed, in the transaction of that. It
 * may move the ticket on, and answers with it as it is then.
 */
export function whenEdited(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

export async function followEdit(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<TicketRecord> {
  const handler = ctx.history ? undefined : handlers.get(ticket.kind);
  return handler ? handler(ctx, before, ticket) : ticket;
}
