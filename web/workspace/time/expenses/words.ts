import type { ExpenseView } from '#shared/expense.ts';
import { money } from '../../billing/money.ts';

/** What an expense is, for its buttons: "Parking and tolls, AUD 12.00". */
export const expenseName = ({ kind, amount, currency }: ExpenseView): string =>
  `${kind.name}, ${money(amount, currency)}`;

/** The sentence for how many were decided or paid back. */
export const countWords = (count: number): string => (count === 1 ? '1 expense' : `${count} expenses`);

/** Sums by currency: "AUD 12.00 and NZD 3.50". */
export function sumsOf(expenses: readonly Pick<ExpenseView, 'amount' | 'currency'>[]): string {
  const sums = new Map<string, number>();
  for (const { amount, currency } of expenses) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => money(amount, currency)).join(' and ');
}
