import Type from 'typebox';
import { weekdays } from '#kernel/calendar.ts';
import { defineSetting } from '#platform/settings/index.ts';

const Minutes = Type.Integer({ minimum: 1, maximum: 525_600 });
const levels = ['provider', 'group', 'client'] as const;

/** Minutes of working time by priority, P1 first, and when a clock counts as at risk. */
export const TARGETS = defineSetting({
  key: 'sla.targets',
  title: 'Service level targets',
  help: 'How long the first response and the resolution may take in service hours, for each priority, and when a clock counts as at risk.',
  levels,
  schema: Type.Object({
    byPriority: Type.Array(Type.Object({ response: Minutes, resolution: Minutes }), { minItems: 5, maxItems: 5 }),
    atRiskPercent: Type.Integer({ minimum: 10, maximum: 99 }),
  }),
  default: {
    byPriority: [
      { response: 15, resolution: 240 },
      { response: 30, resolution: 480 },
      { response: 120, resolution: 1_440 },
      { response: 240, resolution: 2_880 },
      { response: 480, resolution: 7_200 },
    ],
    atRiskPercent: 75,
  },
});

const Time = Type.String({ pattern: '^([01][0-9]|2[0-4]):[0-5][0-9]$' });

/** When a client is served, by the wall clock of its own time zone. */
export const HOURS = defineSetting({
  key: 'sla.hours',
  title: 'Service hours',
  help: 'When a client is served, by the clock on its own wall. Service level clocks run only then.',
  levels,
  schema: Type.Object({
    alwaysOpen: Type.Boolean(),
    hours: Type.Array(Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, to: Time }), {
      maxItems: 50,
    }),
    closedDays: Type.Array(
      Type.Object({ date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), name: Type.String({ maxLength: 100 }) }),
      { maxItems: 400 },
    ),
    publicHolidays: Type.Boolean(),
  }),
  default: { alwaysOpen: false, hours: weekdays('08:00', '18:00'), closedDays: [], publicHolidays: true },
});
