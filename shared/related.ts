import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf } from './http.ts';
import { Named, TicketRefView, TicketView } from './ticket.ts';
import { HOLD_REASONS, STATUS_CATEGORIES, TICKET_KINDS } from './vocabulary.ts';

/** A ticket beside another one. */
export const RelatedTicket = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  kind: OneOf(TICKET_KINDS),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  holdReason: Nullable(OneOf(HOLD_REASONS)),
  priority: Type.Integer(),
  client: Named,
  updatedAt: Instant,
  /** How it was resolved, where it was. */
  resolution: Nullable(Type.Object({ code: Type.String(), note: Type.String() })),
  /** Why it stands here, in words. */
  why: Type.String(),
});
export type RelatedTicket = Static<typeof RelatedTicket>;

const { parent, children, links, duplicateOf, mergedInto, mergedFrom } = TicketView.properties;

/** A category for a ticket that has none, as similar tickets have it. */
export const SuggestedCategory = Type.Object({
  id: Id,
  /** Its path. */
  name: Type.String(),
  /** In words: how many agree, and which. */
  why: Type.String(),
  /** The tickets that have it. */
  ticketKeys: Type.Array(Type.String()),
});
export type SuggestedCategory = Static<typeof SuggestedCategory>;

export const RelatedTickets = Type.Object({
  parent,
  children,
  links,
  duplicateOf,
  mergedInto,
  mergedFrom,
  /** Tickets under the same parent. */
  siblings: Type.Array(TicketRefView),
  similar: Type.Object({ open: Type.Array(RelatedTicket), resolved: Type.Array(RelatedTicket) }),
  /** For a ticket without a category, where similar ones agree on one. */
  category: Nullable(SuggestedCategory),
  fromRequester: Type.Array(RelatedTicket),
  atClient: Type.Array(RelatedTicket),
});
export type RelatedTickets = Static<typeof RelatedTickets>;
