import Type, { type Static } from 'typebox';
import { Currency } from './contract.ts';
import { Id, Name, Nullable, OneOf, Version } from './http.ts';
import { CHARGED, PROJECT_STATES, WORTH_KINDS } from './project-words.ts';
import { CreateTicket, Named } from './ticket.ts';
import { STATUS_CATEGORIES } from './vocabulary.ts';

const Day = Type.String({ format: 'date' });
const Text = Type.String({ maxLength: 20_000 });
const Minutes = Type.Integer({ minimum: 1, maximum: 6_000_000 });
const Minor = Type.Integer({ minimum: 1, maximum: 100_000_000_000_000, description: 'In minor units of its currency' });
const Position = Type.Integer({ minimum: 0, maximum: 1_000 });

const project = {
  name: Name,
  description: Text,
  managerId: Nullable(Id),
  contractId: Type.Unsafe<string | null>({
    ...Nullable(Id),
    description: 'A contract of the client that it belongs to',
  }),
  begins: Nullable(Day),
  ends: Type.Unsafe<string | null>({ ...Nullable(Day), description: 'The last day, which counts' }),
  budgetMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 60_000_000 })),
  budgetAmount: Type.Unsafe<number | null>({
    ...Nullable(Minor),
    description: 'In minor units of its currency; of a fixed price it is the price',
  }),
};
const settled = {
  charged: OneOf(CHARGED),
  currency: Type.Unsafe<string>({ ...Currency, description: 'That of the contract or the client, unless given' }),
};
export const CreateProject = Type.Object({
  clientId: Id,
  templateId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Lays out phases, tasks and milestones from the first day on' }),
  ),
  budget: Type.Optional(
    Type.String({
      pattern: '^\\d{1,8}(\\.\\d{1,4})?$',
      description: 'The budget in major units of its currency, instead of budgetAmount',
    }),
  ),
  ...Type.Partial(Type.Object({ ...project, ...settled })).properties,
  name: project.name,
  charged: settled.charged,
});
export type CreateProject = Static<typeof CreateProject>;
export const SaveProject = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...project, ...settled })).properties,
  state: Type.Optional(OneOf(PROJECT_STATES)),
});
export type SaveProject = Static<typeof SaveProject>;
export const ProjectQuery = Type.Object({
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(PROJECT_STATES)),
  managerId: Type.Optional(Id),
});
export type ProjectQuery = Static<typeof ProjectQuery>;

export const ProjectRow = Type.Object({
  id: Id,
  key: Type.String({ description: 'The client’s code and a number: ACME-P3' }),
  client: Named,
  name: Type.String(),
  state: OneOf(PROJECT_STATES),
  manager: Nullable(Named),
  charged: OneOf(CHARGED),
  begins: Nullable(Day),
  ends: Nullable(Day),
  tasks: Type.Integer(),
  tasksDone: Type.Integer(),
  late: Type.Boolean({ description: 'Whether it, or an open task of it, should have been finished before today' }),
  workedMinutes: Type.Integer(),
  budgetMinutes: Nullable(Type.Integer()),
});
export type ProjectRow = Static<typeof ProjectRow>;

export const PhaseView = Type.Object({ id: Id, name: Type.String(), position: Type.Integer(), version: Version });
export type PhaseView = Static<typeof PhaseView>;
export const ProjectTask = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  status: Type.String(),
  statusCategory: OneOf(STATUS_CATEGORIES),
  isOpen: Type.Boolean(),
  assignee: Nullable(Named),
  phaseId: Nullable(Id),
  position: Type.Integer(),
  starts: Nullable(Day),
  ends: Nullable(Day),
  estimateMinutes: Nullable(Type.Integer()),
  workedMinutes: Type.Integer(),
  after: Type.Array(Id, { description: 'Tasks of the project that it comes after' }),
  blockedBy: Type.Array(Type.Object({ id: Id, key: Type.String(), title: Type.String() }), {
    description: 'Those of them that are not finished',
  }),
  late: Type.Boolean({ description: 'Whether it is open though its last day is over' }),
  shown: Type.Boolean({ description: 'Whether the client’s people see it' }),
  version: Type.Unsafe<number>({ ...Version, description: 'Of what is planned; the ticket has its own' }),
});
export type ProjectTask = Static<typeof ProjectTask>;
export const MilestoneView = Type.Object({
  id: Id,
  name: Type.String(),
  due: Nullable(Day),
  amount: Nullable(Type.Integer({ description: 'In minor units; null also for whoever sees no contracts' })),
  shown: Type.Boolean(),
  reachedOn: Nullable(Day),
  reachedBy: Nullable(Type.String()),
  charge: Nullable(
    Type.Object(
      { id: Id, invoice: Nullable(Type.Object({ id: Id, number: Type.Integer() })) },
      {
        description: 'What it charged, and the invoice that this is on',
      },
    ),
  ),
  version: Version,
});
export type MilestoneView = Static<typeof MilestoneView>;

export const ProjectView = Type.Object({
  ...ProjectRow.properties,
  description: Type.String(),
  currency: Type.String(),
  contract: Nullable(Named),
  budgetAmount: Nullable(Type.Integer({ description: 'In minor units; null also for whoever sees no contracts' })),
  phases: Type.Array(PhaseView),
  items: Type.Array(ProjectTask),
  milestones: Type.Array(MilestoneView),
  version: Version,
});
export type ProjectView = Static<typeof ProjectView>;

