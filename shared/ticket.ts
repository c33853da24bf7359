import Type, { type Static } from 'typebox';
import { Id, Instant, LongText, Name, Nullable, ONE_LINE, OneOf, Page, Version } from './http.ts';
import { ClockTarget } from './service-level.ts';
import {
  CALL_DIRECTIONS,
  HOLD_REASONS,
  LINK_KINDS,
  SOURCES,
  STATUS_CATEGORIES,
  TICKET_KINDS,
  VISIBILITIES,
} from './vocabulary.ts';

const Level = Type.Integer({ minimum: 1, maximum: 3, description: '1 high, 2 medium, 3 low' });
export const Priority = Type.Integer({ minimum: 1, maximum: 5, description: '1 critical … 5 planning' });
export const Tag = Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\s,][^,]*$' });
const Tags = Type.Array(Tag, { maxItems: 30, uniqueItems: true });
export const StatusKey = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
export const CustomValues = Type.Record(Type.String(), Type.Unknown(), { description: 'Custom field values by key' });
/** A ticket by id or by key such as ACME-142. */
export const TicketRef = Type.Object({ idOrKey: Type.String({ minLength: 3, maxLength: 60 }) });

/** A person or thing named in passing. */
export const Named = Type.Object({ id: Id, name: Type.String() });
export type Named = Static<typeof Named>;

/** Why the program decided so: one sentence and what went in. */
export const Why = Type.Object({ sentence: Type.String() }, { additionalProperties: true });
export type Why = Static<typeof Why>;

const writable = {
  title: Type.String({ minLength: 1, maxLength: 300, pattern: ONE_LINE }),
  description: LongText,
  requesterId: Nullable(Id),
  siteId: Nullable(Id),
  impact: Level,
  urgency: Level,
  categoryId: Nullable(Id),
  serviceId: Nullable(Id),
  tags: Tags,
  custom: CustomValues,
};

/** Files as they are shown: `size` in bytes. */
export const Attachments = Type.Array(
  Type.Object({ id: Id, name: Type.String(), mediaType: Type.String(), size: Type.Integer() }),
);
export type Attachments = Static<typeof Attachments>;

export const CreateTicket = Type.Object({
  kind: OneOf(TICKET_KINDS),
  clientId: Id,
  title: writable.title,
  description: Type.Optional(writable.description),
  requesterId: Type.Optional(writable.requesterId),
  siteId: Type.Optional(writable.siteId),
  impact: Type.Optional(Level),
  urgency: Type.Optional(Level),
  /** Overrides the matrix; the reason is kept. */
  priority: Type.Optional(Priority),
  priorityReason: Type.Optional(Type.String({ maxLength: 300 })),
  categoryId: Type.Optional(writable.categoryId),
  serviceId: Type.Optional(writable.serviceId),
  teamId: Type.Optional(Nullable(Id)),
  assigneeId: Type.Optional(Nullable(Id)),
  source: Type.Optional(OneOf(SOURCES)),
  tags: Type.Optional(Tags),
  custom: Type.Optional(CustomValues),
  parentId: Type.Optional(Nullable(Id)),
  checklist: Type.Optional(Type.Array(Name, { maxItems: 50 })),
  attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 100, description: 'Files uploaded for this client' })),
  externalRef: Type.Optional(Type.String({ maxLength: 200 })),
});
export type CreateTicket = Static<typeof CreateTicket>;

export const UpdateTicket = Type.Object({
  version: Version,
  title: Type.Optional(writable.title),
  description: Type.Optional(writable.description),
  requesterId: Type.Optional(writable.requesterId),
  siteId: Type.Optional(writable.siteId),
  impact: Type.Optional(Level),
  urgency: Type.Optional(Level),
  /** A number overrides the matrix; null gives the decision back to it. */
  priority: Type.Optional(Nullable(Priority)),
  priorityReason: Type.Optional(Type.String({ maxLength: 300 })),
  categoryId: Type.Optional(writable.categoryId),
  serviceId: Type.Optional(writable.serviceId),
  tags: Type.Optional(Tags),
  custom: Type.Optional(CustomValues),
  parentId: Type.Optional(Nullable(Id)),
});
export type UpdateTicket = Static<typeof UpdateTicket>;

/** How a clock looks in a list: enough to draw the ring and count down. */
export const ClockSummary = Type.Object({
  target: ClockTarget,
  state: OneOf(['running', 'paused', 'met', 'breached', 'cancelled']),
  targetSeconds: Type.Integer(),
  consumedSeconds: Type.Integer({ description: 'Business seconds used up when runningSince was set' }),
  runningSince: Nullable(Instant),
  dueAt: Nullable(Instant),
  atRiskAt: Nullable(Instant),
  breachedAt: Nullable(Instant),
  stoppedAt: Nullable(Instant),
  pauseReason: Nullable(Type.String()),
});
export type ClockSummary = Static<typeof ClockSummary>;

