import { type Decimal, type Exact, exact } from './exact.ts';
import type { Day } from './months.ts';

/** Where a rate is agreed, the nearest first. */
export const RATE_LEVELS = ['contract', 'client', 'provider'] as const;
export type RateLevel = (typeof RATE_LEVELS)[number];

/** What an hour costs, for whom it fits: null fits everybody. The price is in major units. */
export type Rate = {
  readonly id: string;
  readonly level: RateLevel;
  readonly staffId: string | null;
  readonly roleKey: string | null;
  readonly workTypeId: string | null;
  readonly perHour: Decimal;
  /** The day from which on it holds, until one for the same comes after it. */
  readonly from: Day;
};

/** Who did what kind of work, on which day. */
export type Doing = {
  readonly staffId: string;
  readonly roleKeys: readonly string[];
  readonly workTypeId: string | null;
  readonly day: Day;
};

const fits = ({ staffId, roleKey, workTypeId, from }: Rate, doing: Doing): boolean =>
  from <= doing.day &&
  (staffId === null || staffId === doing.staffId) &&
  (roleKey === null || doing.roleKeys.includes(roleKey)) &&
  (workTypeId === null || workTypeId === doing.workTypeId);

/** A person says more than a role, a role more than a kind of work; two together say more than either. */
const says = ({ staffId, roleKey, workTypeId }: Rate): number =>
  (staffId === null ? 0 : 4) + (roleKey === null ? 0 : 2) + (workTypeId === null ? 0 : 1);

/**
 * The rate for some work: the nearest level at which one fits, and there the one that says most; of several that say the same the
 * latest, and of two roles of one person the higher price. Null where none fits.
 */
export function rateFor(rates: readonly Rate[], doing: Doing): Rate | null {
  const fitting = rates.filter((rate) => fits(rate, doing));
  const [best] = fitting.toSorted(
    (a, b) =>
      RATE_LEVELS.indexOf(a.level) - RATE_LEVELS.indexOf(b.level) ||
      says(b) - says(a) ||
      b.from.localeCompare(a.from) ||
      exact(b.perHour).compare(exact(a.perHour)) ||
      (a.id < b.id ? -1 : 1),
  );
  return best ?? null;
}

/** By how much an hour outside of the hours of service costs more: 1.5 is half as much again. */
export type Multipliers = { readonly afterHours: Decimal; readonly holiday: Decimal };

/** What a rate is multiplied by at some hours. */
export const timesAt = (hours: 'in_hours' | 'after_hours' | 'holiday', { afterHours, holiday }: Multipliers): Exact =>
  exact(hours === 'in_hours' ? '1' : hours === 'holiday' ? holiday : afterHours);
