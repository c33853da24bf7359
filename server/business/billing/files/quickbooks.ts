import { reckoned } from './booked-line.ts';
import { amountIn, type BooksFile, dateIn, figure, memoOf } from './file.ts';

/** QuickBooks Online’s import of invoices (its help, “Import invoices”): a row for each line, amounts before tax. */
export const quickbooksFile: BooksFile = {
  columns: [
    ...['*InvoiceNo', '*Customer', '*InvoiceDate', '*DueDate', 'Terms', 'Location', 'Memo', 'Item(Product/Service)'],
    ...['ItemDescription', 'ItemQuantity', 'ItemRate', '*ItemAmount', '*ItemTaxCode', 'ItemTaxAmount', 'Currency'],
    'Service Date',
  ],
  rows: (invoice, { account, dates }) =>
    invoice.lines.map((line) => {
      const { number, currency, buyer, issuedOn, dueOn } = invoice;
      const { name, quantity, price } = reckoned(line, currency);
      return [
        ...[number, buyer.name, dateIn(issuedOn, dates), dateIn(dueOn, dates), '', '', memoOf(invoice), account, name],
        ...[figure(quantity), figure(price), amountIn(line.amount, currency), line.taxName],
        ...[amountIn(line.tax, currency), currency, ''],
      ];
    }),
};
