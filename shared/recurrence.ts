import Type, { type Static } from 'typebox';
import { OneOf } from './http.ts';

const Day = Type.String({ format: 'date' });
const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: '1 Monday … 7 Sunday' });

/** How often a thing comes again: which days of the calendar, and at what time on the wall. */
export const Recurrence = Type.Object({
  frequency: OneOf(['daily', 'weekly', 'monthly', 'yearly']),
  interval: Type.Integer({ minimum: 1, maximum: 365, description: 'Every so many days, weeks, months or years' }),
  weekdays: Type.Optional(
    Type.Array(Weekday, { minItems: 1, maxItems: 7, uniqueItems: true, description: 'Weekly: on which days' }),
  ),
  monthDay: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 31, description: 'Monthly: the day; the last one where a month is shorter' }),
  ),
  nth: Type.Optional(
    Type.Object(
      { week: Type.Unsafe<1 | 2 | 3 | 4 | -1>({ type: 'integer', enum: [1, 2, 3, 4, -1] }), weekday: Weekday },
      { description: 'Monthly: the first to fourth, or (-1) the last, such weekday' },
    ),
  ),
  time: Type.String({
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
    description: 'HH:MM on the wall; a time that the clock skips comes as much later, one that comes twice counts once',
  }),
  start: Type.String({ format: 'date', description: 'First day it may come' }),
  until: Type.Optional(Day),
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'How many times altogether' })),
});
export type Recurrence = Static<typeof Recurrence>;
