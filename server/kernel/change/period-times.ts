import type { Stretch } from '../on-call.ts';
import { nextOccurrence } from '../recurrence.ts';
import type { PeriodTime } from './schedule-types.ts';
import { meets, united } from './stretches.ts';
import { firstShowing } from './wall-instant.ts';

const MINUTE_MS = 60_000;
/** No zone is further than this from UTC, and no clock jumps further. */
const SLACK_MS = 2 * 1_440 * MINUTE_MS;

/**
 * When a period is on, as far as it meets the time between two instants (epoch milliseconds), in order. Begin and end are what the
 * clocks on the wall show, so that a night from 22:00 to 06:00 has an hour less or more when they change.
 */
export function timesOf(time: PeriodTime, from: number, to: number): Stretch[] {
  const within = { from, to };
  if (time.kind === 'once') return meets(time, within) ? [{ from: time.from, to: time.to }] : [];
  const length = time.minutes * MINUTE_MS;
  const found: Stretch[] = [];
  // As if the wall were in UTC: so the rule gives times on the wall, which are then read in the zone.
  let wall = nextOccurrence(time.rule, 'UTC', new Date(from - length - SLACK_MS).toISOString());
  for (; wall !== null && Date.parse(wall) < to + SLACK_MS; wall = nextOccurrence(time.rule, 'UTC', wall)) {
    const begins = firstShowing(wall.slice(0, 16), time.timeZone);
    const ends = firstShowing(new Date(Date.parse(wall) + length).toISOString().slice(0, 16), time.timeZone);
    found.push({ from: begins, to: ends });
  }
  return united(found).filter((one) => meets(one, within));
}
