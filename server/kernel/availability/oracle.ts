import { oracleOpenMinutes } from '../calendar/oracle-minutes.ts';
import type { Calendar } from '../calendar.ts';
import type { OutageSpan } from './arithmetic.ts';

const MINUTE = 60_000;

/** The same walked minute by minute: slow and written apart from the arithmetic, it is what tests believe. All instants are whole minutes. */
export function oracleAvailability(
  calendar: Calendar,
  [from, until]: readonly [number, number],
  outages: readonly OutageSpan[],
  plannedCounts: boolean,
): { open: number; planned: number; down: number; interruptions: number; longest: number } {
  const minutes = (until - from) / MINUTE;
  const isOpen = oracleOpenMinutes(calendar, from, minutes);
  const result = { open: 0, planned: 0, down: 0, interruptions: 0, longest: 0 };
  let run = 0;
  for (let minute = 0; minute <= minutes; minute += 1) {
    const at = from + minute * MINUTE;
    const lasts = minute === minutes ? [] : outages.filter((one) => one.from <= at && (one.to === null || one.to > at));
    const missing = Math.max(0, ...lasts.filter((one) => plannedCounts || !one.planned).map(({ share }) => share));
    if (missing === 0) {
      if (run > 0) result.interruptions += 1;
      result.longest = Math.max(result.longest, run);
      run = 0;
    }
    if (minute === minutes || isOpen[minute] !== 1) continue;
    result.open += 60;
    if (!plannedCounts && lasts.some(({ planned }) => planned)) result.planned += 60;
    else if (missing > 0) {
      result.down += (60 * missing) / 100;
      run += 60;
    }
  }
  return result;
}
