import type { Ctx } from '#platform/context/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { OfTicket } from './rows.ts';

export type Decision = { readonly state: 'approved' | 'rejected' | 'expired'; readonly why: string };
type Handler = (ctx: Ctx, ticket: OfTicket, decision: Decision) => Promise<void>;

const KIND = 'select kind from tickets where client_id = $1 and id = $2';
const PART_KIND = 'select kind from ticket_spans where client_id = $1 and whole_id = $2';
const handlers = new Map<string, Handler>();

/** What a practice does when an approval of its kind of ticket is decided, in the transaction of the vote. */
export function whenDecided(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

const parts = new Map<string, Handler>();

/** The same where it is the part that a client has in such a ticket of the provider. The whole may be out of sight there. */
export function whenPartDecided(kind: TicketKind, handler: Handler): void {
  parts.set(kind, handler);
}

/** Tells the practice whose ticket it is. The desk does by itself what follows from a decision. */
export async function followDecision(ctx: Ctx, ticket: OfTicket, decision: Decision): Promise<void> {
  const at = [ticket.client_id, ticket.id];
  type Row = { kind: string };
  const [row] = ticket.part
    ? await ctx.hot<Row>('approval_part_kind', PART_KIND, at)
    : await ctx.hot<Row>('approval_kind', KIND, at);
  const handler = row && (ticket.part ? parts : handlers).get(row.kind);
  if (handler) await handler({ ...ctx, actor: { kind: 'system', id: null, name: 'Approval' } }, ticket, decision);
}
