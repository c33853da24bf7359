import { type Decimal, type Exact, exact, ratio, shares } from './exact.ts';
import { type Day, type DaySpan, daysIn, overlapOf } from './months.ts';

/** What holds for a while: so many at this price each for a month. The price is in major units, up to six digits behind the point. */
export type Stretch = {
  readonly from: Day;
  readonly until: Day | null;
  readonly quantity: Decimal;
  readonly price: Decimal;
  /** The day as of which the price was agreed, where that is before it begins to hold. */
  readonly agreed?: Day;
};

/** A part of a month in which nothing changed, and what it costs in minor units. */
export type MonthPart = DaySpan & {
  readonly days: number;
  readonly of: number;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly amount: number;
};

/**
 * What a month costs: each stretch by the days of the month in which it held, quantity × price × days ÷ days of the month. The parts add up
 * to the rounded whole, so a month that was split costs what it would in one piece.
 */
export function monthCharge(month: DaySpan, stretches: readonly Stretch[], digits: number) {
  const of = daysIn(month);
  const held = stretches
    .flatMap((stretch) => {
      const span = overlapOf(month, stretch);
      return span ? [{ ...span, days: daysIn(span), of, quantity: stretch.quantity, price: stretch.price }] : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const amounts = shares(held.map(worth), digits);
  const parts: MonthPart[] = held.map((part, at) => ({ ...part, amount: amounts[at] ?? 0 }));
  return { parts, amount: parts.reduce((sum, { amount }) => sum + amount, 0) };
}

const worth = ({ days, of, quantity, price }: Omit<MonthPart, 'amount'>): Exact =>
  exact(quantity).mul(exact(price)).mul(ratio(days, of));
