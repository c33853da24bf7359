import Type, { type Static } from 'typebox';
import { Id, Instant, OneOf } from './http.ts';
import { Priority } from './ticket.ts';
import { STATUS_CATEGORIES, TICKET_KINDS } from './vocabulary.ts';

/** What a whole is to its tickets. */
export const SPAN_HOWS = ['problem', 'major', 'change'] as const;
export type SpanHow = (typeof SPAN_HOWS)[number];

const link = {
  how: OneOf(SPAN_HOWS),
  why: Type.String({ description: 'Why they belong together; empty where nobody said' }),
  linkedBy: Type.String(),
  linkedAt: Instant,
};

/** What stands above a ticket, as far as its client may know of it. */
export const WholeView = Type.Object({
  ...link,
  id: Id,
  kind: OneOf(['incident', 'problem', 'change']),
  key: Type.String(),
  title: Type.String(),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  brief: Type.Record(Type.String(), Type.Unknown(), { description: 'What its practice tells besides' }),
  updatedAt: Instant,
  open: Type.Boolean({ description: 'Whether the reader sees the ticket itself' }),
});
export type WholeView = Static<typeof WholeView>;
export const Wholes = Type.Array(WholeView);

/** A ticket below a whole. */
export const LinkedTicket = Type.Object({
  ...link,
  id: Id,
  key: Type.String(),
  kind: OneOf(TICKET_KINDS),
  title: Type.String(),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  priority: Priority,
  createdAt: Instant,
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
});
export type LinkedTicket = Static<typeof LinkedTicket>;
