import type { ExpenseView } from '#shared/expense.ts';
import { money } from '../../billing/money.ts';

/** What an expense is, for its buttons: "Parking and tolls, AUD 12.00". */
export const expenseName = ({ kind, amount, currency }: ExpenseView): string =>
  `${kind.name}, ${money(amount, currency)}`;

/** The sentence for how many were decided or paid back. */
export const countWords = (count: number): string => (count === 1 ? '1 expense' : `${count} expenses`);
