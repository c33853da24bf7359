import { Temporal } from 'temporal-polyfill';
import { gapsBetween, type Stretch } from '../on-call.ts';
import { blocks, type Surroundings } from './collisions.ts';
import { timesOf } from './period-times.ts';
import { openTimes, reasonOf, windowsOf } from './periods.ts';
import { sharedBy } from './relations.ts';
import type { Planned } from './schedule-types.ts';
import { inBoth, meets, united } from './stretches.ts';

const STEP_MS = 15 * 60_000;

export type SlotsAsked = {
  /** No slot begins before it nor ends after it; epoch milliseconds. */
  readonly within: Stretch;
  /** Whose clocks are meant by "at the same time on another day". */
  readonly timeZone: string;
  readonly most: number;
};

/** When a change of this length would collide with nothing, the nearest to when it is planned first; at most one of each stretch and day. */
export function freeSlots(
  change: Planned,
  others: readonly Planned[],
  around: Surroundings,
  { within, timeZone, most }: SlotsAsked,
): Stretch[] {
  const length = change.to - change.from;
  // What holds nobody back is kept free of as well, unless nothing is left then.
  for (const all of [true, false]) {
    const found = freeTimes(change, others, around, within, all)
      .filter(({ from, to }) => to - from >= length)
      .flatMap((free) => startsIn(free, change, timeZone))
      .map((from) => ({ from, to: from + length }))
      .sort((a, b) => Math.abs(a.from - change.from) - Math.abs(b.from - change.from));
    if (found.length > 0) return found.slice(0, most);
  }
  return [];
}

function freeTimes(
  change: Planned,
  others: readonly Planned[],
  around: Surroundings,
  within: Stretch,
  all: boolean,
): Stretch[] {
  const counts = (kind: Parameters<typeof blocks>[0]) => all || blocks(kind, change, around.blocking);
  const busy = united([
    ...others.filter(
      (other) =>
        other.id !== change.id &&
        meets(other, within) &&
        sharedBy(change, other, around.depends).some(({ kind }) => counts(kind)),
    ),
    ...around.periods
      .filter(({ kind }) => kind !== 'window' && counts(kind))
      .filter((period) => reasonOf(period, change, around.served, around.depends) !== null)
      .flatMap(({ time }) => timesOf(time, within.from, within.to)),
  ]);
  const free = gapsBetween(busy, within.from, within.to);
  if (!counts('outside_window')) return free;
  return windowsOf(change, around.periods).reduce(
    (left, { windows }) => inBoth(left, openTimes(windows, within.from, within.to)),
    free,
  );
}

/** The first start in a free stretch, and the planned time of day on each day of it. */
function startsIn(free: Stretch, change: Stretch, timeZone: string): number[] {
  const last = free.to - (change.to - change.from);
  const first = Math.ceil(free.from / STEP_MS) * STEP_MS;
  const planned = Temporal.Instant.fromEpochMilliseconds(change.from).toZonedDateTimeISO(timeZone);
  const starts = first <= last ? [first] : [];
  for (let days = Math.floor((free.from - change.from) / 86_400_000); ; days += 1) {
    const at = planned.add({ days }).epochMilliseconds;
    if (at > last) return [...new Set(starts)];
    if (at >= free.from) starts.push(at);
  }
}
