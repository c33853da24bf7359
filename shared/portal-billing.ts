import Type, { type Static } from 'typebox';
import { BlockLeft, InvoiceRow, InvoiceView } from './billing.ts';
import { Nullable, Page } from './http.ts';

const Minor = Type.Integer({ description: 'Minor units of the currency' });
const Day = Type.String({ format: 'date' });

const { client: _, ...row } = InvoiceRow.properties;
/** An invoice or a credit of one’s own company. */
export const PortalInvoiceRow = Type.Object(row);
export type PortalInvoiceRow = Static<typeof PortalInvoiceRow>;
export const PortalInvoicePage = Page(PortalInvoiceRow);

const PortalInvoiceLine = Type.Object({
  name: Type.String(),
  unit: Type.String(),
  quantity: Type.String(),
  price: Type.String(),
  amount: Minor,
  taxName: Type.String(),
  taxPercent: Type.String(),
  tax: Minor,
  taxNote: Type.String(),
  work: Type.Array(
    Type.Object({
      day: Day,
      workType: Nullable(Type.String()),
      seconds: Type.Integer({ description: 'What of the work is in this line, after rounding' }),
      amount: Minor,
    }),
  ),
});

const { seller, net, tax, reason, credits, creditedBy } = InvoiceView.properties;
/** An invoice with its lines and the work in them, and what settled it. */
export const PortalInvoiceView = Type.Object({
  ...row,
  ...{ seller, net, tax, reason, credits, creditedBy },
  lines: Type.Array(PortalInvoiceLine),
  payments: Type.Array(Type.Object({ amount: Minor, paidOn: Day })),
});
export type PortalInvoiceView = Static<typeof PortalInvoiceView>;

/** What is left of a block that was paid ahead: seconds of hours, minor units of money. */
const PaidAhead = Type.Object({ ...BlockLeft.properties, currency: Type.String() });
export type PaidAhead = Static<typeof PaidAhead>;

/** How a company stands with its provider: what it owes in each currency, and what is left of what it paid ahead. */
export const PortalAccount = Type.Object({
  owed: Type.Array(Type.Object({ currency: Type.String(), open: Minor, overdue: Minor })),
  blocks: Type.Array(PaidAhead),
});
export type PortalAccount = Static<typeof PortalAccount>;
