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
