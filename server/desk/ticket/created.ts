import type { Ctx } from '#platform/context/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { TicketRecord } from './record.ts';

type Handler = (ctx: Ctx, ticket: TicketRecord) => Promise<void>;

const handlers = new Map<string, Handler>();

/** What a practice does when a ticket of its kind is logged, in the transaction of that: by whichever way it came. */
export function whenCreated(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

export async function followCreation(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  await handlers.get(ticket.kind)?.(ctx, ticket);
}
