import { randomUUID } from 'node:crypto';
import type { Books, Document, Payment } from './books.ts';
import { cents, lineCents } from './money.ts';

export type Told = Readonly<Record<string, unknown>>;
export const toldOf = (value: unknown): Told => (typeof value === 'object' && value !== null ? (value as Told) : {});
const listOf = (value: unknown): Told[] => (Array.isArray(value) ? value.map(toldOf) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** What is wrong with something that was sent, in Xero's words. */
export class Refused extends Error {
  readonly messages: readonly string[];
  constructor(...messages: string[]) {
    super(messages.join(' '));
    this.messages = messages;
  }
}

const NAMES = {
  invoice: { id: 'InvoiceID', number: 'InvoiceNumber', type: 'ACCREC', taken: 'Invoice # must be unique.' },
  credit: {
    ...{ id: 'CreditNoteID', number: 'CreditNoteNumber', type: 'ACCRECCREDIT' },
    taken: 'Credit note # must be unique.',
  },
} as const;

/** Makes an invoice or a credit note of what was sent, or changes one that names its id. Throws `Refused`. */
export function putDocument(books: Books, kind: Document['kind'], told: Told, mayChange: boolean): Document {
  const names = NAMES[kind];
  const id = text(told[names.id]);
  const before = books.documents.find((one) => one.kind === kind && one.id === id);
  if (before && mayChange) return changeStatus(books, before, told);
  if (id !== '') throw new Refused('The document was not found.');
  const faults: string[] = [];
  if (told['Type'] !== names.type) faults.push('Type is required.');
  const number = text(told[names.number]);
  if (number !== '' && books.byNumber(number)) faults.push(names.taken);
  const contact = contactFor(books, toldOf(told['Contact']));
  if (!contact) faults.push('The Contact must be specified by a ContactID that exists, or a Name.');
  if (!DAY.test(text(told['Date']))) faults.push('Date is required.');
  const currency = text(told['CurrencyCode']) || 'AUD';
  if (!books.currencies.includes(currency)) faults.push(`Organisation is not subscribed to currency ${currency}`);
  const sent = listOf(told['LineItems']);
  if (sent.length === 0) faults.push('One or more line items must be specified');
  for (const line of sent) faults.push(...lineFaults(books, line));
  if (faults.length > 0) throw new Refused(...new Set(faults));
  const document: Document = {
    ...{ id: randomUUID(), kind, number, reference: text(told['Reference']), url: text(told['Url']) },
    ...{ contact: contact ?? '', date: text(told['Date']).slice(0, 10), currency, total: 0, tax: 0, updatedAt: 0 },
    dueDate: DAY.test(text(told['DueDate'])) ? text(told['DueDate']).slice(0, 10) : null,
    status: told['Status'] === 'AUTHORISED' ? 'AUTHORISED' : 'DRAFT',
    lines: sent.map((line) => ({
      ...{ id: randomUUID(), description: text(line['Description']), quantity: Number(line['Quantity'] ?? 1) },
      ...{ unitAmount: Number(line['UnitAmount'] ?? 0), account: text(line['AccountCode']) },
      ...{ taxType: text(line['TaxType']), cents: 0, tax: 0 },
    })),
  };
  books.documents.push(document);
  books.settle(document);
  if (document.total < 0) {
    books.documents.pop();
    throw new Refused('The document total must not be below zero.');
  }
  return document;
}

function contactFor(books: Books, told: Told): string | null {
  const id = text(told['ContactID']);
  if (id !== '') return books.contacts.find((one) => one.id === id && !one.archived)?.id ?? null;
  const name = text(told['Name']);
  if (name === '') return null;
  const known = books.contacts.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (known) return known.id;
  // Xero makes a contact of a new name, which is why nobody should send one.
  const made = { id: randomUUID(), name, email: '', archived: false };
  books.contacts.push(made);
  return made.id;
}

function lineFaults(books: Books, line: Told): string[] {
  const account = text(line['AccountCode']);
  const tax = text(line['TaxType']);
  const faults: string[] = [];
  if (text(line['Description']) === '') faults.push('Description must be supplied.');
  if (!books.accounts.some(({ code, type }) => code === account && type === 'REVENUE'))
    faults.push(`Account code '${account}' is not a valid code for this document.`);
  if (!books.taxRates.some(({ type }) => type === tax))
    faults.push(`The TaxType code '${tax}' does not exist or cannot be used for this type of transaction.`);
  const given = line['LineAmount'];
  const expected = lineCents(line['Quantity'], line['UnitAmount']);
  if (given !== undefined && cents(given) !== expected)
    faults.push(`The line total ${String(given)} does not match the expected line total ${expected / 100}`);
  return faults;
}

const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['DRAFT', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'VOIDED'],
};

function changeStatus(books: Books, document: Document, told: Told): Document {
  const status = text(told['Status']);
  const same = status === document.status;
  if (!same && !FOLLOWS[document.status]?.includes(status))
    throw new Refused('Invoice not of valid status for modification');
  if (status === 'VOIDED' && books.paidOf(document.id) + books.creditedOf(document.id) > 0)
    throw new Refused('Invoice with payments or credits cannot be voided');
  if (!same) {
    document.status = status as Document['status'];
    books.settle(document);
  }
  return document;
}

/** Makes a contact. A name is one contact's alone. */
export function putContact(books: Books, told: Told) {
  const name = text(told['Name']).trim();
  if (name === '') throw new Refused('The Contact Name cannot be empty.');
  if (books.contacts.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw new Refused(
      `The contact name ${name} is already assigned to another contact. The contact name must be unique across all active contacts.`,
    );
  const made = { id: randomUUID(), name, email: text(told['EmailAddress']), archived: false };
  books.contacts.push(made);
  return made;
}

/** Uses a credit note for an invoice. */
export function allocate(books: Books, credit: Document, told: Told): void {
  const invoice = books.documents.find(({ id }) => id === toldOf(told['Invoice'])['InvoiceID']);
  const whole = cents(told['Amount']);
  if (invoice?.kind !== 'invoice') throw new Refused('The invoice to allocate to was not found.');
  if (credit.status !== 'AUTHORISED') throw new Refused('Credit note not of valid status for allocation');
  if (whole <= 0 || whole > books.dueOf(credit)) throw new Refused('Amount exceeds the remaining credit.');
  if (whole > books.dueOf(invoice)) throw new Refused('Allocation exceeds the amount outstanding on this document.');
  books.allocations.push({
    credit: credit.id,
    invoice: invoice.id,
    cents: whole,
    date: text(told['Date']).slice(0, 10),
  });
  books.settle(credit);
  books.settle(invoice);
}

/** Records a payment that was sent. */
export function putPayment(books: Books, told: Told): Payment {
  const invoice = books.documents.find(({ id }) => id === toldOf(told['Invoice'])['InvoiceID']);
  const account = text(toldOf(told['Account'])['Code']);
  const whole = cents(told['Amount']);
  if (invoice?.kind !== 'invoice') throw new Refused('Invoice could not be found');
  if (!books.accounts.some((one) => one.code === account && one.paysTo))
    throw new Refused('Account could not be found');
  if (whole <= 0 || whole > books.dueOf(invoice))
    throw new Refused('Payment amount exceeds the amount outstanding on this document');
  const made = books.pay(invoice.number, whole, text(told['Date']).slice(0, 10), text(told['Reference']));
  made.account = account;
  return made;
}
