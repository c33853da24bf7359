import { addBusinessSeconds } from '../calendar/arithmetic.ts';
import type { LedgerInterval } from './ledger.ts';
import type { CalendarSource, Clock, ClockEvent } from './types.ts';

/** A percentage of the target and when it was acted on or will be used up; null while the clock does not run, or never. */
export type ThresholdMark = { readonly percent: number; readonly at: string | null; readonly passed: boolean };

/**
 * When each threshold of a clock's last round was acted on, or will be reached if it keeps running. Another target since then moves
 * only those that are still to come.
 */
export function thresholdMarks(
  clock: Clock,
  intervals: readonly LedgerInterval[],
  calendars: CalendarSource,
  events: readonly ClockEvent[],
): ThresholdMark[] {
  const round = intervals.at(-1)?.round;
  const ran = intervals.filter((interval) => interval.round === round && interval.kind === 'ran');
  const began = Date.parse(clock.startedAt);
  const actedOn = (percent: number) =>
    events.findLast((one) => one.type === 'threshold' && one.percent === percent && Date.parse(one.at) >= began);
  return clock.thresholds.map((percent) => {
    if (percent <= clock.passedPercent) return { percent, at: actedOn(percent)?.at ?? null, passed: true };
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
