import Type, { type Static } from 'typebox';
import { ApprovalView, MoneyShape } from './approval.ts';
import {
  CHANGE_STEPS,
  CHANGE_TYPES,
  MODEL_STATES,
  OUTCOMES,
  OVERRIDE_KINDS,
  PART_STATES,
  PLANS,
} from './change-words.ts';
import { Id, Instant, LongText, Name, Nullable, ONE_LINE, OneOf, Version } from './http.ts';
import { LifecycleKey } from './lifecycle.ts';
import { TaskView } from './request.ts';
import { CreateTicket, TimelineEntry } from './ticket.ts';
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
  toldTitle: Type.String({
    maxLength: 200,
    pattern: `^$|${ONE_LINE}`,
    description: 'What it is called where people of several clients read of it; it names none of them',
  }),
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

/** The tasks of a change, in their order. */
export const PlanTasks = Type.Object({ version: Version, tasks: Type.Array(ModelTask, { maxItems: 100 }) });
export type PlanTasks = Static<typeof PlanTasks>;
/** A task with its window, in minutes from the planned start. */
export const ChangeTask = Type.Object({
  ...TaskView.properties,
  startMinutes: Nullable(Type.Integer()),
  minutes: Nullable(Type.Integer()),
});
export type ChangeTask = Static<typeof ChangeTask>;

export const ReviewChange = Type.Object({
  version: Version,
  text: Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S', description: 'Plain text' }),
});
export type ReviewChange = Static<typeof ReviewChange>;

/** What a change means for a client that it affects. */
export const ChangePart = Type.Object({
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
  title: Type.String({ description: 'What it is called there' }),
  means: Type.String({ description: 'What it means for them, in plain text that their people read' }),
  items: Type.Array(Type.String()),
  services: Type.Array(Type.String()),
  approval: Nullable(ApprovalView),
  announcement: Nullable(Type.Object({ id: Id, title: Type.String(), state: OneOf(['draft', 'published', 'ended']) })),
  version: Version,
});
export type ChangePart = Static<typeof ChangePart>;
export const EditPart = Type.Object({
  version: Version,
  means: Type.String({ maxLength: 2_000, description: 'Plain text' }),
});
export type EditPart = Static<typeof EditPart>;
export const AnnouncePart = Type.Object({ version: Version });

/** What is planned on what a company has, as its people see it. */
export const PlannedWork = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  means: Type.String(),
  items: Type.Array(Type.String()),
  services: Type.Array(Type.String()),
  fromAt: Nullable(Instant),
  untilAt: Nullable(Instant),
  outage: Type.Boolean(),
  state: OneOf(PART_STATES),
  asked: Nullable(OneOf(['pending', 'approved', 'rejected', 'expired'])),
  waitsForMe: Type.Boolean(),
});
export type PlannedWork = Static<typeof PlannedWork>;
export const PlannedWorkList = Type.Object({ items: Type.Array(PlannedWork) });

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
  tasks: Type.Array(ChangeTask),
  approvals: Type.Array(ApprovalView),
  toldTitle: Type.String(),
  isProviders: Type.Boolean({ description: 'It is of the provider, and may touch several clients' }),
  consent: Type.Unsafe<'wanted' | 'asked' | 'given' | 'refused' | null>({
    ...Nullable(OneOf(['wanted', 'asked', 'given', 'refused'])),
    description: 'Whether people of the clients that it affects approve it; null where none are asked',
  }),
  parts: Type.Array(ChangePart, { description: 'What it means for each client that it affects, of those in sight' }),
  missing: Type.Array(Type.Object({ guard: Type.String(), message: Type.String() }), {
    description: 'What its steps still ask for',
  }),
  next: Nullable(
    Type.Object({
      what: OneOf(CHANGE_STEPS),
      to: Type.String({ description: 'The status that it goes on to' }),
      label: Type.String({ description: 'How that step is called' }),
      why: Type.String({ description: 'What the step still asks for, or where it leads' }),
      held: Type.Boolean({ description: 'Something stands against taking it now, in spite of which it may be taken' }),
    }),
  ),
  version: Version,
});
export type ChangeView = Static<typeof ChangeView>;