/** Of which project a ticket is a task, and what is planned for it. */
export const ProjectOfTicket = Type.Object({
  project: Nullable(
    Type.Object({
      id: Id,
      key: Type.String(),
      name: Type.String(),
      phase: Nullable(Type.String()),
      starts: Nullable(Day),
      ends: Nullable(Day),
      blockedBy: ProjectTask.properties.blockedBy,
      late: ProjectTask.properties.late,
    }),
  ),
});
export type ProjectOfTicket = Static<typeof ProjectOfTicket>;

export const CreatePhase = Type.Object({ name: Name, position: Type.Optional(Position) });
export type CreatePhase = Static<typeof CreatePhase>;
export const SavePhase = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  position: Type.Optional(Position),
});
export type SavePhase = Static<typeof SavePhase>;

const planned = {
  phaseId: Nullable(Id),
  position: Type.Integer({ minimum: 0, maximum: 100_000 }),
  starts: Nullable(Day),
  ends: Type.Unsafe<string | null>({ ...Nullable(Day), description: 'The last day, which counts' }),
  estimateMinutes: Nullable(Minutes),
  shown: Type.Boolean(),
  after: Type.Array(Id, { maxItems: 50, uniqueItems: true, description: 'Tasks of the project that it comes after' }),
};
export const AddTask = Type.Object({
  ticketId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'A task that is there already, instead of a title' }),
  ),
  title: Type.Optional(CreateTicket.properties.title),
  description: Type.Optional(Text),
  assigneeId: Type.Optional(Nullable(Id)),
  teamId: Type.Optional(Nullable(Id)),
  ...Type.Partial(Type.Object(planned)).properties,
});
export type AddTask = Static<typeof AddTask>;
export const SaveTask = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object(planned)).properties,
  push: Type.Optional(
    Type.Boolean({ description: 'Whether tasks after it that would begin too early are moved as well' }),
  ),
});
export type SaveTask = Static<typeof SaveTask>;
export const MoveTask = Type.Object({ starts: Day, ends: Day });
export type MoveTask = Static<typeof MoveTask>;
export const Pushed = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  starts: Day,
  ends: Day,
  newStarts: Day,
  newEnds: Day,
  because: Type.String({ description: 'The key of the task that pushes it' }),
});
export type Pushed = Static<typeof Pushed>;

const milestone = {
  name: Name,
  due: Nullable(Day),
  amount: Type.Unsafe<number | null>({
    ...Nullable(Minor),
    maximum: 10_000_000_000,
    description: 'What is charged once it is reached, in minor units of the currency of the project',
  }),
  shown: Type.Boolean(),
};
export const CreateMilestone = Type.Object({
  ...Type.Partial(Type.Object(milestone)).properties,
  name: milestone.name,
});
export type CreateMilestone = Static<typeof CreateMilestone>;
export const SaveMilestone = Type.Object({ version: Version, ...Type.Partial(Type.Object(milestone)).properties });
export type SaveMilestone = Static<typeof SaveMilestone>;
export const ReachMilestone = Type.Object({
  version: Version,
  on: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Today, unless given' })),
});
export type ReachMilestone = Static<typeof ReachMilestone>;

const Minutes0 = Type.Integer({ minimum: 0 });
const Level = Type.Union([Type.Literal(0), Type.Literal(80), Type.Literal(100)], {
  description: 'How much of the budget is used up, as far as it is told: from 80 or 100 per cent on',
});
/** What of a project's budgets is used up, what it will come to, and the work that says so. */
export const ProjectBurn = Type.Object({
  currency: Type.String(),
  hours: Type.Object({
    budget: Nullable(Minutes0),
    worked: Minutes0,
    left: Type.Integer({ minimum: 0, description: 'Estimates of open tasks less what was worked on each' }),
    forecast: Type.Integer({ minimum: 0, description: 'What was worked and what is left' }),
    unestimated: Type.Integer({ description: 'Open tasks without an estimate' }),
    level: Level,
  }),
  money: Nullable(
    Type.Object(
      {
        budget: Nullable(Type.Integer()),
        worth: Type.Integer({ description: 'What the work is worth, as invoices have it or the next bill would' }),
        forecast: Nullable(
          Type.Integer({ description: 'With what is left at what an hour was worth so far; null before any work' }),
        ),
        unrated: Type.Integer({ description: 'Entries that no rate prices' }),
        level: Level,
      },
      { description: 'Of time and materials; null for a fixed price, and for whoever sees no contracts' },
    ),
  ),
  cost: Nullable(
    Type.Object(
      {
        price: Nullable(Type.Integer({ description: 'Of a fixed price' })),
        cost: Type.Integer({ description: 'Of the work, by what an hour of its people costs' }),
        uncosted: Type.Integer({ description: 'Minutes of people of whom nobody said what they cost' }),
      },
      { description: 'For those who bill, where the project is in the provider’s currency' },
    ),
  ),
  entries: Type.Array(
    Type.Object({
      id: Id,
      ticket: Type.Object({ key: Type.String(), title: Type.String() }),
      staff: Type.String(),
      day: Day,
      minutes: Type.Integer(),
      kind: Nullable(OneOf(WORTH_KINDS)),
      amount: Nullable(Type.Integer()),
    }),
  ),
});
export type ProjectBurn = Static<typeof ProjectBurn>;
