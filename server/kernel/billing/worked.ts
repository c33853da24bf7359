import { type Calendar, closedDayAt, openStretches } from '../calendar.ts';

/** By which clock something was done: in the hours of service, outside of them, or on a public holiday. */
export type Hours = 'in_hours' | 'after_hours' | 'holiday';
/** A piece of an entry that one price can have, in whole seconds. */
export type Piece = { readonly hours: Hours; readonly seconds: number };

/** How worked time becomes billed time, in minutes: each entry counts at least `minimum`, and in steps of `step`. */
export type Rounding = { readonly minimum: number; readonly step: number };

/** Worked minutes as they are billed: at least the minimum, and up to the next step. */
export const billedMinutes = (minutes: number, { minimum, step }: Rounding): number =>
  Math.ceil(Math.max(minutes, minimum) / step) * step;

/**
 * An entry cut where the hours of service begin or end, by the calendar's clock. What rounding adds counts as most of the work does, the
 * earlier where two are as long, so that a minute past the hour makes nothing dearer but itself. Pieces of the same hours are joined; their
 * seconds add up to the billed minutes. `endedAt` in milliseconds.
 */
export function piecesOf(calendar: Calendar, work: { endedAt: number; minutes: number; billed: number }): Piece[] {
  const sums = new Map<Hours, number>();
  for (const { from, to, hours } of cut(calendar, work.endedAt - work.minutes * MINUTE_MS, work.endedAt))
    sums.set(hours, (sums.get(hours) ?? 0) + to - from);
  const [longest] = [...sums].toSorted(([, a], [, b]) => b - a);
  if (longest) sums.set(longest[0], longest[1] + (work.billed - work.minutes) * MINUTE_MS);
  return [...sums].map(([hours, ms]) => ({ hours, seconds: Math.round(ms / 1000) }));
}

const MINUTE_MS = 60_000;

type Cut = { from: number; to: number; hours: Hours };

/** The whole stretch in pieces, open and closed, closed ones cut where a public holiday begins or ends. */
function cut(calendar: Calendar, from: number, to: number): Cut[] {
  const open = openStretches(calendar, from, to);
  const cuts: Cut[] = [];
  let at = from;
  for (const one of open) {
    cuts.push(...closed(calendar, at, one.from), { ...one, hours: 'in_hours' });
    at = one.to;
  }
  return [...cuts, ...closed(calendar, at, to)];
}

const HOUR_MS = 3_600_000;

/** Clocks of the world change at whole quarters of an hour, so a day begins at one. */
const QUARTER_MS = HOUR_MS / 4;

function closed(calendar: Calendar, from: number, to: number): Cut[] {
  const cuts: Cut[] = [];
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS);
    const hours = closedDayAt(calendar, at) ? 'holiday' : 'after_hours';
    const before = cuts.at(-1);
    if (before?.hours === hours) before.to = next;
    else cuts.push({ from: at, to: next, hours });
    at = next;
  }
  return cuts;
}
