import type { Calendar } from '../calendar.ts';
import { dayAfter } from '../day.ts';

/** Whether somebody works on a day: it has hours and is no closed one. A calendar without hours is open on every day. */
function isWorkingDay({ alwaysOpen, hours, closedDays }: Calendar, day: string): boolean {
  if (alwaysOpen || hours.length === 0) return true;
  // 1 Monday … 7 Sunday.
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return hours.some((one) => one.weekday === weekday) && !closedDays.some(({ date }) => date === day);
}

/** The day itself, or the next on which somebody works. */
export function firstWorkingDay(calendar: Calendar, day: string): string {
  let at = day;
  while (!isWorkingDay(calendar, at)) at = dayAfter(at, 1);
  return at;
}

/** The working day so many after the first on or after a day; 0 is that one. */
export function workingDayAfter(calendar: Calendar, day: string, days: number): string {
  let at = firstWorkingDay(calendar, day);
  for (let left = days; left > 0; left -= 1) at = firstWorkingDay(calendar, dayAfter(at, 1));
  return at;
}

/** How many days of a stretch are worked; both ends count. */
export function workingDaysIn(calendar: Calendar, from: string, to: string): number {
  let count = 0;
  for (let at = from; at <= to; at = dayAfter(at, 1)) if (isWorkingDay(calendar, at)) count += 1;
  return count;
}
