/** First and last day of a report, both in it. */
export type Days = { readonly from: string; readonly to: string };

export const PERIODS = ['this-month', 'last-month', 'this-quarter', 'last-quarter'] as const;
export type PeriodName = (typeof PERIODS)[number];

export const PERIOD_NAMES: Readonly<Record<PeriodName, string>> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
};
const MONTHS: Readonly<Record<PeriodName, { back: number; long: number }>> = {
  'this-month': { back: 0, long: 1 },
  'last-month': { back: 1, long: 1 },
  'this-quarter': { back: 0, long: 3 },
  'last-quarter': { back: 3, long: 3 },
};
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A period around a day by its name. */
export function daysOf(name: PeriodName, today: string): Days {
  const { back, long } = MONTHS[name];
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = month - 1 - ((month - 1) % long) - back;
  const iso = (months: number, day: number) => new Date(Date.UTC(year, months, day)).toISOString().slice(0, 10);
  return { from: iso(first, 1), to: iso(first + long, 0) };
}

/** The days that an address asks for; null where it asks for none, or for what makes no sense. */
export function daysIn(at: URLSearchParams): Days | null {
  const [from, to] = [at.get('from') ?? '', at.get('to') ?? ''];
  return DAY.test(from) && DAY.test(to) && from <= to ? { from, to } : null;
}

/** The name of a period, where it has one. */
export const nameOf = ({ from, to }: Days, today: string): PeriodName | null =>
  PERIODS.find((name) => {
    const days = daysOf(name, today);
    return days.from === from && days.to === to;
  }) ?? null;
