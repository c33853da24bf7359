const DAY_MS = 86_400_000;

/** Whole days from today (UTC) to a day such as 2027-03-31; below 0 where it is over. */
export const daysUntil = (on: string, now: number): number =>
  Math.round((Date.parse(`${on}T00:00:00Z`) - Math.floor(now / DAY_MS) * DAY_MS) / DAY_MS);

/** How far away a day is: `Today`, `In 1 day`, `In 30 days`, `Ended 4 days ago`. */
export function untilWords(days: number): string {
  if (days === 0) return 'Today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `In ${count}` : `Ended ${count} ago`;
}
