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
 * An entry cut where the hours of service begin or end, by the calendar's clock. What rounding adds counts as the last piece does: the work
 * is taken to have gone on. Pieces of the same hours are joined; their seconds add up to the billed minutes. `endedAt` in milliseconds.
 */
export function piecesOf(calendar: Calendar, work: { endedAt: number; minutes: number; billed: number }): Piece[] {
  const began = work.endedAt - work.minutes * 60_000;
  const sums = new Map<Hours, number>();
  const add = (hours: Hours, ms: number) => sums.set(hours, (sums.get(hours) ?? 0) + ms);
  let at = began;
  let last: Hours = 'in_hours';
  for (const { from, to, hours } of cut(calendar, began, work.endedAt)) {
    add(hours, to - from);
    last = hours;
    at = to;
  }
  add(last, began + work.billed * 60_000 - at);
  return [...sums]
    .map(([hours, ms]) => ({ hours, seconds: Math.round(ms / 1000) }))
    .filter(({ seconds }) => seconds > 0);
}

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
