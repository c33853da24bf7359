import { type Decimal, decimalOf, exact, ratio, toMinor } from './billing/exact.ts';

/** What was paid, in minor units with the tax in it; or how many of something at what one cost. */
export type Spent = {
  readonly amount: number;
  readonly tax: number;
  readonly quantity: Decimal | null;
  readonly rate: Decimal | null;
};

/** What so many of something cost, in minor units of a currency with so many digits. RangeError beyond what is held exactly. */
export const costOf = (quantity: Decimal, rate: Decimal, digits: number): number =>
  toMinor(exact(quantity).mul(exact(rate)), digits);

/** The tax in an amount that has it in it, in minor units, by per cent. */
export const taxWithin = (amount: number, percent: Decimal): number =>
  toMinor(ratio(amount).mul(exact(percent)).div(exact(percent).add(100)), 0);

/**
 * What a client is charged: what was paid without the tax in it, which the firm has back, with the mark-up in per cent, rounded once; of a
 * unit the price of one with the mark-up, to four digits.
 */
export function chargedFor(
  { amount, tax, quantity, rate }: Spent,
  markup: Decimal,
  digits: number,
): { quantity: Decimal; price: Decimal; amount: number } {
  const up = exact(markup).add(100).div(100);
  if (quantity !== null && rate !== null) {
    const price = decimalOf(exact(rate).mul(up));
    return { quantity, price, amount: costOf(quantity, price, digits) };
  }
  const minor = toMinor(ratio(amount - tax).mul(up), 0);
  return { quantity: '1', price: decimalOf(ratio(minor, 10 ** digits)), amount: minor };
}
