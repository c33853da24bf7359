import { money } from './money.ts';

/** Amounts added up by currency, in the order of the currencies' codes: AUD 1,200.00, EUR 300.00. Minor units; never across currencies. */
export function sumsOf(rows: readonly { currency: string; amount: number }[]): string {
  const sums = new Map<string, number>();
  for (const { currency, amount } of rows) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([currency, amount]) => money(amount, currency))
    .join(', ');
}