/** What a standard change begins with. */
export const ChangeTemplate = Type.Object({
  title: Name,
  description: LongText,
  reason: writable.reason,
  plans: WritePlans,
  answers: RiskAnswers,
  outage: Type.Boolean(),
  minutes: Type.Integer({ minimum: 1, maximum: 43_200, description: 'How long its window is' }),
});
export type ChangeTemplate = Static<typeof ChangeTemplate>;

const model = {
  name: Name,
  description: Type.String({ maxLength: 2_000 }),
  lifecycle: Nullable(LifecycleKey),
  requiredPlans: Type.Array(OneOf(PLANS), { uniqueItems: true }),
  questions: Type.Array(RiskQuestion, { maxItems: 30 }),
  tasks: Type.Array(ModelTask, { maxItems: 100 }),
  template: Nullable(ChangeTemplate),
};
export const CreateChangeModel = Type.Object({ type: OneOf(CHANGE_TYPES), ...model });
export type CreateChangeModel = Static<typeof CreateChangeModel>;
export const SaveChangeModel = Type.Object({ version: Version, ...Type.Partial(Type.Object(model)).properties });
export type SaveChangeModel = Static<typeof SaveChangeModel>;
export const StepModel = Type.Object({
  version: Version,
  reason: Type.Optional(
    Type.String({ maxLength: 500, description: 'Asked for where it is suspended, and where a suspension is lifted' }),
  ),
});
export type StepModel = Static<typeof StepModel>;

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
  template: Nullable(ChangeTemplate),
  runs: Type.Integer({ description: 'Of the last ten that have ended, how many there are' }),
  cleanRuns: Type.Integer({ description: 'Of these, how many were successful and caused nothing' }),
  proposedBy: Nullable(Type.String()),
  approvedBy: Nullable(Type.String()),
  approvedAt: Nullable(Instant),
  state: OneOf(MODEL_STATES),
  stateWhy: Type.String(),
  builtIn: Type.Boolean(),
  version: Version,
});
export type ChangeModelView = Static<typeof ChangeModelView>;

/** How changes of one sort ended. */
const ended = {
  implemented: Type.Integer(),
  successful: Type.Integer(),
  withIssues: Type.Integer(),
  failed: Type.Integer(),
  backedOut: Type.Integer(),
  emergencies: Type.Integer(),
  causing: Type.Integer({ description: 'After which an incident came that it is known to have caused' }),
};
export const ChangeSuccess = Type.Object({
  all: Type.Object(ended),
  models: Type.Array(Type.Object({ id: Id, name: Type.String(), ...ended })),
  teams: Type.Array(Type.Object({ id: Nullable(Id), name: Type.String(), ...ended })),
  clients: Type.Array(Type.Object({ id: Id, name: Type.String(), ...ended })),
  caused: Type.Array(Type.Object({ id: Id, name: Type.String(), incidents: Type.Integer(), changes: Type.Integer() }), {
    description: 'Incidents of these days that are known to have come of changes, by the client that had them',
  }),
});
export type ChangeSuccess = Static<typeof ChangeSuccess>;
export const ChangeSuccessQuery = Type.Object({
  from: Type.String({ format: 'date' }),
  until: Type.String({ format: 'date', description: 'The last day' }),
});

/** An incident that came after a change, with why it may have been caused by it. */
export const CausedIncident = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  client: Type.Object({ id: Id, name: Type.String() }),
  createdAt: Instant,
  evidence: Type.String(),
  linked: Type.Boolean({ description: 'Somebody has said that it was' }),
});
export type CausedIncident = Static<typeof CausedIncident>;
export const CausedIncidents = Type.Object({ items: Type.Array(CausedIncident) });

/** Everything that is known of one change, for whoever looks at it from outside. */
export const ChangeEvidence = Type.Object({
  change: ChangeView,
  description: Type.String(),
  incidents: Type.Array(CausedIncident),
  timeline: Type.Array(Type.Pick(TimelineEntry, ['id', 'at', 'actor', 'sentence', 'changes'])),
  madeAt: Instant,
  madeBy: Type.String(),
});
export type ChangeEvidence = Static<typeof ChangeEvidence>;
