/** What a thing was bought for and how its value goes down, in minor units of one currency; months from the day of purchase. */
export type Depreciation = {
  /** `YYYY-MM-DD`. */
  readonly purchasedOn: string;
  readonly price: number;
  readonly residual: number;
  readonly months: number;
};

/**
 * What it is worth in the books on a day, straight-line: price − (price − residual) × whole months held ÷ months, rounded to minor
 * units, so that it ends at the residual value exactly; before the purchase it is the price.
 */
export function bookValue({ purchasedOn, price, residual, months }: Depreciation, day: string): number {
  const floor = Math.min(residual, price);
  if (months <= 0) return day < purchasedOn ? price : floor;
  const held = Math.min(Math.max(monthsBetween(purchasedOn, day), 0), months);
  return price - Math.round(((price - floor) * held) / months);
}

/** Whole months from one day to another; the 31st of a month is reached on the last day of a shorter one. */
function monthsBetween(from: string, to: string): number {
  const [a, b] = [partsOf(from), partsOf(to)];
  const lastDay = new Date(Date.UTC(b.year, b.month, 0)).getUTCDate();
  const reached = b.day >= Math.min(a.day, lastDay);
  return (b.year - a.year) * 12 + (b.month - a.month) - (reached ? 0 : 1);
}

function partsOf(day: string) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}
