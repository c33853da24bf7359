/** Ten thousandths of a number as Xero reads quantities and prices: up to four digits behind the point. */
const scaled = (value: unknown): bigint => BigInt(Math.round(Number(value ?? 0) * 10_000));

/** Whole, rounded half away from zero. */
function rounded(over: bigint, under: bigint): number {
  const half = over < 0n ? -under / 2n : under / 2n;
  return Number((over + half) / under);
}

/** What a line comes to in cents: quantity times price, rounded once. */
export const lineCents = (quantity: unknown, price: unknown): number =>
  rounded(scaled(quantity) * scaled(price), 1_000_000n);

/** The tax of a line in cents; `down` leaves off what is less than a cent, as another way of reckoning would. */
export function taxCents(amount: number, percent: number, down: boolean): number {
  const over = BigInt(amount) * scaled(percent);
  return down ? Number(over / 1_000_000n) : rounded(over, 1_000_000n);
}

export const cents = (value: unknown): number => Math.round(Number(value ?? 0) * 100);
export const amount = (whole: number): number => whole / 100;
