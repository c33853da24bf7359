import { weekdays } from '#kernel/calendar.ts';
import { defineSetting } from '#platform/settings/index.ts';
import { HoursBody } from '#shared/sla-calendar.ts';
import { faultsOfHours } from './named-calendars.ts';
import { rebaseLater } from './rebase.ts';

const levels = ['provider', 'group', 'client'] as const;

/** When a client is served, by the wall clock of its own time zone. */
export const HOURS = defineSetting({
  key: 'sla.hours',
  title: 'Service hours',
  help: 'When a client is served, by the clock on its own wall. Service level clocks run only then.',
  levels,
  schema: HoursBody,
  default: { alwaysOpen: false, hours: weekdays('08:00', '18:00'), closedDays: [], publicHolidays: true },
  check: (_ctx, hours) => faultsOfHours({ ...hours, timeZone: null, holidays: null }),
  changed: (ctx, { level, id }) =>
    rebaseLater(ctx, {
      clientId: level === 'client' ? id : null,
      groupId: level === 'group' ? id : null,
      why: 'the service hours were changed',
      hoursOnly: true,
    }),
});
