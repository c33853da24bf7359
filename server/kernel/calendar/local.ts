import { wholeSecond } from './arithmetic.ts';
import { offsetAt } from './offsets.ts';
import type { Calendar, ClosedDay } from './types.ts';

/** The wall clock of a zone at an instant (epoch milliseconds), as `YYYY-MM-DD HH:MM:SS`. */
export function wallClock(timeZone: string, at: number): string {
  const second = wholeSecond(at);
  return new Date((second + offsetAt(timeZone, second)) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The closed day that an instant falls on in the calendar's zone, or null. */
export function closedDayAt(calendar: Calendar, at: number): ClosedDay | null {
  if (calendar.alwaysOpen) return null;
  const date = wallClock(calendar.timeZone, at).slice(0, 10);
  return calendar.closedDays.find((day) => day.date === date) ?? null;
}

/** The closed days, in the calendar's zone, that touch the time between two instants (epoch milliseconds). */
export function closedDaysBetween(calendar: Calendar, from: number, to: number): ClosedDay[] {
  if (calendar.alwaysOpen || to <= from) return [];
  const first = wallClock(calendar.timeZone, from).slice(0, 10);
  const last = wallClock(calendar.timeZone, to - 1).slice(0, 10);
  return calendar.closedDays
    .filter(({ date }) => date >= first && date <= last)
    .sort((a, b) => a.date.localeCompare(b.date));
}
