import { randomUUID } from 'node:crypto';
import { lineCents, taxCents } from './money.ts';

export type Contact = { id: string; name: string; email: string; archived: boolean };
export type Line = {
  id: string;
  description: string;
  quantity: number;
  unitAmount: number;
  account: string;
  taxType: string;
  cents: number;
  tax: number;
};
export type Status = 'DRAFT' | 'AUTHORISED' | 'PAID' | 'VOIDED' | 'DELETED';
/** An invoice or a credit note; amounts in cents. */
export type Document = {
  id: string;
  kind: 'invoice' | 'credit';
  number: string;
  reference: string;
  url: string;
  contact: string;
  date: string;
  dueDate: string | null;
  currency: string;
  status: Status;
  lines: Line[];
  total: number;
  tax: number;
  updatedAt: number;
};
export type Payment = {
  id: string;
  invoice: string;
  cents: number;
  date: string;
  reference: string;
  account: string;
  deleted: boolean;
  updatedAt: number;
};
export type Allocation = { credit: string; invoice: string; cents: number; date: string };

/** One organisation at Xero, as far as sales go. */
export type Books = {
  tenant: { id: string; name: string; connected: boolean };
  contacts: Contact[];
  accounts: { code: string; name: string; type: string; paysTo: boolean }[];
  taxRates: { type: string; name: string; percent: number }[];
  currencies: string[];
  documents: Document[];
  payments: Payment[];
  allocations: Allocation[];
  /** Reckons tax another way, so that totals differ by a cent from those of whoever rounds. */
  roundsDown: boolean;
  paidOf(invoice: string): number;
  creditedOf(invoice: string): number;
  dueOf(document: Document): number;
  /** Works out amounts anew and says when. */
  settle(document: Document): void;
  /** Records that a client paid, as somebody would at Xero. */
  pay(number: string, cents: number, date: string, reference?: string): Payment;
  /** Takes a payment back. */
  unpay(payment: Payment): void;
  byNumber(number: string): Document | undefined;
};

/** An organisation with an Australian chart of accounts, and contacts of these names. */
export function openBooks(now: () => number, names: readonly string[], changed: (document: Document) => void): Books {
  const books: Books = {
    tenant: { id: randomUUID(), name: 'Harbour IT (Xero)', connected: true },
    contacts: names.map((name) => ({
      id: randomUUID(),
      name,
      email: `accounts@${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`,
      archived: false,
    })),
    accounts: [
      { code: '090', name: 'Business Bank Account', type: 'BANK', paysTo: true },
      { code: '200', name: 'Sales', type: 'REVENUE', paysTo: false },
      { code: '210', name: 'Managed services', type: 'REVENUE', paysTo: false },
      { code: '260', name: 'Other Revenue', type: 'REVENUE', paysTo: false },
    ],
    taxRates: [
      { type: 'OUTPUT', name: 'GST on Income', percent: 10 },
      { type: 'EXEMPTOUTPUT', name: 'GST Free Income', percent: 0 },
      { type: 'BASEXCLUDED', name: 'BAS Excluded', percent: 0 },
    ],
    ...{ currencies: ['AUD'], documents: [], payments: [], allocations: [], roundsDown: false },
    paidOf: (invoice) =>
      books.payments.filter((one) => one.invoice === invoice && !one.deleted).reduce((sum, one) => sum + one.cents, 0),
    creditedOf: (invoice) =>
      books.allocations.filter((one) => one.invoice === invoice).reduce((sum, one) => sum + one.cents, 0),
    dueOf(document) {
      if (document.kind === 'invoice')
        return document.total - books.paidOf(document.id) - books.creditedOf(document.id);
      const used = books.allocations.filter((one) => one.credit === document.id);
      return document.total - used.reduce((sum, one) => sum + one.cents, 0);
    },
    settle(document) {
      for (const line of document.lines) {
        line.cents = lineCents(line.quantity, line.unitAmount);
        const rate = books.taxRates.find(({ type }) => type === line.taxType)?.percent ?? 0;
        line.tax = taxCents(line.cents, rate, books.roundsDown);
      }
      document.tax = document.lines.reduce((sum, { tax }) => sum + tax, 0);
      document.total = document.lines.reduce((sum, line) => sum + line.cents, 0) + document.tax;
      if (document.status === 'AUTHORISED' || document.status === 'PAID')
        document.status = books.dueOf(document) === 0 ? 'PAID' : 'AUTHORISED';
      document.updatedAt = now();
      changed(document);
    },
    pay(number, whole, date, reference = '') {
      const document = books.byNumber(number);
      if (document?.kind !== 'invoice') throw new TypeError(`There is no invoice ${number}`);
      const at = now();
      const payment = { id: randomUUID(), invoice: document.id, cents: whole, date, reference };
      const made: Payment = { ...payment, account: '090', deleted: false, updatedAt: at };
      books.payments.push(made);
      books.settle(document);
      return made;
    },
    unpay(payment) {
      payment.deleted = true;
      payment.updatedAt = now();
      const document = books.documents.find(({ id }) => id === payment.invoice);
      if (document) books.settle(document);
    },
    byNumber: (number) =>
      books.documents.findLast((one) => one.number === number && !['DELETED', 'VOIDED'].includes(one.status)),
  };
  return books;
}
