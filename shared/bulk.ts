import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from './http.ts';
import { CustomValues, Tag, TransitionTicket } from './ticket.ts';
import { TicketFilterBody } from './ticket-filter.ts';

/** Tickets that one call changes while it is waited for, and tickets that one change in the background may reach. */
export const MOST_AT_ONCE = 500;
export const MOST_IN_BACKGROUND = 5_000;

const Level = Type.Integer({ minimum: 1, maximum: 3 });

const actions = {
  assign: Type.Optional(Type.Object({ teamId: Type.Optional(Nullable(Id)), assigneeId: Type.Optional(Nullable(Id)) })),
  transition: Type.Optional(TransitionTicket),
  priority: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 5 }))),
  impact: Type.Optional(Level),
  urgency: Type.Optional(Level),
  categoryId: Type.Optional(Nullable(Id)),
  serviceId: Type.Optional(Nullable(Id)),
  custom: Type.Optional(CustomValues),
  addTags: Type.Optional(Type.Array(Tag, { maxItems: 10, uniqueItems: true })),
  parentId: Type.Optional(Nullable(Id)),
  mergeInto: Type.Optional(Id),
};

/** What to do to many tickets: each action is a command that one ticket knows too. */
export const BulkActions = Type.Object(actions);
export type BulkActions = Static<typeof BulkActions>;

export const BulkNow = Type.Object({
  ids: Type.Array(Id, { minItems: 1, maxItems: MOST_AT_ONCE, uniqueItems: true }),
  ...actions,
});
export const BulkOutcome = Type.Object({
  id: Id,
  key: Type.String(),
  /** Unchanged: the parent or the target of a merge was itself among the tickets. */
  outcome: OneOf(['changed', 'unchanged', 'refused']),
  detail: Type.String(),
  errors: Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), {
    description: 'Of a refusal: what is wrong, field by field, where it is about fields',
  }),
  eventId: Nullable(Id),
  eventIds: Type.Array(Id, { description: 'Of several actions each has one; take them back last first' }),
});
export type BulkOutcome = Static<typeof BulkOutcome>;

/** Which tickets: named, or whatever a filter finds now. */
const which = {
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: MOST_IN_BACKGROUND, uniqueItems: true })),
  filter: Type.Optional(TicketFilterBody),
};
export const PreviewBulk = Type.Object({ ...which, actions: BulkActions });
export type PreviewBulk = Static<typeof PreviewBulk>;
export const StartBulk = Type.Object({
  ...which,
  actions: BulkActions,
  total: Type.Optional(
    Type.Integer({ minimum: 1, description: 'As the preview had it; where it is another by now nothing is done' }),
  ),
});
export type StartBulk = Static<typeof StartBulk>;

export const BulkPreview = Type.Object({
  total: Type.Integer(),
  clients: Type.Array(Type.Object({ id: Id, name: Type.String(), count: Type.Integer() })),
  /** What would become of the first few: done in earnest and taken back. */
  sample: Type.Array(
    Type.Object({
      key: Type.String(),
      title: Type.String(),
      changes: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
      refused: Nullable(Type.String()),
    }),
  ),
});
export type BulkPreview = Static<typeof BulkPreview>;

const ITEM_STATES = ['waiting', 'changed', 'unchanged', 'refused', 'reverted', 'kept'] as const;

export const BulkView = Type.Object({
  id: Id,
  state: OneOf(['running', 'stopped', 'done', 'reverting', 'reverted']),
  total: Type.Integer(),
  counts: Type.Object(Object.fromEntries(ITEM_STATES.map((state) => [state, Type.Integer()])) as Counts),
  actions: BulkActions,
  createdAt: Instant,
  finishedAt: Nullable(Instant),
});
type Counts = Record<(typeof ITEM_STATES)[number], ReturnType<typeof Type.Integer>>;
export type BulkView = Static<typeof BulkView>;

export const BulkItemQuery = Type.Object({ ...PageQuery, state: Type.Optional(OneOf(ITEM_STATES)) });
export type BulkItemQuery = Static<typeof BulkItemQuery>;
/** Kept: could not be taken back, as the detail says. */
export const BulkItem = Type.Object({
  ticketId: Id,
  key: Type.String(),
  title: Type.String(),
  state: OneOf(ITEM_STATES),
  detail: Type.String(),
});
export type BulkItem = Static<typeof BulkItem>;
export const BulkItemPage = Page(BulkItem);
