import type { Books, Contact, Document, Payment } from './books.ts';
import { amount } from './money.ts';

/** `/Date(1795478400000+0000)/`, as Xero writes instants in JSON. */
export const netDate = (ms: number): string => `/Date(${ms}+0000)/`;
const dayDate = (day: string) => netDate(Date.parse(`${day}T00:00:00Z`));

export const contactShape = ({ id, name, email, archived }: Contact) => ({
  ...{ ContactID: id, ContactStatus: archived ? 'ARCHIVED' : 'ACTIVE', Name: name, EmailAddress: email },
  ...{ IsCustomer: true, HasValidationErrors: false },
});

export const paymentShape = (payment: Payment, number: string) => ({
  ...{ PaymentID: payment.id, Date: dayDate(payment.date), Amount: amount(payment.cents) },
  ...{ Reference: payment.reference, PaymentType: 'ACCRECPAYMENT', Status: payment.deleted ? 'DELETED' : 'AUTHORISED' },
  ...{ Invoice: { InvoiceID: payment.invoice, InvoiceNumber: number }, UpdatedDateUTC: netDate(payment.updatedAt) },
});

/** An invoice or a credit note as it is listed. */
export function documentShape(books: Books, document: Document): Record<string, unknown> {
  const isCredit = document.kind === 'credit';
  const contact = books.contacts.find(({ id }) => id === document.contact);
  const due = books.dueOf(document);
  const shape = {
    ...{ Type: isCredit ? 'ACCRECCREDIT' : 'ACCREC', Status: document.status, Reference: document.reference },
    Contact: { ContactID: document.contact, Name: contact?.name ?? '' },
    ...{ Date: dayDate(document.date), DateString: `${document.date}T00:00:00`, CurrencyCode: document.currency },
    ...{ LineAmountTypes: 'Exclusive', SubTotal: amount(document.total - document.tax) },
    ...{ TotalTax: amount(document.tax), Total: amount(document.total), UpdatedDateUTC: netDate(document.updatedAt) },
    LineItems: document.lines.map((line) => ({
      ...{ LineItemID: line.id, Description: line.description, Quantity: line.quantity, UnitAmount: line.unitAmount },
      ...{
        AccountCode: line.account,
        TaxType: line.taxType,
        LineAmount: amount(line.cents),
        TaxAmount: amount(line.tax),
      },
    })),
    HasErrors: false,
  };
  if (isCredit)
    return {
      ...{ CreditNoteID: document.id, CreditNoteNumber: document.number, ...shape, RemainingCredit: amount(due) },
      Allocations: books.allocations
        .filter(({ credit }) => credit === document.id)
        .map((one) => ({ Amount: amount(one.cents), Date: dayDate(one.date), Invoice: { InvoiceID: one.invoice } })),
    };
  const payments = books.payments.filter((one) => one.invoice === document.id && !one.deleted);
  return {
    ...{ InvoiceID: document.id, InvoiceNumber: document.number, ...shape, Url: document.url || undefined },
    ...(document.dueDate ? { DueDate: dayDate(document.dueDate), DueDateString: `${document.dueDate}T00:00:00` } : {}),
    ...{ AmountDue: amount(due), AmountPaid: amount(books.paidOf(document.id)) },
    AmountCredited: amount(books.creditedOf(document.id)),
    ...(document.status === 'PAID' && payments.length > 0
      ? { FullyPaidOnDate: dayDate(payments.at(-1)?.date ?? document.date) }
      : {}),
    Payments: payments.map((one) => ({
      ...{ PaymentID: one.id, Date: dayDate(one.date), Amount: amount(one.cents), Reference: one.reference },
    })),
  };
}
