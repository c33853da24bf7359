import { reckoned } from '#server/business/billing/index.ts';
import type { AccountKey } from '#shared/accounting-words.ts';
import type { BookLine, Outgoing } from './outgoing.ts';

/** Codes by what they stand for: `account contract`, `tax GST 10`. */
export type Codes = ReadonlyMap<string, string>;

/** What a tax on invoices is known by: its name and per cent, as they stand there. */
export const taxKey = ({ taxName, taxPercent }: Pick<BookLine, 'taxName' | 'taxPercent'>): string =>
  `${taxName} ${taxPercent}`;

export const accountKey = ({ chargeId, month }: Pick<BookLine, 'chargeId' | 'month'>): AccountKey =>
  chargeId !== null ? 'charge' : month !== null ? 'contract' : 'time';

const LONGEST = 4_000;

/**
 * An invoice or credit as Xero takes it, as a draft; or what has no name there yet, in sentences. Amounts of a credit are above zero there.
 * Xero works out lines and tax by itself, so quantity and price are such that it comes to the same; the totals are compared afterwards.
 */
export function compose(
  document: Outgoing,
  codes: Codes,
  url: string | null,
): { readonly element: object } | { readonly missing: readonly string[] } {
  const { number, buyer, name, currency, lines, contactId, credits } = document;
  const missing = new Set<string>();
  if (contactId === null) missing.add(`${document.client.name} has no contact in Xero yet: choose one under Clients.`);
  const sign = document.kind === 'credit' ? -1 : 1;
  const LineItems = lines.map((line) => {
    const account = codes.get(`account ${accountKey(line)}`) ?? codes.get('account default');
    const tax = codes.get(`tax ${taxKey(line)}`);
    if (account === undefined)
      missing.add('No account is chosen for this kind of line yet: choose one under Accounts.');
    if (tax === undefined)
      missing.add(`The tax ${line.taxName} ${line.taxPercent} % has no name in Xero yet: choose one under Taxes.`);
    const flipped = sign < 0 ? { ...line, amount: -line.amount, quantity: negated(line.quantity) } : line;
    const { name: words, quantity, price } = reckoned(flipped, currency);
    return {
      ...{ Description: words.slice(0, LONGEST), Quantity: Number(quantity), UnitAmount: Number(price) },
      ...{ AccountCode: account, TaxType: tax },
    };
  });
  if (missing.size > 0) return { missing: [...missing] };
  const shared = {
    ...{ Contact: { ContactID: contactId }, Date: document.issuedOn, CurrencyCode: currency, Status: 'DRAFT' },
    ...{ LineAmountTypes: 'Exclusive', LineItems },
  };
  if (document.kind === 'credit')
    return {
      element: { Type: 'ACCRECCREDIT', CreditNoteNumber: number, Reference: credits ?? name, ...shared },
    };
  return {
    element: {
      ...{
        Type: 'ACCREC',
        InvoiceNumber: number,
        Reference: buyer.reference || name,
        DueDate: document.dueOn,
        ...shared,
      },
      ...(url === null ? {} : { Url: url }),
    },
  };
}

const negated = (quantity: string): string => (quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`);
