import type { Ctx } from '#platform/context/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { TicketRecord } from './record.ts';

type Handler = (ctx: Ctx, before: TicketRecord, ticket: TicketRecord) => Promise<TicketRecord>;

const handlers = new Map<string, Handler>();

/** What a practice does when somebody moves a ticket of its kind along its lifecycle by hand, in the transaction of that. */
export function whenMoved(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

/** Lets the practice follow whose ticket it is, and answers with the ticket as it is then. What the desk did by itself is followed by whoever did it. */
export async function followMove(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<TicketRecord> {
  const handler = ctx.history || ctx.actor.kind === 'system' ? undefined : handlers.get(ticket.kind);
  return handler ? handler(ctx, before, ticket) : ticket;
}
