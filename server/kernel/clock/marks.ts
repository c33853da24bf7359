import { addBusinessSeconds } from '../calendar/arithmetic.ts';
import type { LedgerInterval } from './ledger.ts';
import type { CalendarSource, Clock } from './types.ts';

/** A percentage of the target and when it was or will be used up; null while the clock does not run, or never. */
export type ThresholdMark = { readonly percent: number; readonly at: string | null; readonly passed: boolean };

/** When each threshold of a clock's last round was reached, or will be if it keeps running. */
export function thresholdMarks(
  clock: Clock,
  intervals: readonly LedgerInterval[],
  calendars: CalendarSource,
): ThresholdMark[] {
  const round = intervals.at(-1)?.round;
  const ran = intervals.filter((interval) => interval.round === round && interval.kind === 'ran');
  return clock.thresholds.map((percent) => {
    let left = Math.ceil((clock.targetSeconds * percent) / 100);
    for (const { from, to, calendarId, seconds, lasting } of ran) {
      if (left > seconds && !lasting) left -= seconds;
      else {
        const at = addBusinessSeconds(calendars(calendarId), Date.parse(from), left);
        const passed = at !== null && at <= Date.parse(to);
        return { percent, at: at === null ? null : new Date(at).toISOString(), passed };
      }
    }
    return { percent, at: null, passed: false };
  });
}
