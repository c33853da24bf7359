import Type, { type Static } from 'typebox';
import { COLLISION_KINDS, PERIOD_KINDS } from './change-schedule-words.ts';
import { CHANGE_TYPES } from './change-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';
import { Recurrence } from './recurrence.ts';
import { Named } from './ticket.ts';
import { STATUS_CATEGORIES } from './vocabulary.ts';

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

const Stretch = { from: Instant, to: Instant };

/** Where a change meets another, a freeze or blackout, or is outside of its windows: from when to when, and why. */
export const CollisionView = Type.Object({
  ...Stretch,
  kind: OneOf(COLLISION_KINDS),
  sentence: Type.String(),
  blocks: Type.Boolean({ description: 'Whether it holds the change back; not if it was overridden' }),
  overridden: Type.Boolean(),
  change: Nullable(Type.Object({ id: Id, key: Type.String(), title: Type.String() })),
  period: Nullable(Named),
});
export type CollisionView = Static<typeof CollisionView>;

/** Another window to try, which changes nothing. */
export const CollisionQuery = Type.Object({ from: Type.Optional(Instant), until: Type.Optional(Instant) });
export type CollisionQuery = Static<typeof CollisionQuery>;
export const Collisions = Type.Object({
  window: Nullable(Type.Object(Stretch)),
  collisions: Type.Array(CollisionView),
  slots: Type.Array(Type.Object(Stretch), { description: 'When nothing would stand against it, the nearest first' }),
});
export type Collisions = Static<typeof Collisions>;

export const OverrideCollisions = Type.Object({
  reason: Type.String({
    minLength: 3,
    maxLength: 2_000,
    description: 'Why it goes on although something stands against it',
  }),
});
export type OverrideCollisions = Static<typeof OverrideCollisions>;

export const CalendarQuery = Type.Object({
  from: Instant,
  until: Type.Unsafe<string>({ ...Instant, description: 'At most 62 days after the beginning' }),
  clientId: Type.Optional(Id),
});
export type CalendarQuery = Static<typeof CalendarQuery>;
export const CalendarChange = Type.Object({
  ...Stretch,
  ...{ id: Id, key: Type.String(), title: Type.String(), client: Named, type: OneOf(CHANGE_TYPES) },
  ...{ status: Type.String(), statusCategory: OneOf(STATUS_CATEGORIES), outage: Type.Boolean() },
  risk: Nullable(Type.Integer({ minimum: 1, maximum: 4 })),
  team: Nullable(Named),
  people: Type.Array(Named),
  items: Type.Array(Named),
  collisions: Type.Array(CollisionView),
});
export type CalendarChange = Static<typeof CalendarChange>;
export const CalendarPeriod = Type.Object({
  ...{ id: Id, kind: OneOf(PERIOD_KINDS), name: Type.String(), note: Type.String() },
  client: Nullable(Named),
  group: Nullable(Named),
  services: Type.Array(Named),
  items: Type.Array(Named),
  times: Type.Array(Type.Object(Stretch)),
});
export type CalendarPeriod = Static<typeof CalendarPeriod>;
export const OnCallCover = Type.Object({
  schedule: Named,
  shifts: Type.Array(Type.Object({ ...Stretch, staff: Named })),
  gaps: Type.Array(Type.Object(Stretch)),
});
export type OnCallCover = Static<typeof OnCallCover>;
export const ChangeCalendar = Type.Object({
  changes: Type.Array(CalendarChange),
  periods: Type.Array(CalendarPeriod),
  onCall: Type.Array(OnCallCover),
  more: Type.Boolean({ description: 'There are more changes than are told here' }),
});
export type ChangeCalendar = Static<typeof ChangeCalendar>;

/** The reader's own address for calendar programs. */
export const MyFeed = Type.Object({ made: Type.Boolean(), createdAt: Nullable(Instant), usedAt: Nullable(Instant) });
export type MyFeed = Static<typeof MyFeed>;
export const FeedMade = Type.Object({
  url: Type.String({ description: 'Shown this once: whoever has it reads the calendar' }),
});
export const CreateFeed = Type.Object({ name: Name });
export type CreateFeed = Static<typeof CreateFeed>;
export const ClientFeed = Type.Object({
  ...{ id: Id, name: Type.String(), createdAt: Instant, usedAt: Nullable(Instant) },
  createdBy: Nullable(Type.String()),
});
export type ClientFeed = Static<typeof ClientFeed>;
