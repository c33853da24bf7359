import type { Bars } from './bars.ts';
import type { Day } from './types.ts';

/** What is usual for the last days, from the weeks before them; `weeks` of them were looked at. */
export type Baseline = { readonly expected: number; readonly deviation: number; readonly weeks: number };

/** 1 January 1970 was a Thursday; 0 is Monday. */
export const weekday = (day: Day): number => (day + 3) % 7;

/**
 * How many of a group would be usual for the `trendDays` that end with `today`, where the client has been known since `since`. The rate is
 * the group's own, over the weeks before; how it falls on weekdays is the whole client's, since a group alone is too small to tell. Null
 * where too few weeks are known.
 * @param days on which days the group's incidents were, each once per incident
 * @param all the same of all incidents of the client
 */
export function baselineOf(
  days: readonly Day[],
  all: readonly Day[],
  { today, since }: { today: Day; since: Day },
  { trendDays, baselineWeeks }: Pick<Bars, 'trendDays' | 'baselineWeeks'>,
): Baseline | null {
  const end = today - trendDays;
  const weeks = Math.min(baselineWeeks.most, Math.floor((end - since + 1) / 7));
  if (weeks < baselineWeeks.least) return null;
  const begin = end - weeks * 7 + 1;
  const within = (day: Day) => day >= begin && day <= end;
  const shares = weekdayShares(all.filter(within));
  const perWeek = Array.from({ length: weeks }, () => 0);
  for (const day of days) {
    const week = Math.floor((day - begin) / 7);
    if (within(day)) perWeek[week] = (perWeek[week] ?? 0) + 1;
  }
  const mean = perWeek.reduce((sum, count) => sum + count, 0) / weeks;
  const variance = perWeek.reduce((sum, count) => sum + (count - mean) ** 2, 0) / weeks;
  const falling = Array.from({ length: trendDays }, (_, back) => shares[weekday(today - back)] ?? 0);
  const part = falling.reduce((sum, share) => sum + share, 0);
  // Fewer than one is not told apart from none, and chance alone scatters as much as there is.
  const spread = Math.sqrt(Math.max(variance, mean, 1) * Math.max(part, 1 / 7));
  return { expected: mean * part, deviation: spread, weeks };
}

/** How a week's incidents fall on its days; a day on which none came yet is not held to be impossible. */
function weekdayShares(days: readonly Day[]): number[] {
  const counts = Array.from({ length: 7 }, () => 1 / 7);
  for (const day of days) counts[weekday(day)] = (counts[weekday(day)] ?? 0) + 1;
  const total = days.length + 1;
  return counts.map((count) => count / total);
}

/** Whether so many are far beyond what is usual. */
export const isBeyond = (count: number, { expected, deviation }: Baseline, { times, deviations }: Bars): boolean =>
  count >= expected * times && count >= expected + deviations * deviation;
