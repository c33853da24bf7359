/** What a month of a contract brings and costs, in minor units. */
export type Worth = { readonly revenue: number; readonly cost: number };
/** A month as far as it has gone: `standing` is due whatever is worked, `worked` was charged for work, `cost` is what the work cost. */
export type SoFar = { readonly standing: number; readonly worked: number; readonly cost: number };

/** How much of a month must have gone by before its own pace says more than that of the months before. */
const TELLING = 0.25;

/**
 * What a month comes to at its pace. Early in the month, what is left of it counts as the months before did; where there are none, and later,
 * as what was worked until now. `days`: of the month, and gone by.
 */
export function outlookOf(
  { standing, worked, cost }: SoFar,
  days: { readonly gone: number; readonly of: number },
  before: readonly Omit<SoFar, 'standing'>[],
): Worth {
  const gone = Math.min(1, days.gone / days.of);
  const own = gone >= TELLING || before.length === 0;
  const whole = (now: number, of: (one: Omit<SoFar, 'standing'>) => number) =>
    Math.round(own ? now / gone : now + (before.reduce((sum, one) => sum + of(one), 0) / before.length) * (1 - gone));
  return { revenue: standing + whole(worked, (one) => one.worked), cost: whole(cost, (one) => one.cost) };
}

/** What of the revenue is left after the cost, in per cent with one digit behind the point; null where nothing comes in. */
export const marginOf = ({ revenue, cost }: Worth): number | null =>
  revenue > 0 ? Math.round(((revenue - cost) / revenue) * 1000) / 10 : null;
