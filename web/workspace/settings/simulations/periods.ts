/** Over which time a draft may be tried; the first is what one wants most often. */
export const PERIODS = [
  { months: 12, label: 'The last 12 months' },
  { months: 6, label: 'The last 6 months' },
  { months: 3, label: 'The last 3 months' },
  { months: 1, label: 'The last month' },
  { months: 24, label: 'The last 2 years' },
] as const;

/** The same day and time some months before, in UTC; the last day of the month where it has no such day. */
export function monthsBefore(now: number, months: number): string {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(new Date(now).getUTCDate(), last));
  return then.toISOString();
}
