import type { Axis } from './types.ts';

/** How much must have come together within `windowDays`, and on how many different days. */
export type Minimum = { readonly count: number; readonly days: number };

export type Bars = Readonly<Record<Axis, Minimum>> & {
  readonly windowDays: number;
  /** A word that so large a share of at least so many incidents of a client have says nothing any more. */
  readonly common: { readonly share: number; readonly of: number };
  /** No client gets more at a time, the strongest first; the others come when those are decided. */
  readonly most: number;
  /** A trend looks at so many days, against as many weeks before as there are, from `baselineWeeks` on. */
  readonly trendDays: number;
  readonly baselineWeeks: { readonly least: number; readonly most: number };
  /** So many times what is usual, and so many standard deviations above it. */
  readonly times: number;
  readonly deviations: number;
};

/** One device says most, a category least: what is broader must have more. */
export const BARS: Bars = {
  windowDays: 30,
  advisory: { count: 1, days: 0 },
  alert: { count: 5, days: 3 },
  item: { count: 3, days: 2 },
  words: { count: 5, days: 3 },
  about: { count: 12, days: 6 },
  trend: { count: 8, days: 2 },
  common: { share: 0.25, of: 100 },
  most: 10,
  trendDays: 7,
  baselineWeeks: { least: 4, most: 12 },
  times: 2,
  deviations: 3,
};
