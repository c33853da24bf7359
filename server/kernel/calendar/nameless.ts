import type { Calendar } from './types.ts';

/** What calendars are called that nobody named. */
export const PLAIN_NAMES = { hours: 'Service hours', always: '24 × 7' } as const;
const OTHER = 'Other hours';
const CLOSED_DAY = 'that day';

/** A calendar of the same hours that says no names, always spelt alike; itself where it says none. */
export function namelessCalendar(calendar: Calendar): Calendar {
  const { name, timeZone, alwaysOpen, hours, closedDays } = calendar;
  const isPlain = Object.values<string>(PLAIN_NAMES).includes(name) || name === OTHER;
  if (isPlain && closedDays.every((day) => day.name === CLOSED_DAY)) return calendar;
  return {
    name: isPlain ? name : OTHER,
    timeZone,
    alwaysOpen,
    hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })),
    closedDays: closedDays.map(({ date }) => ({ date, name: CLOSED_DAY })),
  };
}
