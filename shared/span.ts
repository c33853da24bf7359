import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf } from './http.ts';
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

/** What is done to tickets below a whole: told, or told and resolved. */
export const TellTickets = Type.Object({
  ticketIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
  message: Type.String({ minLength: 1, maxLength: 10_000, description: 'Plain text, to each of the clients’ people' }),
  resolve: Type.Boolean(),
  resolutionCode: Type.Optional(Type.String({ maxLength: 60 })),
});
export type TellTickets = Static<typeof TellTickets>;
export const ToldTickets = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      key: Type.String(),
      refused: Nullable(Type.String()),
      eventId: Nullable(Id),
    }),
    { description: 'What came of each; with the event by which it can be taken back' },
  ),
});
export type ToldTickets = Static<typeof ToldTickets>;
