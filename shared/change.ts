import Type, { type Static } from 'typebox';
import { MoneyShape } from './approval.ts';
import { CHANGE_TYPES, MODEL_STATES, OUTCOMES, OVERRIDE_KINDS, PLANS } from './change-words.ts';
import { Id, Instant, LongText, Name, Nullable, OneOf, Version } from './http.ts';
import { LifecycleKey } from './lifecycle.ts';
import { CreateTicket } from './ticket.ts';
import { STATUS_CATEGORIES } from './vocabulary.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });

/** A question about the risk, with what each answer adds. */
export const RiskQuestion = Type.Object({
  key: Key,
  text: Name,
  help: Type.String({ maxLength: 500 }),
  options: Type.Array(Type.Object({ value: Key, label: Name, points: Type.Integer({ minimum: 0, maximum: 20 }) }), {
    minItems: 2,
    maxItems: 10,
  }),
});
export type RiskQuestion = Static<typeof RiskQuestion>;

/** A task of a model. Its window is told in minutes from the planned start. */
export const ModelTask = Type.Object({
  key: Key,
  title: Name,
  teamId: Nullable(Id),
  staffId: Nullable(Id),
  after: Type.Array(Key, { maxItems: 20, description: 'Tasks that come before it' }),
  startMinutes: Nullable(Type.Integer({ minimum: -43_200, maximum: 43_200 })),
  minutes: Nullable(Type.Integer({ minimum: 1, maximum: 43_200 })),
});
export type ModelTask = Static<typeof ModelTask>;

const plansOf = <T>(value: T) =>
  Object.fromEntries(PLANS.map((plan) => [plan, value])) as Record<(typeof PLANS)[number], T>;
/** HTML, cleaned when it is written; a plan that is not named stays, an empty one is taken away. */
export const WritePlans = Type.Partial(Type.Object(plansOf(LongText)));
export type WritePlans = Static<typeof WritePlans>;
export const RiskAnswers = Type.Record(Key, Key, { description: 'The chosen value by the key of the question' });

const writable = {
  reason: Type.String({ maxLength: 5_000, description: 'Why it is done; plain text' }),
  plans: WritePlans,
  plannedStart: Nullable(Instant),
  plannedEnd: Nullable(Instant),
  answers: RiskAnswers,
  outage: Type.Boolean({ description: 'Whether people will be without what it touches' }),
  cost: Nullable(MoneyShape),
  itemIds: Type.Array(Id, { maxItems: 500, uniqueItems: true, description: 'What it touches, of any client in sight' }),
  serviceIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
  problem: Nullable(Type.String({ minLength: 3, maxLength: 60, description: 'The problem that it is to solve' })),
};

export const CreateChange = Type.Object({
  ...Type.Pick(CreateTicket, [
    ...([
      'clientId',
      'title',
      'description',
      'requesterId',
      'categoryId',
      'serviceId',
      'teamId',
      'assigneeId',
    ] as const),
    ...(['impact', 'urgency', 'tags', 'custom'] as const),
  ]).properties,
  modelId: Type.Optional(Type.String({ format: 'uuid', description: 'How it goes; a normal change without it' })),
  ...Type.Partial(Type.Object(writable)).properties,
});
export type CreateChange = Static<typeof CreateChange>;

export const EditChange = Type.Object({
  version: Version,
  modelId: Type.Optional(Id),
  actualStart: Type.Optional(Nullable(Instant)),
  actualEnd: Type.Optional(Nullable(Instant)),
  ...Type.Partial(Type.Object(writable)).properties,
});
export type EditChange = Static<typeof EditChange>;

/** What is decided about an item's risk, a line each: what it adds and why. */
export const RiskReason = Type.Object({ points: Type.Integer(), why: Type.String() });
export const RiskView = Type.Object({
  level: Type.Integer({ minimum: 1, maximum: 4, description: '1 low … 4 very high' }),
  score: Type.Integer(),
  why: Type.Array(RiskReason),
});
export type RiskView = Static<typeof RiskView>;

export const ChangeView = Type.Object({
  ticketId: Id,
  key: Type.String(),
  title: Type.String(),
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String(), timeZone: Type.String() }),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  type: OneOf(CHANGE_TYPES),
  model: Type.Object({
    ...{ id: Id, key: Type.String(), name: Type.String(), state: OneOf(MODEL_STATES), stateWhy: Type.String() },
    requiredPlans: Type.Array(OneOf(PLANS)),
    questions: Type.Array(RiskQuestion),
  }),
  reason: Type.String(),
  plans: Type.Object(plansOf(Type.String())),
  plannedStart: Nullable(Instant),
  plannedEnd: Nullable(Instant),
  actualStart: Nullable(Instant),
  actualEnd: Nullable(Instant),
  answers: Type.Record(Type.String(), Type.String()),
  risk: Nullable(RiskView),
  outage: Type.Boolean(),
  cost: Nullable(MoneyShape),
  items: Type.Array(
    Type.Object({
      ...{ id: Id, name: Type.String(), className: Type.String() },
      client: Type.Object({ id: Id, name: Type.String() }),
    }),
  ),
  services: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  problem: Nullable(Type.Object({ id: Id, key: Type.String(), title: Type.String() })),
  authorisedAt: Nullable(Instant),
  authorisedWhy: Type.String(),
  afterwards: Nullable(OneOf(['approved', 'rejected', 'expired'])),
  outcome: Nullable(OneOf(OUTCOMES)),
  review: Type.Object({
    text: Type.String(),
    at: Nullable(Instant),
    by: Nullable(Type.String()),
    dueAt: Nullable(Instant),
  }),
  overrides: Type.Array(
    Type.Object({
      ...{ id: Id, kind: OneOf(OVERRIDE_KINDS), against: Type.String(), reason: Type.String(), at: Instant },
      by: Nullable(Type.String()),
      over: Type.Boolean({ description: 'What it was about has changed since' }),
    }),
  ),
  missing: Type.Array(Type.Object({ guard: Type.String(), message: Type.String() }), {
    description: 'What its steps still ask for',
  }),
  version: Version,
});
export type ChangeView = Static<typeof ChangeView>;

export const ChangeModelView = Type.Object({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  description: Type.String(),
  type: OneOf(CHANGE_TYPES),
  lifecycle: Nullable(LifecycleKey),
  requiredPlans: Type.Array(OneOf(PLANS)),
  questions: Type.Array(RiskQuestion),
  tasks: Type.Array(ModelTask),
  state: OneOf(MODEL_STATES),
  stateWhy: Type.String(),
  builtIn: Type.Boolean(),
  version: Version,
});
export type ChangeModelView = Static<typeof ChangeModelView>;
