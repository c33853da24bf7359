import { epochDay } from '../calendar/types.ts';
import { type Calendar, wallClock } from '../calendar.ts';

const DAY_MS = 86_400_000;
/** A calendar that is closed for so long never opens again. */
const MOST_CLOSED = 3_660;

/**
 * The day on which so many business days have passed after the day of an instant, by the calendar's own clock; the first business day
 * from that day on for 0. Null where the calendar stays closed for ten years.
 * @param at epoch milliseconds
 * @returns YYYY-MM-DD
 */
export function addBusinessDays(calendar: Calendar, at: number, days: number): string | null {
  const closed = new Set(calendar.closedDays.map(({ date }) => date));
  const weekdays = new Set(calendar.hours.map(({ weekday }) => weekday));
  const isOpen = (day: number) => {
    if (calendar.alwaysOpen) return true;
    return weekdays.has(((day + 3) % 7) + 1) && !closed.has(dateOf(day));
  };
  let day = epochDay(wallClock(calendar.timeZone, at).slice(0, 10));
  let left = days;
  for (let inVain = 0; inVain < MOST_CLOSED; inVain += 1) {
    if (left === 0 && isOpen(day)) return dateOf(day);
    day += 1;
    if (left > 0 && isOpen(day)) {
      left -= 1;
      inVain = 0;
    }
  }
  return null;
}

const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
