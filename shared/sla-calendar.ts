import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, Version } from './http.ts';

const Time = Type.String({ pattern: '^([01][0-9]|2[0-4]):[0-5][0-9]$' });

/** When work happens: stretches by weekday (1 Monday), days that are closed, and whether public holidays are. */
export const HoursBody = Type.Object({
  alwaysOpen: Type.Boolean(),
  hours: Type.Array(Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, to: Time }), {
    maxItems: 50,
  }),
  closedDays: Type.Array(
    Type.Object({ date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), name: Type.String({ maxLength: 100 }) }),
    { maxItems: 400 },
  ),
  publicHolidays: Type.Boolean(),
});

/** The same with where it counts; null: where the client is. */
export const SlaCalendarTerms = Type.Object({
  ...HoursBody.properties,
  timeZone: Nullable(Type.String({ maxLength: 60 })),
  holidays: Nullable(Type.Object({ country: Type.String({ maxLength: 10 }), region: Type.String({ maxLength: 20 }) })),
});

export const CreateSlaCalendar = Type.Object({ name: Name, terms: SlaCalendarTerms });
export type CreateSlaCalendar = Static<typeof CreateSlaCalendar>;

export const UpdateSlaCalendar = Type.Object({
  name: Type.Optional(Name),
  terms: Type.Optional(SlaCalendarTerms),
  /** False takes it out of use. */
  active: Type.Optional(Type.Boolean()),
  version: Version,
});
export type UpdateSlaCalendar = Static<typeof UpdateSlaCalendar>;

/** Whom other hours would reach now. */
export const CalendarReach = Type.Object({
  clocks: Type.Integer({ description: 'Running clocks that count by the calendar' }),
  earlier: Type.Integer({ description: 'Those that would come due earlier' }),
  later: Type.Integer({ description: 'Those that would come due later' }),
  clients: Type.Array(Type.Object({ id: Id, name: Type.String(), clocks: Type.Integer() })),
  examples: Type.Array(
    Type.Object({
      key: Type.String(),
      target: Type.String(),
      dueAt: Nullable(Instant),
      nextDueAt: Nullable(Instant),
    }),
    { description: 'Those that would move furthest' },
  ),
});
export type CalendarReach = Static<typeof CalendarReach>;

export const SlaCalendarView = Type.Object({
  id: Id,
  name: Type.String(),
  terms: SlaCalendarTerms,
  active: Type.Boolean(),
  /** How many policies count by it. */
  policies: Type.Integer(),
  version: Version,
});
export type SlaCalendarView = Static<typeof SlaCalendarView>;
