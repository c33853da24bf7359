import Type, { type Static } from 'typebox';
import { PERIOD_KINDS } from './change-schedule-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';
import { Recurrence } from './recurrence.ts';
import { Named } from './ticket.ts';

const Ids = Type.Array(Id, { maxItems: 200, uniqueItems: true });
const terms = {
  name: Name,
  note: Type.String({ maxLength: 2_000 }),
  fromAt: Instant,
  untilAt: Instant,
  recurrence: Recurrence,
  minutes: Type.Integer({ minimum: 1, maximum: 44_640, description: 'How long it is by the clock on the wall' }),
  timeZone: Type.String({ minLength: 1, maxLength: 60, description: 'Whose clocks are meant' }),
  serviceIds: Ids,
  itemIds: Type.Unsafe<string[]>({ ...Ids, description: 'Of a client’s own period: items that it is for' }),
};
const optional = Type.Partial(Type.Object(terms)).properties;

/** Either once (fromAt, untilAt) or again and again (recurrence, minutes). */
export const CreatePeriod = Type.Object({
  ...optional,
  kind: OneOf(PERIOD_KINDS),
  name: terms.name,
  timeZone: terms.timeZone,
  clientId: Type.Optional(Nullable(Id)),
  groupId: Type.Optional(Nullable(Id)),
});
export type CreatePeriod = Static<typeof CreatePeriod>;
export const SavePeriod = Type.Object({ ...optional, version: Version });
export type SavePeriod = Static<typeof SavePeriod>;

export const PeriodView = Type.Object({
  id: Id,
  kind: OneOf(PERIOD_KINDS),
  name: Type.String(),
  note: Type.String(),
  level: OneOf(['provider', 'group', 'client']),
  client: Nullable(Named),
  group: Nullable(Named),
  fromAt: Nullable(Instant),
  untilAt: Nullable(Instant),
  recurrence: Nullable(Recurrence),
  minutes: Nullable(Type.Integer()),
  timeZone: Type.String(),
  services: Type.Array(Named),
  items: Type.Array(Named),
  words: Type.String({ description: 'When it is, as people say it' }),
  next: Nullable(Type.Object({ from: Instant, to: Instant })),
  version: Type.Integer(),
});
export type PeriodView = Static<typeof PeriodView>;
export const PeriodQuery = Type.Object({
  clientId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Only those that reach this client' })),
});
export type PeriodQuery = Static<typeof PeriodQuery>;
export const Periods = Type.Object({ items: Type.Array(PeriodView) });
