import { type ListFault, nameFault, numberFault, readListed } from './listed-rows.ts';

/** A row of a vendor's list: who has how many of what. */
export type ListedRow = {
  readonly line: number;
  readonly client: string;
  readonly product: string;
  /** Digits, up to four behind the point. */
  readonly quantity: string;
};
export type VendorListRead = {
  readonly rows: readonly ListedRow[];
  readonly faults: readonly ListFault[];
  /** Columns that are not read. */
  readonly ignored: readonly string[];
};

const COLUMNS = ['client', 'product', 'quantity'] as const;
type Column = (typeof COLUMNS)[number];
/** What vendors call the columns, without blanks and marks. */
const CALLED: Readonly<Record<Column, readonly string[]>> = {
  client: [
    ...['client', 'clientname', 'customer', 'customername', 'company', 'companyname', 'tenant', 'tenantname'],
    ...['organisation', 'organization', 'account', 'accountname'],
  ],
  product: [
    'product',
    'productname',
    'licence',
    'license',
    'subscription',
    'subscriptionname',
    'offer',
    'offername',
    'sku',
    'skuname',
  ],
  quantity: ['quantity', 'qty', 'seats', 'seatcount', 'units', 'count', 'licences', 'licenses', 'number'],
};
const MOST_ROWS = 10_000;
const MOST_LETTERS = 200;
const MOST = 10_000_000;

/**
 * Reads a list of a vendor: commas, semicolons or tabs, with the names of the columns in the first line, in any order. What is wrong is
 * named by line and column; with any fault nothing of the list should be taken.
 */
export function readVendorList(text: string): VendorListRead {
  const { lines, faults: found, ignored } = readListed(text, { called: CALLED, needed: COLUMNS, mostRows: MOST_ROWS });
  const faults = [...found];
  const rows = lines.map(({ line, value }): ListedRow => {
    for (const column of ['client', 'product'] as const) {
      const wrong = nameFault(value(column), MOST_LETTERS);
      if (wrong) faults.push({ line, column, message: wrong });
    }
    const wrong = numberFault(value('quantity'), MOST, '12 or 2.5');
    if (wrong) faults.push({ line, column: 'quantity', message: wrong });
    return { line, client: value('client'), product: value('product'), quantity: value('quantity') };
  });
  return { rows, faults, ignored };
}
