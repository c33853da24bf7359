import { money } from './money.ts';

/** Amounts added up by currency, in the order of the currencies' codes: AUD 1,200.00, EUR 300.00. Minor units; never across currencies. */
export function sumsOf(rows: readonly { currency: string; total: number }[]): string {
  const sums = new Map<string, number>();
  for (const { currency, total } of rows) sums.set(currency, (sums.get(currency) ?? 0) + total);
  return [...sums]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([currency, total]) => money(total, currency))
    .join(', ');
}
