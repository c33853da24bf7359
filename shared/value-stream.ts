import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { Named } from './ticket.ts';
import { ACTIVITY_KEYS, FLOW_GROUPS, FLOW_TIMES, WAIT_CAUSE_KEYS } from './value-stream-words.ts';
import { STATUS_CATEGORIES, TICKET_KINDS } from './vocabulary.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const Ids = Type.Array(Id, { maxItems: 200, uniqueItems: true });
const Day = Type.String({ format: 'date' });

export const StreamStepShape = Type.Object({
  key: Key,
  name: Name,
  activity: OneOf(ACTIVITY_KEYS),
  idle: Type.Boolean({ description: 'Nobody works in this step: it waits for an agreed time' }),
  rule: Type.Object(
    {
      statuses: Type.Array(Key, { maxItems: 40, uniqueItems: true }),
      categories: Type.Array(OneOf(STATUS_CATEGORIES), { uniqueItems: true }),
      teamIds: Ids,
      assigned: Nullable(Type.Boolean()),
    },
    { description: 'When a ticket comes to the step: all that is named has to be so. The last step that fits holds' },
  ),
});
export type StreamStepShape = Static<typeof StreamStepShape>;

export const StreamTermsShape = Type.Object({
  demand: Type.String({ maxLength: 500, description: 'What starts it; plain text' }),
  work: Type.Object(
    {
      kinds: Type.Array(OneOf(TICKET_KINDS), { uniqueItems: true }),
      categoryIds: Ids,
      serviceIds: Ids,
      catalogueItemIds: Ids,
      clientIds: Ids,
    },
    { description: 'Which tickets are its work: lists narrow each other, an empty one says nothing' },
  ),
  steps: Type.Array(StreamStepShape, { minItems: 1, maxItems: 20 }),
});
export type StreamTermsShape = Static<typeof StreamTermsShape>;

export const CreateValueStream = Type.Object({ name: Name, terms: StreamTermsShape });
export type CreateValueStream = Static<typeof CreateValueStream>;
export const SaveValueStream = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  terms: Type.Optional(Nullable(StreamTermsShape)),
});
export type SaveValueStream = Static<typeof SaveValueStream>;
export const PublishValueStream = Type.Object({
  version: Version,
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why, for the list of versions' })),
});
export type PublishValueStream = Static<typeof PublishValueStream>;

export const ValueStreamView = Type.Object({
  id: Id,
  name: Type.String(),
  position: Type.Integer(),
  terms: Nullable(StreamTermsShape),
  draft: Nullable(StreamTermsShape),
  number: Nullable(Type.Integer({ description: 'Of the version in force; null while none is' })),
  publishedAt: Nullable(Instant),
  rebuilding: Type.Boolean({ description: 'The past is being worked out by the version in force' }),
  version: Version,
});
export type ValueStreamView = Static<typeof ValueStreamView>;
export const ValueStreams = Type.Object({ items: Type.Array(ValueStreamView) });
export const ValueStreamVersion = Type.Object({
  number: Type.Integer(),
  terms: Type.Unsafe<StreamTermsShape | null>({ ...Nullable(StreamTermsShape), description: 'Null: it was withdrawn' }),
  note: Type.String(),
  publishedAt: Instant,
  publishedBy: Nullable(Type.String()),
});
export type ValueStreamVersion = Static<typeof ValueStreamVersion>;

const narrowed = {
  from: Day,
  to: Type.Unsafe<string>({ ...Day, description: 'The last day; tickets count in the period in which they ended' }),
  time: Type.Optional(
    Type.Unsafe<(typeof FLOW_TIMES)[number]>({
      ...OneOf(FLOW_TIMES),
      default: 'calendar',
      description: 'Every hour, or those in which the client is served',
    }),
  ),
  clientId: Type.Optional(Id),
  teamId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
};
export const FlowQuery = Type.Object({ ...narrowed, by: Type.Optional(OneOf(FLOW_GROUPS)) });
export type FlowQuery = Static<typeof FlowQuery>;

const Seconds = Type.Integer({ description: 'Seconds' });
const SpreadShape = Type.Object({ median: Seconds, p85: Seconds, sum: Seconds });
const causesOf = <T>(value: T) =>
  Object.fromEntries(WAIT_CAUSE_KEYS.map((cause) => [cause, value])) as Record<(typeof WAIT_CAUSE_KEYS)[number], T>;
export const StepFlow = Type.Object({
  key: Type.String(),
  name: Type.String(),
  activity: OneOf(ACTIVITY_KEYS),
  tickets: Type.Integer(),
  estimated: Type.Integer({ description: 'Of how many touch is estimated, since nobody recorded time on them' }),
  wait: SpreadShape,
  touch: SpreadShape,
  causes: Type.Object(causesOf(Seconds), { description: 'What the waits were for, in seconds all in all' }),
  share: Type.Number({ description: 'Of all that passed, from 0 to 1' }),
});
export type StepFlow = Static<typeof StepFlow>;
const flow = {
  tickets: Type.Integer(),
  efficiency: Nullable(Type.Number({ description: 'Touch ÷ (touch + wait), from 0 to 1' })),
  whole: Type.Integer({ description: 'What passed in all steps, in seconds' }),
};
export const StreamFlow = Type.Object({
  ...flow,
  fromAt: Instant,
  untilAt: Instant,
  time: OneOf(FLOW_TIMES),
  steps: Type.Array(StepFlow),
  delay: Nullable(
    Type.Object({ step: Type.String(), cause: OneOf(WAIT_CAUSE_KEYS), seconds: Seconds, share: Type.Number() }),
  ),
  sentence: Type.String({ description: 'The main delay in words' }),
  groups: Type.Array(Type.Object({ id: Nullable(Id), name: Type.String(), ...flow, wait: Seconds, touch: Seconds }), {
    description: 'The same by what was asked, those with most waiting first',
  }),
});
export type StreamFlow = Static<typeof StreamFlow>;

export const FlowTicketQuery = Type.Object({
  ...narrowed,
  ...PageQuery,
  step: Type.Optional(Key),
  cause: Type.Optional(
    Type.Unsafe<(typeof WAIT_CAUSE_KEYS)[number]>({
      ...OneOf(WAIT_CAUSE_KEYS),
      description: 'Of the waits, only those for this',
    }),
  ),
});
export type FlowTicketQuery = Static<typeof FlowTicketQuery>;
export const FlowTicket = Type.Object({
  id: Id,
  key: Type.String(),
  title: Type.String(),
  client: Named,
  team: Nullable(Named),
  endedAt: Instant,
  wait: Seconds,
  touch: Seconds,
  estimated: Type.Boolean(),
});
export type FlowTicket = Static<typeof FlowTicket>;
export const FlowTickets = Page(FlowTicket);

/** How a stream would have been seen with other terms, over the newest tickets of some days. */
export const SimulateValueStream = Type.Object({
  terms: StreamTermsShape,
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 731, default: 90 })),
});
export type SimulateValueStream = Static<typeof SimulateValueStream>;
export const StreamSimulation = Type.Object({
  judged: Type.Integer({ description: 'Tickets that were looked at' }),
  capped: Type.Boolean({ description: 'There are more; the newest were looked at' }),
  ...flow,
  steps: Type.Array(StepFlow),
  sentence: Type.String(),
});
export type StreamSimulation = Static<typeof StreamSimulation>;
