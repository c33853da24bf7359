import type { Recurrence } from '#shared/recurrence.ts';
import { epochDay } from '../calendar/types.ts';

const DAY_MS = 86_400_000;

/** Days since 1 January 1970 as `YYYY-MM-DD`. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
/** 1 Monday … 7 Sunday; 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => modulo(day + 3, 7) + 1;
const mondayOf = (day: number) => day - (weekdayOf(day) - 1);
const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();
/** Months since the beginning of year 0. */
const monthOf = (day: number) => yearOf(day) * 12 + new Date(day * DAY_MS).getUTCMonth();
const firstOf = (month: number) => Date.UTC(Math.floor(month / 12), modulo(month, 12), 1) / DAY_MS;
/** A day of a month, its last one where it is shorter. */
const dayIn = (month: number, wanted: number) => Math.min(firstOf(month) + wanted, firstOf(month + 1)) - 1;
const dayOfMonth = (day: number) => day - firstOf(monthOf(day)) + 1;

function nthWeekday(month: number, { week, weekday }: { week: number; weekday: number }): number {
  if (week > 0) return firstOf(month) + modulo(weekday - weekdayOf(firstOf(month)), 7) + 7 * (week - 1);
  const last = firstOf(month + 1) - 1;
  return last - modulo(weekdayOf(last) - weekday, 7);
}

/** The number of the stretch of `interval` days, weeks, months or years, counted from the first, that a day lies in. */
export function periodOf(rule: Recurrence, day: number): number {
  const start = epochDay(rule.start);
  const passed = {
    daily: () => day - start,
    weekly: () => (mondayOf(day) - mondayOf(start)) / 7,
    monthly: () => monthOf(day) - monthOf(start),
    yearly: () => yearOf(day) - yearOf(start),
  }[rule.frequency]();
  return Math.floor(passed / rule.interval);
}

/** The days of a stretch, in order, as many in each; those of the first may lie before `start`. */
export function daysOfPeriod(rule: Recurrence, period: number): number[] {
  const start = epochDay(rule.start);
  const at = period * rule.interval;
  switch (rule.frequency) {
    case 'daily':
      return [start + at];
    case 'weekly':
      return [...(rule.weekdays ?? [weekdayOf(start)])]
        .sort((a, b) => a - b)
        .map((weekday) => mondayOf(start) + 7 * at + weekday - 1);
    case 'monthly': {
      const month = monthOf(start) + at;
      return [rule.nth ? nthWeekday(month, rule.nth) : dayIn(month, rule.monthDay ?? dayOfMonth(start))];
    }
    default:
      return [dayIn(monthOf(start) + 12 * at, dayOfMonth(start))];
  }
}
