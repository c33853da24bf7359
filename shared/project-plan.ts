import Type, { type Static } from 'typebox';
import { Id, Name, Nullable, Version } from './http.ts';
import { CreateTicket } from './ticket.ts';

const Offset = Nullable(
  Type.Integer({
    minimum: 0,
    maximum: 2_000,
    description: 'So many working days after the project begins; null: no day',
  }),
);
const Percent = Type.String({
  pattern: '^\\d{1,8}(\\.\\d{1,4})?$',
  description: 'Of the budget, 0 to 100',
});
const Key = Type.String({ minLength: 1, maxLength: 40, description: 'By which other tasks of the plan name it' });

export const PlanTask = Type.Object({
  key: Key,
  title: CreateTicket.properties.title,
  description: Type.String({ maxLength: 20_000 }),
  from: Offset,
  days: Nullable(Type.Integer({ minimum: 1, maximum: 400, description: 'How many working days it takes' })),
  estimateMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 6_000_000 })),
  shown: Type.Boolean({ description: 'Whether the client’s people see it' }),
  after: Type.Array(Key, {
    maxItems: 50,
    uniqueItems: true,
    description: 'Keys of the tasks of the plan that it comes after',
  }),
});
export const PlanMilestone = Type.Object({
  name: Name,
  day: Offset,
  percent: Nullable(Percent),
  shown: Type.Boolean(),
});
/** A project as it is planned, with days counted from its beginning: for whichever client. */
export const ProjectPlan = Type.Object({
  phases: Type.Array(Type.Object({ name: Name, tasks: Type.Array(PlanTask, { maxItems: 100 }) }), { maxItems: 50 }),
  milestones: Type.Array(PlanMilestone, { maxItems: 100 }),
});
export type ProjectPlan = Static<typeof ProjectPlan>;

const template = { name: Name, description: Type.String({ maxLength: 2_000 }), plan: ProjectPlan };
export const ProjectTemplateRow = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  phases: Type.Integer(),
  tasks: Type.Integer(),
  milestones: Type.Integer(),
  version: Version,
});
export type ProjectTemplateRow = Static<typeof ProjectTemplateRow>;
export const ProjectTemplateView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  plan: ProjectPlan,
  version: Version,
});
export type ProjectTemplateView = Static<typeof ProjectTemplateView>;
export const CreateProjectTemplate = Type.Object({
  name: template.name,
  description: Type.Optional(template.description),
  plan: template.plan,
});
export type CreateProjectTemplate = Static<typeof CreateProjectTemplate>;
export const SaveProjectTemplate = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object(template)).properties,
});
export type SaveProjectTemplate = Static<typeof SaveProjectTemplate>;
export const KeepAsTemplate = Type.Object({
  name: template.name,
  description: Type.Optional(template.description),
});
export type KeepAsTemplate = Static<typeof KeepAsTemplate>;
