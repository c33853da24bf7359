import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '#shared/recurrence.ts';
import { wallClock } from '../calendar/local.ts';
import { epochDay } from '../calendar/types.ts';
import { daysOfPeriod, isoDate, periodOf } from './days.ts';

/** Epoch milliseconds of a wall time; RFC 5545's reading of skipped and doubled times. */
function instantOf(day: number, time: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(`${isoDate(day)}T${time}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  }).epochMilliseconds;
}

/**
 * The first time after an instant (both ISO 8601 in UTC) at which the rule comes, by the clock on the wall of a zone; null
 * when it is over. A daily 08:30 stays 08:30 when the clocks change.
 */
export function nextOccurrence(rule: Recurrence, timeZone: string, after: string): string | null {
  const past = Date.parse(after);
  const start = epochDay(rule.start);
  const last = rule.until === undefined ? Number.POSITIVE_INFINITY : epochDay(rule.until);
  const skipped = daysOfPeriod(rule, 0).filter((day) => day < start).length;
  // A day early, because a skipped time may reach into the day that follows.
  const today = epochDay(wallClock(timeZone, past).slice(0, 10)) - 1;
  for (let period = Math.max(0, periodOf(rule, today)); ; period++) {
    const days = daysOfPeriod(rule, period);
    for (const [index, day] of days.entries()) {
      if (day < start) continue;
      if (day > last) return null;
      if (rule.count !== undefined && period * days.length + index - skipped >= rule.count) return null;
      const at = instantOf(day, rule.time, timeZone);
      if (at > past) return new Date(at).toISOString();
    }
  }
}

/** The next `most` times after an instant. */
export function nextOccurrences(rule: Recurrence, timeZone: string, after: string, most: number): string[] {
  const found: string[] = [];
  for (let at = nextOccurrence(rule, timeZone, after); at !== null && found.length < most; ) {
    found.push(at);
    at = nextOccurrence(rule, timeZone, at);
  }
  return found;
}
