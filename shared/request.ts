import Type, { type Static } from 'typebox';
import { ApprovalView, MoneyShape } from './approval.ts';
import { ITEM_ICONS } from './catalogue-words.ts';
import { AnswerLine, FormAnswers, FormShape, FormToRead } from './form.ts';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';

/** What somebody may ask for, as it is for them. */
const card = {
  id: Id,
  name: Type.String(),
  summary: Type.String(),
  icon: OneOf(ITEM_ICONS),
  heading: Type.String(),
  price: Nullable(MoneyShape),
  deliveryDays: Nullable(Type.Integer()),
  needsApproval: Type.Boolean(),
};
export const CatalogueCard = Type.Object(card);
export type CatalogueCard = Static<typeof CatalogueCard>;
export const CatalogueItem = Type.Object({
  ...card,
  clientId: Type.String({ format: 'uuid', description: 'For uploads: POST /clients/{clientId}/files' }),
  description: Type.String(),
  form: FormToRead,
  parts: Type.Array(Type.Object({ ...card, form: FormToRead, included: Type.Boolean() })),
});
export type CatalogueItem = Static<typeof CatalogueItem>;

/** What an order says besides whose it is. */
const order = {
  itemId: Id,
  answers: FormAnswers,
  parts: Type.Optional(
    Type.Array(Type.Object({ itemId: Id, answers: FormAnswers }), {
      maxItems: 20,
      description: 'Answers to what a bundle brings',
    }),
  ),
  forContactId: Type.Optional(Id),
  reason: Type.Optional(Type.String({ maxLength: 2_000, description: 'Plain text, for whoever approves' })),
};
export const OrderBody = Type.Object(order);
export type OrderBody = Static<typeof OrderBody>;
export const LogRequest = Type.Object({ clientId: Id, requesterId: Id, ...order });
export type LogRequest = Static<typeof LogRequest>;
export const CatalogueQuery = Type.Object({ clientId: Id, requesterId: Id });

/** What an order would be: what is missing, what it costs, who is asked and when it is there. */
export const QuoteView = Type.Object({
  faults: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
  included: Type.Array(Id, { description: 'What a bundle brings with these answers' }),
  price: Nullable(MoneyShape),
  priceWhy: Type.String(),
  expectedOn: Nullable(Type.String({ format: 'date' })),
  deliveryWhy: Type.String(),
  approval: Type.Array(
    Type.Object({
      step: Type.String(),
      needed: Type.Boolean(),
      why: Type.String(),
      parts: Type.Array(Type.String(), { description: 'Parts of a bundle that ask for it, by name' }),
      who: Type.Array(Type.String()),
    }),
  ),
});
export type QuoteView = Static<typeof QuoteView>;

export const TASK_STATES = ['planned', 'waiting', 'ready', 'done', 'skipped', 'dropped'] as const;
export const TaskView = Type.Object({
  id: Id,
  title: Type.String(),
  state: OneOf(TASK_STATES),
  team: Nullable(Type.Object({ id: Id, name: Type.String() })),
  person: Nullable(Type.Object({ id: Id, name: Type.String() })),
  after: Type.Array(Id),
  olaMinutes: Nullable(Type.Integer()),
  readyAt: Nullable(Instant),
  dueAt: Nullable(Instant),
  doneAt: Nullable(Instant),
  doneBy: Nullable(Type.String()),
  note: Type.String(),
});
export type TaskView = Static<typeof TaskView>;

const facts = {
  name: Type.String(),
  price: Nullable(MoneyShape),
  expectedOn: Nullable(Type.String()),
  reason: Type.String(),
  forWhom: Nullable(Type.Object({ id: Id, name: Type.String() })),
};
export const RequestView = Type.Object({
  ticketId: Id,
  itemId: Id,
  ...facts,
  why: Type.Object({ price: Type.String(), delivery: Type.String(), routing: Type.String(), approval: Type.String() }),
  parts: Type.Array(
    Type.Object({
      position: Type.Integer(),
      itemId: Id,
      itemVersion: Type.Integer(),
      name: Type.String(),
      price: Nullable(MoneyShape),
      form: FormShape,
      answers: FormAnswers,
      lines: Type.Array(AnswerLine),
    }),
  ),
  approvals: Type.Array(ApprovalView),
  tasks: Type.Array(TaskView),
  version: Version,
});
export type RequestView = Static<typeof RequestView>;

/** The same for whoever asked: nothing of how the desk divides the work. */
export const PortalRequest = Type.Object({
  ...facts,
  parts: Type.Array(Type.Object({ name: Type.String(), lines: Type.Array(AnswerLine) })),
  approvals: Type.Array(ApprovalView),
  again: Nullable(
    Type.String({ format: 'uuid', description: 'The item, where it was not approved and may be asked for once more' }),
  ),
  waitsFor: Type.Array(Type.String(), { description: 'Who of the company is asked to approve it and has not decided' }),
  withdrawn: Nullable(
    Type.Object({ by: Type.String(), at: Instant, reason: Type.String() }, { description: 'By whom of the company' }),
  ),
  tasksDone: Type.Integer(),
  tasks: Type.Integer(),
  nextStep: Type.String({ description: 'What happens next, in plain words' }),
});
export type PortalRequest = Static<typeof PortalRequest>;

export const FinishTask = Type.Object({
  state: OneOf(['done', 'skipped', 'ready']),
  note: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type FinishTask = Static<typeof FinishTask>;
export const ChangeAnswers = Type.Object({
  version: Version,
  position: Type.Integer({ minimum: 0, maximum: 20 }),
  answers: FormAnswers,
});
export type ChangeAnswers = Static<typeof ChangeAnswers>;
export const RequestMade = Type.Object({ id: Id, key: Type.String(), title: Name });
export type RequestMade = Static<typeof RequestMade>;
