/** Stretches of months up to now, by which margins are looked at. */
export const PERIODS = {
  month: { name: 'This month', from: 0, months: 1 },
  last: { name: 'Last month', from: -1, months: 1 },
  quarter: { name: 'This month and the two before', from: -2, months: 3 },
  year: { name: 'Twelve months with this one', from: -11, months: 12 },
} as const;
export type PeriodKey = keyof typeof PERIODS;

/** The first day of a period and the day after its last, as seen on a day. */
export function daysOf(key: PeriodKey, today: string): { from: string; until: string } {
  const { from, months } = PERIODS[key];
  const first = (offset: number) =>
    new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + offset, 1)).toISOString().slice(0, 10);
  return { from: first(from), until: first(from + months) };
}
