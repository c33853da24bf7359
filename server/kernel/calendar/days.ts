import { offsetPieces } from './offsets.ts';
import type { Calendar } from './types.ts';
import { DAY_SECONDS, epochDay, timeOfDay } from './types.ts';

type Stretch = readonly [start: number, end: number];
/** The open stretches of one UTC day in epoch seconds, in order, and how many seconds they are together. */
export type OpenDay = { readonly open: readonly Stretch[]; readonly total: number };

type Compiled = {
  /** Open stretches by weekday (0 Monday), in seconds since local midnight, sorted and without overlaps. */
  readonly week: readonly (readonly Stretch[])[];
  readonly closed: ReadonlySet<number>;
  readonly days: Map<number, OpenDay>;
};

/** More days than a century are never asked for in earnest; beyond it the memory is given back. */
const MAX_CACHED_DAYS = 40_000;
const compiled = new WeakMap<Calendar, Compiled>();

/**
 * The open stretches of a UTC day. Days are cut in UTC, not by local date, because then they follow each other without
 * gap or overlap in every zone. Answers are kept as long as the calendar object lives: pass the same object each time.
 */
export function openDay(calendar: Calendar, utcDay: number): OpenDay {
  let own = compiled.get(calendar);
  if (!own) {
    own = compile(calendar);
    compiled.set(calendar, own);
  }
  let day = own.days.get(utcDay);
  if (!day) {
    if (own.days.size >= MAX_CACHED_DAYS) own.days.clear();
    day = work(calendar, own, utcDay);
    own.days.set(utcDay, day);
  }
  return day;
}

function work(calendar: Calendar, { week, closed }: Compiled, utcDay: number): OpenDay {
  const open: Stretch[] = [];
  for (const { start, end, offset } of offsetPieces(calendar.timeZone, utcDay)) {
    const last = Math.floor((end + offset - 1) / DAY_SECONDS);
    for (let local = Math.floor((start + offset) / DAY_SECONDS); local <= last; local += 1) {
      if (closed.has(local)) continue;
      const midnight = local * DAY_SECONDS - offset;
      for (const [from, to] of week[weekdayOf(local)] ?? []) {
        const stretch: Stretch = [Math.max(start, midnight + from), Math.min(end, midnight + to)];
        if (stretch[0] < stretch[1]) open.push(stretch);
      }
    }
  }
  return { open, total: open.reduce((sum, [from, to]) => sum + to - from, 0) };
}

function compile(calendar: Calendar): Compiled {
  const week = Array.from({ length: 7 }, (_, weekday) => {
    const stretches = calendar.hours
      .filter((hours) => hours.weekday === weekday + 1)
      .map((hours): Stretch => [timeOfDay(hours.from), timeOfDay(hours.to)])
      .sort((a, b) => a[0] - b[0]);
    const merged: [number, number][] = [];
    for (const [from, to] of stretches) {
      const last = merged.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    return merged;
  });
  return { week, closed: new Set(calendar.closedDays.map(({ date }) => epochDay(date))), days: new Map() };
}

/** 0 Monday … 6 Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(localDay: number): number {
  return (((localDay + 3) % 7) + 7) % 7;
}
