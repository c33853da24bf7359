import Type, { type Static } from 'typebox';
import type { InvoiceRow } from './billing.ts';
import { Id } from './http.ts';

const minor = (description: string) => Type.Integer({ description: `${description}; minor units` });

/** What a client owes in a currency, by how long it is overdue. */
export const Receivable = Type.Object({
  client: Type.Object({ id: Id, name: Type.String() }),
  currency: Type.String(),
  open: minor('All of it'),
  notDue: minor('Not due yet'),
  to30: minor('Overdue for 1 to 30 days'),
  to60: minor('Overdue for 31 to 60 days'),
  to90: minor('Overdue for 61 to 90 days'),
  older: minor('Overdue for more than 90 days'),
});
export type Receivable = Static<typeof Receivable>;

export const ReceivableQuery = Type.Object({ clientId: Type.Optional(Id) });
export type ReceivableQuery = Static<typeof ReceivableQuery>;

/** An invoice as a statement of account lists it. */
export type OpenInvoice = Pick<InvoiceRow, 'number' | 'issuedOn' | 'dueOn' | 'currency' | 'total' | 'open' | 'state'>;
