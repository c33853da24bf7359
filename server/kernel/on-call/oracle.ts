import { Temporal } from 'temporal-polyfill';
import type { Override, Rotation, Schedule } from './types.ts';

/** Who is on call at an instant (epoch milliseconds), found by walking from the rotation's first day. Slow, and what tests believe. */
export function oracleOnCall(schedule: Schedule, overrides: readonly Override[], at: number): string | null {
  const override = overrides.findLast(({ from, to }) => from <= at && at < to);
  if (override) return override.staffId;
  for (const layer of schedule.layers.toReversed()) {
    const member = memberAt(layer, schedule.timeZone, at);
    if (member !== null) return member;
  }
  return null;
}

function memberAt(rotation: Rotation, timeZone: string, at: number): string | null {
  if (!covers(rotation, timeZone, at)) return null;
  const begun = beginnings(rotation, timeZone, at).filter((begins) => begins <= at).length;
  return begun === 0 ? null : (rotation.members[(begun - 1) % rotation.members.length] ?? null);
}

type Walk = { day: Temporal.PlainDate; walked: number; begins: number[] };
const walks = new WeakMap<Rotation, Walk>();

/** When each turn began, walked day by day from the first one until after `at`; where a walk ended, the next one goes on. */
function beginnings(rotation: Rotation, timeZone: string, at: number): number[] {
  const first = Temporal.PlainDate.from(rotation.startDate);
  const walk = walks.get(rotation) ?? { day: first, walked: Number.NEGATIVE_INFINITY, begins: [] };
  walks.set(rotation, walk);
  for (; walk.walked <= at; walk.day = walk.day.add({ days: 1 })) {
    const time = Temporal.PlainTime.from(rotation.handOverTime);
    walk.walked = walk.day.toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds;
    if (walk.begins.length === 0 || isHandOver(rotation, first, walk.day)) walk.begins.push(walk.walked);
  }
  return walk.begins;
}

function isHandOver(rotation: Rotation, first: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  if (rotation.unit === 'day') return first.until(day).days % rotation.every === 0;
  if (day.dayOfWeek !== rotation.handOverWeekday) return false;
  // Weeks are counted from the hand-over day on which, or after which, it all began.
  let anchor = first;
  while (anchor.dayOfWeek !== rotation.handOverWeekday) anchor = anchor.subtract({ days: 1 });
  return (anchor.until(day).days / 7) % rotation.every === 0;
}

function covers({ hours }: Rotation, timeZone: string, at: number): boolean {
  if (hours.length === 0) return true;
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const time = wall.toPlainTime().toString().slice(0, 5);
  return hours.some(({ weekday, from, to }) => weekday === wall.dayOfWeek && from <= time && time < to);
}
