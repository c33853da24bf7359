import { reckoned } from './booked-line.ts';
import { addressLines, amountIn, type BooksFile, dateIn, figure } from './file.ts';

/**
 * Xero’s import of sales invoices (Xero Central, “Import sales invoices”): a row for each line, an invoice is the rows of one number. Tax
 * goes by the name that Xero shows. What is below zero altogether becomes a credit note.
 */
export const xeroFile: BooksFile = {
  columns: [
    ...['*ContactName', 'EmailAddress', 'POAddressLine1', 'POAddressLine2', 'POAddressLine3', 'POAddressLine4'],
    ...['POCity', 'PORegion', 'POPostalCode', 'POCountry', '*InvoiceNumber', 'Reference', '*InvoiceDate', '*DueDate'],
    ...['InventoryItemCode', '*Description', '*Quantity', '*UnitAmount', 'Discount', '*AccountCode', '*TaxType'],
    ...['TaxAmount', 'TrackingName1', 'TrackingOption1', 'TrackingName2', 'TrackingOption2', 'Currency'],
    'BrandingTheme',
  ],
  rows: (invoice, { account, dates }) =>
    invoice.lines.map((line) => {
      const { number, currency, buyer, issuedOn, dueOn } = invoice;
      const { name, quantity, price } = reckoned(line, currency);
      return [
        ...[buyer.name, buyer.mail, ...addressLines(buyer.address), '', '', '', '', number, referenceOf(invoice)],
        ...[dateIn(issuedOn, dates), dateIn(dueOn, dates), '', name, figure(quantity), figure(price), '', account],
        ...[line.taxName, amountIn(line.tax, currency), '', '', '', '', currency, ''],
      ];
    }),
};

const referenceOf = ({ credits, buyer, name }: Parameters<BooksFile['rows']>[0]): string =>
  credits ? `Credits ${credits}` : buyer.reference || name;
