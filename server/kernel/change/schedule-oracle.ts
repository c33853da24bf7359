import type { Recurrence } from '#shared/recurrence.ts';
import { wallClock } from '../calendar.ts';
import type { Edge } from '../estate/impact.ts';
import type { Planned } from './schedule-types.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Whether a daily or weekly rule names a day (days since 1970), asked of each day by itself. */
function names(rule: Recurrence, day: number): boolean {
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  if (date < rule.start || (rule.until !== undefined && date > rule.until)) return false;
  const start = Date.parse(rule.start) / DAY;
  if (rule.frequency === 'daily') return (day - start) % rule.interval === 0;
  const weekday = (one: number) => ((one + 3) % 7) + 1;
  const weeks = (day - weekday(day) - (start - weekday(start))) / 7;
  return weeks % rule.interval === 0 && (rule.weekdays ?? [weekday(start)]).includes(weekday(day));
}

/** The minutes of a recurring period between two instants, walked over all of them. Slow, and what tests believe. */
export function oracleMinutes(
  { rule, minutes, timeZone }: { rule: Recurrence; minutes: number; timeZone: string },
  from: number,
  to: number,
): Set<number> {
  const [first, last] = [Math.floor((from - minutes * MINUTE) / DAY) - 3, Math.ceil(to / DAY) + 3];
  const shows: string[] = [];
  for (let at = (first - 2) * DAY; at < (last + 2) * DAY + minutes * MINUTE; at += MINUTE)
    shows.push(wallClock(timeZone, at));
  /** The first minute at which the clock on the wall shows this time (as if in UTC) or a later one. */
  const shown = (wall: number) => {
    const wanted = new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
    return (first - 2) * DAY + shows.findIndex((one) => one >= wanted) * MINUTE;
  };
  const on = new Set<number>();
  const [hour = 0, minute = 0] = rule.time.split(':').map(Number);
  for (let day = first; day < last; day += 1) {
    if (!names(rule, day)) continue;
    const wall = day * DAY + (hour * 60 + minute) * MINUTE;
    const end = shown(wall + minutes * MINUTE);
    for (let at = shown(wall); at < end; at += MINUTE) if (at >= from && at < to) on.add(at);
  }
  return on;
}

/** Whether an item feels the trouble of another, found by walking from it anew. */
export function oracleDepends(edges: readonly Edge[], effect: string, cause: string): boolean {
  const seen = new Set([effect]);
  for (const at of seen) for (const edge of edges) if (edge.effect === at) seen.add(edge.cause);
  return effect !== cause && seen.has(cause);
}

/** The kinds in which two changes collide. */
export function oracleKinds(edges: readonly Edge[], a: Planned, b: Planned): Set<string> {
  const kinds = new Set<string>();
  if (a.from >= b.to || b.from >= a.to) return kinds;
  for (const mine of a.items)
    for (const theirs of b.items) {
      if (mine.id === theirs.id) kinds.add('item');
      if (oracleDepends(edges, mine.id, theirs.id) || oracleDepends(edges, theirs.id, mine.id)) kinds.add('dependency');
    }
  if (a.people.some((person) => b.people.some(({ id }) => id === person.id))) kinds.add('person');
  if (a.team && a.team.id === b.team?.id) kinds.add('team');
  return kinds;
}
