import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable } from './http.ts';
import { TicketRow, TicketView } from './ticket.ts';

/** The ticket to do next, and why, the weightiest reason first; kept for the asker until `offeredUntil`. */
export const NextTicket = Type.Object({
  ticket: Nullable(TicketView),
  reasons: Type.Array(Type.String()),
  offeredUntil: Nullable(Instant),
});
export type NextTicket = Static<typeof NextTicket>;

const Lane = Type.Object({
  items: Type.Array(TicketRow),
  count: Type.Integer(),
  capped: Type.Boolean(),
});

/** Tickets of the last hours that look like one thing. */
export const TicketCluster = Type.Object({
  id: Id,
  /** Why they stand together, in words. */
  reason: Type.String(),
  title: Type.String(),
  count: Type.Integer(),
  items: Type.Array(TicketRow),
});
export type TicketCluster = Static<typeof TicketCluster>;

export const TriageBoard = Type.Object({
  unassigned: Lane,
  atRisk: Lane,
  clusters: Type.Array(TicketCluster),
});
export type TriageBoard = Static<typeof TriageBoard>;
