/** How a client stands in a run of billing. */
export const BILL_STATES = ['ready', 'review', 'blocked', 'issued', 'nothing'] as const;
export type BillState = (typeof BILL_STATES)[number];
export const BILL_STATE_WORDS: Readonly<Record<BillState, string>> = {
  ready: 'Ready',
  review: 'Needs review',
  blocked: 'Blocked',
  issued: 'Issued',
  nothing: 'Nothing to bill',
};

export const INVOICE_STATES = ['open', 'part_paid', 'paid', 'overdue', 'credited'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export const INVOICE_STATE_WORDS: Readonly<Record<InvoiceState, string>> = {
  open: 'Open',
  part_paid: 'Part paid',
  paid: 'Paid',
  overdue: 'Overdue',
  credited: 'Credited',
};

export const INVOICE_KINDS = ['invoice', 'credit'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** Programs that keep the books, as files of invoices are written for them. */
export const BOOK_KINDS = ['xero', 'myob', 'quickbooks'] as const;
export type BookKind = (typeof BOOK_KINDS)[number];
export const BOOK_WORDS: Readonly<Record<BookKind, string>> = { xero: 'Xero', myob: 'MYOB', quickbooks: 'QuickBooks' };

/** In which order a program expects day and month. */
export const DATE_ORDERS = ['day_first', 'month_first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
