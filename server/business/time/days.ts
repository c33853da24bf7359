import { type RawBuilder, sql } from 'kysely';
import { dayStart, isDay } from '#kernel/day.ts';
import { invalid } from '#kernel/errors.ts';
import type { TimePeriod } from '#shared/time.ts';

const MOST_DAYS = 31;

/** The days of a period, or `invalid` where they are none, end before they begin, or are too many. */
export function daysOf({ from, to }: TimePeriod): string[] {
  if (!isDay(from)) throw invalid([{ path: 'from', message: 'is not a day' }]);
  if (!isDay(to) || to < from) throw invalid([{ path: 'to', message: 'must be a day, not before the first' }]);
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = (Date.parse(`${to}T00:00:00Z`) - first) / 86_400_000 + 1;
  if (count > MOST_DAYS) throw invalid([{ path: 'to', message: `must be within ${MOST_DAYS} days of the first` }]);
  return Array.from({ length: count }, (_, nth) => new Date(first + nth * 86_400_000).toISOString().slice(0, 10));
}

/** The instants between which the days of a period lie in a zone. */
export function boundsOf(days: readonly string[], zone: string): [string, string] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return [dayStart(first, zone) ?? first, dayStart(last, zone, 1) ?? last];
}

/** How long a stretch of time is, in minutes. */
export const minutesIn = ([from, until]: readonly [string, string]): number =>
  (Date.parse(until) - Date.parse(from)) / 60_000;

/** SQL over `time_entries e`: those of a person that began in a stretch of time. */
export const begunIn = (staffId: string, [from, until]: readonly [string, string]): RawBuilder<boolean> =>
  // An entry is no longer than a day, so that its end finds it by the index.
  sql<boolean>`e.staff_id = ${staffId} and e.worked_at >= ${from} and e.worked_at < ${until}::timestamptz + interval '1 day'
    and coalesce(e.started_at, e.worked_at) >= ${from} and coalesce(e.started_at, e.worked_at) < ${until}`;
