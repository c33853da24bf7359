import { Temporal } from 'temporal-polyfill';

/** A day as `2026-11-30`. */
export type Day = string;
/** From a day up to, not including, another. */
export type DaySpan = { readonly from: Day; readonly until: Day };

/**
 * The month of a contract with this number, 0 the first: it begins on the day of the month on which the contract began, or on the last day
 * of a shorter month. Counted from the beginning each time, so that the 31st comes back after February.
 */
export function contractMonth(begins: Day, index: number): DaySpan {
  const start = Temporal.PlainDate.from(begins);
  return {
    from: start.add({ months: index }).toString(),
    until: start.add({ months: index + 1 }).toString(),
  };
}

/** The number of the month of a contract that a day is in; below 0 before it began. */
export function monthIndex(begins: Day, day: Day): number {
  const start = Temporal.PlainDate.from(begins);
  const at = Temporal.PlainDate.from(day);
  let index = (at.year - start.year) * 12 + at.month - start.month;
  while (Temporal.PlainDate.compare(start.add({ months: index }), at) > 0) index -= 1;
  return index;
}

/** How many days a span has; never below 0. */
export const daysIn = ({ from, until }: DaySpan): number =>
  Math.max(0, Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days);

/** What two spans share; null where they do not meet. An end of null is open. */
export function overlapOf(a: DaySpan, b: { readonly from: Day; readonly until: Day | null }): DaySpan | null {
  const from = a.from.localeCompare(b.from) < 0 ? b.from : a.from;
  const until = b.until === null || a.until < b.until ? a.until : b.until;
  return from < until ? { from, until } : null;
}

/**
 * The last month, by its number, that is to be billed by a day: every so many months together, at their beginning in advance or at their
 * end in arrears. -1: none yet.
 */
export function dueThrough(
  begins: Day,
  { everyMonths, advance }: { everyMonths: number; advance: boolean },
  by: Day,
): number {
  const reached = monthIndex(begins, by);
  const period = Math.floor(reached / everyMonths);
  return (advance ? (period + 1) * everyMonths : period * everyMonths) - 1;
}
