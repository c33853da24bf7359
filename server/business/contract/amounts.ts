import { exact } from '#kernel/billing.ts';
import type { FieldError } from '#kernel/errors.ts';

/** What can be kept of each, and what quantity times price can come to, in major units. */
export const MOST = { quantity: 10_000_000, price: 10_000_000, percent: 1_000 } as const;
export const MOST_WORTH = 1_000_000_000;

type Amounts = { readonly [K in keyof typeof MOST]?: string | undefined };

/** Why a quantity, a price, per cent, or what they come to, is beyond what is billed; by field. */
export function amountFaults(given: Amounts): FieldError[] {
  const faults = Object.entries(MOST).flatMap(([path, most]) => {
    const value = given[path as keyof typeof MOST];
    return value !== undefined && Math.abs(Number(value)) > most
      ? [{ path, message: `must be at most ${most.toLocaleString('en')}` }]
      : [];
  });
  const { quantity, price } = given;
  if (faults.length > 0 || quantity === undefined || price === undefined) return faults;
  if (exact(quantity).mul(exact(price)).abs().compare(MOST_WORTH) <= 0) return faults;
  return [{ path: 'price', message: `times the quantity must be at most ${MOST_WORTH.toLocaleString('en')}` }];
}
