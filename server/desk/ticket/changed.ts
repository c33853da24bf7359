import type { Ctx } from '#platform/context/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { TicketRecord } from './record.ts';

type Handler = (ctx: Ctx, before: TicketRecord, ticket: TicketRecord) => Promise<void>;

const handlers = new Map<string, Handler>();

/**
 * What a practice does when a ticket of its kind has changed in whatever way, in the transaction of that; it may refuse the change by a
 * `Fault`. It writes what is its own, not the ticket.
 */
export function whenChanged(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

export async function followChange(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<void> {
  await handlers.get(ticket.kind)?.(ctx, before, ticket);
}