const row = {
  id: Id,
  key: Type.String(),
  kind: OneOf(TICKET_KINDS),
  title: Type.String(),
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String(), timeZone: Type.String() }),
  requester: Nullable(Type.Object({ id: Id, name: Type.String(), vip: Type.Boolean() })),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  holdReason: Nullable(OneOf(HOLD_REASONS)),
  priority: Priority,
  impact: Level,
  urgency: Level,
  team: Nullable(Named),
  assignee: Nullable(
    Type.Object({
      ...Named.properties,
      /** Why nobody works it although somebody has it: they have left, or do not work for the client any more. */
      gone: Nullable(OneOf(['left', 'client'])),
    }),
  ),
  source: OneOf(SOURCES),
  tags: Type.Array(Type.String()),
  createdAt: Instant,
  updatedAt: Instant,
  dueAt: Nullable(Instant),
  clock: Nullable(ClockSummary),
  lastMessage: Nullable(Type.Object({ at: Instant, by: Type.String(), text: Type.String() })),
  opening: Type.String({ description: 'How the description begins, as text; empty once there is a message' }),
  unread: Type.Boolean(),
  version: Version,
};

/** A line of the queue. */
export const TicketRow = Type.Object(row);
export type TicketRow = Static<typeof TicketRow>;
export const TicketPage = Page(TicketRow);
export type TicketPage = Static<typeof TicketPage>;

/** What a writer may say of the client that they had in mind. */
export const WrittenFor = Type.Optional(
  Type.String({
    ...Id,
    description: 'The client for whom it is written; refused with 409 when the ticket has moved to another',
  }),
);

/** A step that is open from here to this caller. */
export const TransitionOption = Type.Object({
  to: Type.String(),
  label: Type.String(),
  category: OneOf(STATUS_CATEGORIES),
  requires: Type.Array(Type.String()),
});
export type TransitionOption = Static<typeof TransitionOption>;

export const TicketRefView = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  priority: Priority,
});
export type TicketRefView = Static<typeof TicketRefView>;

export const ChecklistItem = Type.Object({
  id: Id,
  text: Type.String(),
  required: Type.Boolean({ description: 'Must be ticked where the lifecycle asks for a finished checklist' }),
  doneAt: Nullable(Instant),
  doneBy: Nullable(Type.String()),
});
export type ChecklistItem = Static<typeof ChecklistItem>;

/** The whole ticket. */
export const TicketView = Type.Object({
  ...row,
  description: Type.String({ description: 'Sanitised HTML' }),
  attachments: Attachments,
  externalRef: Nullable(Type.String({ description: 'What it is called where it came from' })),
  site: Nullable(Named),
  category: Nullable(Type.Object({ id: Id, name: Type.String(), path: Type.String() })),
  service: Nullable(Named),
  priorityWhy: Why,
  assignmentWhy: Nullable(Why),
  custom: CustomValues,
  parent: Nullable(TicketRefView),
  children: Type.Array(TicketRefView),
  links: Type.Array(Type.Object({ kind: OneOf(LINK_KINDS), direction: OneOf(['out', 'in']), ticket: TicketRefView })),
  mergedInto: Nullable(TicketRefView),
  duplicateOf: Nullable(TicketRefView),
  mergedFrom: Type.Array(TicketRefView),
  watchers: Type.Array(Type.Object({ kind: OneOf(['staff', 'contact']), id: Id, name: Type.String() })),
  checklist: Type.Array(ChecklistItem),
  holdUntil: Nullable(Instant),
  resolution: Nullable(
    Type.Object({
      code: Type.String(),
      note: Type.String(),
      cause: Nullable(Type.String()),
      by: Nullable(Named),
      at: Instant,
    }),
  ),
  escalationLevel: Type.Integer(),
  reassignmentCount: Type.Integer(),
  reopenCount: Type.Integer(),
  firstResponseAt: Nullable(Instant),
  resolvedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  loggedBy: Nullable(Type.String({ description: 'Who logged it, by name; null where nobody knows any more' })),
  minutesSpent: Type.Integer(),
  transitions: Type.Array(TransitionOption),
  watching: Type.Boolean(),
});
export type TicketView = Static<typeof TicketView>;

