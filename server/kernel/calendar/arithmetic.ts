import { openDay } from './days.ts';
import type { Calendar } from './types.ts';
import { DAY_SECONDS } from './types.ts';

/** A calendar without an open second for so long never opens again, as far as a deadline is concerned. */
const MAX_CLOSED_DAYS = 3_660;

/** The whole second that an instant falls in: clocks tick in seconds, so that intervals add up exactly. */
export function wholeSecond(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}

/**
 * Open seconds from one instant to a later one, both in epoch milliseconds and counted from the second they fall in;
 * 0 where `to` is not later. Steps by day.
 */
export function businessSecondsBetween(calendar: Calendar, from: number, to: number): number {
  const start = wholeSecond(from);
  const end = wholeSecond(to);
  if (end <= start) return 0;
  if (calendar.alwaysOpen) return end - start;
  let sum = 0;
  const lastDay = Math.floor((end - 1) / DAY_SECONDS);
  for (let utcDay = Math.floor(start / DAY_SECONDS); utcDay <= lastDay; utcDay += 1) {
    const day = openDay(calendar, utcDay);
    if (utcDay * DAY_SECONDS >= start && (utcDay + 1) * DAY_SECONDS <= end) sum += day.total;
    else for (const [a, b] of day.open) sum += Math.max(0, Math.min(b, end) - Math.max(a, start));
  }
  return sum;
}

/**
 * The first instant, in epoch milliseconds, by which so many open seconds have passed since `from`; `from`'s own second
 * for 0. Null where the calendar stays closed for ten years.
 */
export function addBusinessSeconds(calendar: Calendar, from: number, seconds: number): number | null {
  if (!(seconds >= 0)) throw new RangeError(`Only seconds forward can be added, not ${seconds}`);
  const start = wholeSecond(from);
  if (seconds === 0 || calendar.alwaysOpen) return (start + seconds) * 1000;
  let left = seconds;
  let closedDays = 0;
  for (let utcDay = Math.floor(start / DAY_SECONDS); closedDays < MAX_CLOSED_DAYS; utcDay += 1) {
    const day = openDay(calendar, utcDay);
    closedDays = day.total === 0 ? closedDays + 1 : 0;
    if (utcDay * DAY_SECONDS >= start && day.total < left) {
      left -= day.total;
      continue;
    }
    for (const [open, close] of day.open) {
      const begin = Math.max(open, start);
      if (close <= begin) continue;
      if (close - begin >= left) return (begin + left) * 1000;
      left -= close - begin;
    }
  }
  return null;
}

/** The open stretches between two instants, clipped to them, in epoch milliseconds. */
export function openStretches(calendar: Calendar, from: number, to: number): { from: number; to: number }[] {
  const start = wholeSecond(from);
  const end = wholeSecond(to);
  if (end <= start) return [];
  if (calendar.alwaysOpen) return [{ from: start * 1000, to: end * 1000 }];
  const stretches: { from: number; to: number }[] = [];
  for (let utcDay = Math.floor(start / DAY_SECONDS); utcDay * DAY_SECONDS < end; utcDay += 1) {
    for (const [open, close] of openDay(calendar, utcDay).open) {
      const piece = { from: Math.max(open, start) * 1000, to: Math.min(close, end) * 1000 };
      const last = stretches.at(-1);
      if (piece.from >= piece.to) continue;
      if (last?.to === piece.from) last.to = piece.to;
      else stretches.push(piece);
    }
  }
  return stretches;
}

/** Whether the calendar is open in the second that an instant falls in. */
export function isOpenAt(calendar: Calendar, at: number): boolean {
  const second = wholeSecond(at) * 1000;
  return businessSecondsBetween(calendar, second, second + 1000) === 1;
}
