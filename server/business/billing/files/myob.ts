import { addressLines, amountIn, type BooksFile, dateIn, memoOf } from './file.ts';

/**
 * MYOB’s import of service sales (MYOB help, “Import and export fields”): a row for each line, an empty line after each invoice, amounts
 * before and with tax. Fields are matched by their names; `I` is a sale that is an invoice. What is below zero becomes a credit.
 */
export const myobFile: BooksFile = {
  columns: [
    ...['Co./Last Name', 'Addr 1 - Line 1', 'Addr 1 - Line 2', 'Addr 1 - Line 3', 'Addr 1 - Line 4', 'Inclusive'],
    ...['Invoice No.', 'Date', 'Customer PO', 'Description', 'Account No.', 'Amount', 'Inc-Tax Amount'],
    ...['Journal Memo', 'Tax Code', 'GST Amount', 'Sale Status', 'Currency Code', 'Balance Due Date'],
  ],
  apart: true,
  rows: (invoice, { account, dates }) =>
    invoice.lines.map(({ name, quantity, unit, amount, tax, taxName }) => {
      const { number, currency, buyer, issuedOn, dueOn } = invoice;
      const many = `${quantity.replace(/^-/, '')}${unit ? ` ${unit}` : ''}`;
      return [
        ...[buyer.name, ...addressLines(buyer.address), '', number, dateIn(issuedOn, dates), buyer.reference],
        ...[`${name} (${many})`, account, amountIn(amount, currency), amountIn(amount + tax, currency)],
        ...[memoOf(invoice), taxName, amountIn(tax, currency), 'I', currency, dateIn(dueOn, dates)],
      ];
    }),
};
