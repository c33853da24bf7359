import type { InvoiceParty } from '#shared/billing.ts';
import type { DateOrder } from '#shared/billing-words.ts';
import type { Figure } from '#shared/csv-words.ts';
import { plainMoney } from '#shared/money-words.ts';
import type { BookedLine } from './booked-line.ts';

/** An invoice or credit as it goes into a file. */
export type FiledInvoice = {
  readonly number: string;
  readonly isCredit: boolean;
  /** Of a credit: the number of what it credits. */
  readonly credits: string | null;
  readonly name: string;
  readonly reason: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly buyer: InvoiceParty;
  readonly lines: readonly BookedLine[];
};

/** What is asked of a file besides which invoices: the account on each line, and how days are written. */
export type Filing = { readonly account: string; readonly dates: DateOrder };

export type Cells = readonly (string | Figure)[];

/** How a program that keeps the books wants its table of invoices. */
export type BooksFile = {
  readonly columns: readonly string[];
  rows(invoice: FiledInvoice, filing: Filing): readonly Cells[];
  /** Whether an empty line ends each invoice. */
  readonly apart?: boolean;
};

export const figure = (value: string): Figure => ({ figure: value });
export const amountIn = (minor: number, currency: string): Figure => figure(plainMoney({ minor, currency }));

/** `30/11/2026`, or with the month first. */
export function dateIn(day: string, order: DateOrder): string {
  const [year, month, date] = day.split('-');
  return order === 'month_first' ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
}

/** Four lines of an address; what has no room stands in the last. */
export function addressLines(address: string): [string, string, string, string] {
  const [a = '', b = '', c = '', ...rest] = address.split('\n').map((line) => line.trim());
  return [a, b, c, rest.filter((line) => line !== '').join(', ')];
}

/** What a line of the books says an invoice is: for what, or why and of which. */
export const memoOf = ({ name, reason, credits }: FiledInvoice): string =>
  [name, credits && `Credits ${credits}`, reason].filter(Boolean).join(': ');
