import Type, { type Static } from 'typebox';
import { Id, Instant, LongText, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { MAJOR_ROLES, MAJOR_STATES, type MajorRole } from './major-words.ts';
import { LinkedTicket } from './span.ts';
import { Named, Priority, TicketRow } from './ticket.ts';

const STATES = Object.keys(MAJOR_STATES) as (keyof typeof MAJOR_STATES)[];
const ROLES = Object.keys(MAJOR_ROLES) as MajorRole[];
const Said = Type.String({ minLength: 1, maxLength: 5_000, pattern: '\\S', description: 'Plain text' });
const Ref = Type.String({ minLength: 3, maxLength: 60, description: 'A ticket by id or key' });
const Refs = Type.Array(Ref, { minItems: 1, maxItems: 200, uniqueItems: true });
const Cadence = Type.Integer({ minimum: 5, maximum: 1440, description: 'Minutes between two words to clients' });
const Bridge = Type.String({ maxLength: 500, description: 'An address (https, tel) or words; empty: none' });

const Criteria = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 20 });

export const ProposeMajor = Type.Object({
  tickets: Type.Optional(Refs),
  title: Type.Optional(Name),
  reason: Said,
  criteria: Type.Optional(Criteria),
});
export type ProposeMajor = Static<typeof ProposeMajor>;

export const MoveMajor = Type.Object({
  to: OneOf(STATES),
  version: Version,
  reason: Type.Optional(Type.String({ maxLength: 2_000 })),
  criteria: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 20,
      description: 'What holds of it, where it is declared; what was proposed unless given',
    }),
  ),
});
export type MoveMajor = Static<typeof MoveMajor>;

export const EditMajor = Type.Object({
  version: Version,
  toldTitle: Type.Optional(Name),
  roles: Type.Optional(
    Type.Array(Type.Object({ role: OneOf(ROLES), staffId: Id }), { maxItems: ROLES.length, uniqueItems: true }),
  ),
  bridge: Type.Optional(Bridge),
  cadenceMinutes: Type.Optional(Cadence),
});
export type EditMajor = Static<typeof EditMajor>;

export const TellClients = Type.Object({
  version: Version,
  text: Said,
  mail: Type.Optional(Type.Boolean({ description: 'With the first words: also write to the people whom it reaches' })),
});
export type TellClients = Static<typeof TellClients>;

export const MajorTickets = Type.Object({ tickets: Refs, why: Type.Optional(Type.String({ maxLength: 300 })) });

const Action = Type.Object({
  text: Name,
  staffId: Nullable(Id),
  dueOn: Nullable(Type.String({ format: 'date' })),
  ticketId: Nullable(Id),
});
const Review = Type.Object({
  happened: LongText,
  wentWell: LongText,
  toImprove: LongText,
  actions: Type.Array(Action, { maxItems: 50 }),
  forClients: LongText,
});
export type Review = Static<typeof Review>;
export const WriteReview = Type.Object({
  version: Version,
  happened: LongText,
  wentWell: LongText,
  toImprove: LongText,
  actions: Type.Array(Type.Omit(Action, ['ticketId']), { maxItems: 50, description: 'Each new one becomes a task' }),
  forClients: Type.Optional({
    ...LongText,
    description:
      'What people of the affected clients read of it, in the report of their portal; as it was unless given',
  }),
});
export type WriteReview = Static<typeof WriteReview>;

const row = {
  id: Id,
  key: Type.String(),
  title: Type.String(),
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
  priority: Priority,
  status: Type.String(),
  state: OneOf(STATES),
  proposedAt: Instant,
  declaredAt: Nullable(Instant),
  restoredAt: Nullable(Instant),
  nextUpdateAt: Nullable(Instant),
  manager: Nullable(Named),
  tickets: Type.Integer({ description: 'Tickets below it, of clients that the reader sees' }),
};
export const MajorRow = Type.Object(row);
export type MajorRow = Static<typeof MajorRow>;
export const MajorPage = Page(MajorRow);
export const MajorQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(OneOf(STATES), { maxItems: 7 })),
});
export type MajorQuery = Static<typeof MajorQuery>;

export const MajorView = Type.Object({
  ...row,
  reason: Type.String(),
  criteria: Type.Array(Type.String()),
  proposedBy: Type.String(),
  decidedBy: Nullable(Type.String()),
  stabilisedAt: Nullable(Instant),
  completedAt: Nullable(Instant),
  declinedAt: Nullable(Instant),
  roles: Type.Array(Type.Object({ role: OneOf(ROLES), staff: Named })),
  bridge: Type.String(),
  toldTitle: Type.String(),
  cadenceMinutes: Cadence,
  announcementId: Nullable(Id),
  updates: Type.Array(
    Type.Object({ id: Id, text: Type.String({ description: 'Plain text' }), by: Type.String(), at: Instant }),
    {
      description: 'What clients were told, in the order of time',
    },
  ),
  clients: Type.Array(Type.Object({ id: Id, name: Type.String(), tickets: Type.Integer() }), {
    description: 'The clients that it touches, of those that the reader sees',
  }),
  linked: Type.Array(LinkedTicket),
  review: Nullable(Review),
  moves: Type.Array(
    Type.Object({ to: OneOf(STATES), label: Type.String(), missing: Nullable(Type.String()), asksWhy: Type.Boolean() }),
  ),
  version: Version,
});
export type MajorView = Static<typeof MajorView>;

/** Tickets that seem to be of the same cause, each with what speaks for it. */
export const MajorCandidates = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      key: Type.String(),
      title: Type.String(),
      client: Named,
      createdAt: Instant,
      evidence: Type.Array(Type.String(), { minItems: 1 }),
    }),
  ),
});
export type MajorCandidates = Static<typeof MajorCandidates>;

/** What the tickets of the last while say might be a major incident. */
export const MajorSuggestions = Type.Object({
  criteria: Type.Array(Type.String(), { description: 'When an incident is a major one, in the firm’s words' }),
  items: Type.Array(
    Type.Object({
      title: Type.String(),
      why: Type.String(),
      tickets: Type.Array(TicketRow),
    }),
  ),
});
export type MajorSuggestions = Static<typeof MajorSuggestions>;
