import type { Ctx } from '#platform/context/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { OfTicket } from './rows.ts';

export type Decision = { readonly state: 'approved' | 'rejected' | 'expired'; readonly why: string };
type Handler = (ctx: Ctx, ticket: OfTicket, decision: Decision) => Promise<void>;

const handlers = new Map<string, Handler>();

/** What a practice does when an approval of its kind of ticket is decided, in the transaction of the vote. */
export function whenDecided(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

/** Tells the practice whose ticket it is. The desk does by itself what follows from a decision. */
export async function followDecision(ctx: Ctx, ticket: OfTicket, decision: Decision): Promise<void> {
  const [row] = await ctx.hot<{ kind: string }>(
    'approval_kind',
    'select kind from tickets where client_id = $1 and id = $2',
    [ticket.client_id, ticket.id],
  );
  const handler = row && handlers.get(row.kind);
  if (handler) await handler({ ...ctx, actor: { kind: 'system', id: null, name: 'Approval' } }, ticket, decision);
}