export const TransitionTicket = Type.Object({
  to: StatusKey,
  version: Type.Optional(Version),
  holdReason: Type.Optional(OneOf(HOLD_REASONS)),
  holdUntil: Type.Optional(Nullable(Instant)),
  resolutionCode: Type.Optional(Type.String({ maxLength: 60 })),
  resolutionNote: Type.Optional(Type.String({ maxLength: 10_000 })),
  cause: Type.Optional(Type.String({ maxLength: 2_000 })),
  duplicateOfId: Type.Optional(Id),
  assigneeId: Type.Optional(Nullable(Id)),
  teamId: Type.Optional(Nullable(Id)),
  /** Why: shown in the timeline; asked for when reopening, cancelling or declining. */
  reason: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type TransitionTicket = Static<typeof TransitionTicket>;

export const AssignTicket = Type.Object({
  version: Type.Optional(Version),
  teamId: Type.Optional(Nullable(Id)),
  assigneeId: Type.Optional(Nullable(Id)),
  /** Let the team's strategy choose the person. */
  auto: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type AssignTicket = Static<typeof AssignTicket>;

export const EscalateTicket = Type.Object({
  version: Type.Optional(Version),
  /** functional: to another team; hierarchical: up the client's and provider's path. */
  direction: OneOf(['functional', 'hierarchical']),
  teamId: Type.Optional(Id),
  reason: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
});
export type EscalateTicket = Static<typeof EscalateTicket>;

/** What became of the mail to one of the client's people that something said publicly went out by. */
export const MessageMail = Type.Object({
  to: Type.String({ description: 'Who gets it, by name' }),
  email: Type.String(),
  state: OneOf(['waiting', 'sent', 'trying', 'failed', 'bounced']),
  why: Type.String({ description: 'In the mail server’s own words, where it was not taken or did not arrive' }),
  at: Nullable(Instant),
});
export type MessageMail = Static<typeof MessageMail>;

/** A telephone call that a note tells of. */
export const Call = Type.Object({
  direction: OneOf(CALL_DIRECTIONS),
  minutes: Type.Integer({ minimum: 1, maximum: 1440, description: 'How long it took, until it was written down' }),
});
export type Call = Static<typeof Call>;

export const MessageView = Type.Object({
  id: Id,
  visibility: OneOf(VISIBILITIES),
  author: Type.Object({ kind: OneOf(['staff', 'contact', 'system', 'key']), id: Nullable(Id), name: Type.String() }),
  body: Type.String({ description: 'Sanitised HTML' }),
  quoted: Type.Boolean({ description: 'It was a mail that quotes another: GET /messages/{id}/quote' }),
  source: Type.String(),
  call: Nullable(Call),
  createdAt: Instant,
  mergedFromKey: Nullable(Type.String()),
  /** Name of the client that the ticket has left and that this was said at: only staff who work for it read it. */
  keptFor: Nullable(Type.String()),
  attachments: Attachments,
  mails: Type.Array(MessageMail, { description: 'For staff, of the last 30 days' }),
});
export type MessageView = Static<typeof MessageView>;

export const PostMessage = Type.Object({
  visibility: OneOf(VISIBILITIES),
  clientId: WrittenFor,
  body: Type.String({ minLength: 1, maxLength: 200_000 }),
  attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  answeredWith: Type.Optional(
    Type.Array(Id, {
      maxItems: 20,
      description: 'Articles that a public reply answers with; noted on the ticket unless the reply is taken back',
    }),
  ),
  call: Type.Optional({
    ...Call,
    description:
      'A call with the client’s people that an internal note tells of: it answers them, and is proposed as time until it is recorded',
  }),
  /** Time spent, next status and person in the same step: one key sends it all. */
  minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  workTypeId: Type.Optional(Nullable(Id)),
  billable: Type.Optional(Type.Boolean()),
  transition: Type.Optional(TransitionTicket),
  assigneeId: Type.Optional(Nullable(Id)),
});
export type PostMessage = Static<typeof PostMessage>;

export const MessagePosted = Type.Object({
  id: Id,
  ticket: TicketView,
  takeBack: Nullable(
    Type.Object(
      { eventId: Id, until: Instant },
      { description: 'Its mail waits: by POST /tickets/{idOrKey}/undo it becomes a note, and nobody gets it' },
    ),
  ),
});

/** One thing that happened, oldest first: a message, or an event with what changed. */
export const TimelineEntry = Type.Object({
  id: Id,
  at: Instant,
  type: Type.String(),
  actor: Type.Object({ kind: Type.String(), id: Nullable(Id), name: Type.String() }),
  /** In words, for example "moved from New to In Progress". */
  sentence: Type.String(),
  changes: Type.Array(
    Type.Object({ field: Type.String(), label: Type.String(), before: Type.String(), after: Type.String() }),
  ),
  message: Nullable(MessageView),
  undoable: Type.Boolean({
    description:
      'The caller may still take it back, by its id and POST /tickets/{idOrKey}/undo; a reply as long as its mail waits',
  }),
  /** The ticket that came in by a merge, as its key was then. */
  mergedFrom: Nullable(Type.Object({ id: Id, key: Type.String() })),
});
export type TimelineEntry = Static<typeof TimelineEntry>;
