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
  /** Null: it belongs to the client alone. */
  ticketId: string | null;
  /** Empty where the reader does not see prices, or as the kind says. */
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
  ...{ currency: expense.currency, paidBy: expense.paidBy, chargeable: expense.chargeable },
  ...{ clientNote: expense.clientNote, note: expense.note, ticketId: expense.ticket?.id ?? null },
  markup: expense.markup ?? '',
});

/** One that is begun. */
export const newValues = (ticket: { id: string; client: { id: string } } | undefined, day: string): Values => ({
  ...{ clientId: ticket?.client.id ?? null, ticketId: ticket?.id ?? null },
  ...{ kindId: null, day, quantity: '', amount: '', tax: '', currency: '', paidBy: 'own' },
  ...{ chargeable: true, markup: '', clientNote: '', note: '' },
});

/** What is typed as it is sent; `currency`: in which it is where none is typed; `priced`: whether who types may say the mark-up. */
export function bodyOf(
  { clientId: _, ticketId: __, kindId, ...values }: Values,
  kind: ExpenseKindView | undefined,
  { currency, priced }: { currency: string; priced: boolean },
) {
  const { quantity, amount, tax, currency: typed, markup, ...rest } = values;
  const code = typed.trim().toUpperCase() || currency;
  const minor = (text: string) => toMinor(exact(text.trim()), minorDigits(code));
  const worth =
    kind?.unit === ''
      ? { amount: minor(amount), ...(tax.trim() === '' ? {} : { tax: minor(tax) }) }
      : { quantity: quantity.trim() };
  const onTop = priced ? { markup: markup.trim() || '0' } : {};
  return { kindId: kindId ?? '', currency: code, ...onTop, ...rest, ...worth };
}
