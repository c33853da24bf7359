import { exact, toMinor } from '#kernel/billing.ts';
import type { ExpenseKindView, ExpenseView } from '#shared/expense.ts';
import type { Payer } from '#shared/expense-words.ts';
import { minorDigits, plainMoney } from '#shared/money-words.ts';

export type Values = {
  clientId: string | null;
  kindId: string | null;
  day: string;
  quantity: string;
  amount: string;
  tax: string;
  currency: string;
  paidBy: Payer;
  chargeable: boolean;
  /** Off: it belongs to the client alone. */
  onTicket: boolean;
  markup: string;
  clientNote: string;
  note: string;
};

const plain = (minor: number, currency: string) => plainMoney({ minor, currency });

/** An expense as its form has it. */
export const valuesOf = (expense: ExpenseView): Values => ({
  ...{ clientId: expense.client.id, kindId: expense.kind.id, day: expense.day, quantity: expense.quantity ?? '' },
  amount: expense.quantity === null ? plain(expense.amount, expense.currency) : '',
  tax: expense.quantity === null ? plain(expense.tax, expense.currency) : '',
  ...{ currency: expense.currency, paidBy: expense.paidBy, chargeable: expense.chargeable, markup: expense.markup },
  ...{ clientNote: expense.clientNote, note: expense.note, onTicket: expense.ticket !== null },
});

/** One that is begun. */
export const newValues = (clientId: string | null, day: string): Values => ({
  ...{ clientId, kindId: null, day, quantity: '', amount: '', tax: '', currency: '', paidBy: 'own' },
  ...{ chargeable: true, markup: '0', clientNote: '', note: '', onTicket: false },
});

/** What is typed as it is sent; `currency`: in which it is where none is typed. */
export function bodyOf(
  { clientId: _, onTicket: __, kindId, ...values }: Values,
  kind: ExpenseKindView | undefined,
  currency: string,
) {
  const { quantity, amount, tax, currency: typed, markup, ...rest } = values;
  const code = typed.trim().toUpperCase() || currency;
  const minor = (text: string) => toMinor(exact(text.trim()), minorDigits(code));
  const worth =
    kind?.unit === ''
      ? { amount: minor(amount), ...(tax.trim() === '' ? {} : { tax: minor(tax) }) }
      : { quantity: quantity.trim() };
  return { kindId: kindId ?? '', currency: code, markup: markup.trim() || '0', ...rest, ...worth };
}
