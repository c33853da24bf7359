import { readCsv, uncell } from '#shared/csv-words.ts';
import { ONE_LINE } from '#shared/http.ts';

/** A row of a vendor's list: who has how many of what. */
export type ListedRow = {
  readonly line: number;
  readonly client: string;
  readonly product: string;
  /** Digits, up to four behind the point. */
  readonly quantity: string;
};
export type VendorListFault = { readonly line: number; readonly column: string; readonly message: string };
export type VendorListRead = {
  readonly rows: readonly ListedRow[];
  readonly faults: readonly VendorListFault[];
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
const ONE = new RegExp(ONE_LINE, 'u');
const NUMBER = /^\d{1,8}(\.\d{1,4})?$/;
/** Marks of thousands, which one country writes as another writes its decimals. */
const THOUSANDS = /^\d{1,3}([.,' ]\d{3})+$/;

/**
 * Reads a list of a vendor: commas, semicolons or tabs, with the names of the columns in the first line, in any order. What is wrong is
 * named by line and column; with any fault nothing of the list should be taken.
 */
export function readVendorList(text: string): VendorListRead {
  const all = readCsv(text);
  if (!all) return whole('has a quotation mark that is never closed');
  const [head, ...lines] = all;
  if (!head) return whole('is empty');
  const names = head.values.map(plain);
  const at = Object.fromEntries(
    COLUMNS.map((column) => [column, names.findIndex((name) => CALLED[column].includes(name))]),
  );
  const missing = COLUMNS.filter((column) => at[column] === -1);
  if (missing.length > 0) {
    const wanted = missing.map((column) => `“${column}” (or ${CALLED[column].slice(1, 4).join(', ')})`).join(' and ');
    return whole(`lacks the column ${wanted} in its first line`);
  }
  const twice = COLUMNS.find((column) => names.filter((name) => CALLED[column].includes(name)).length > 1);
  if (twice)
    return {
      ...whole('stands in the first line more than once'),
      faults: [fault(1, twice, 'stands in the first line more than once')],
    };
  if (lines.length === 0) return whole('has no rows below the names of its columns');
  if (lines.length > MOST_ROWS)
    return whole(
      `has ${lines.length.toLocaleString('en')} rows; at most ${MOST_ROWS.toLocaleString('en')} are taken at once`,
    );
  const faults: VendorListFault[] = [];
  const rows = lines.map(({ line, values }): ListedRow => {
    const value = (column: Column) => uncell(values[at[column] ?? -1] ?? '').trim();
    for (const column of ['client', 'product'] as const) {
      const wrong = nameFault(value(column));
      if (wrong) faults.push(fault(line, column, wrong));
    }
    const wrong = quantityFault(value('quantity'));
    if (wrong) faults.push(fault(line, 'quantity', wrong));
    return { line, client: value('client'), product: value('product'), quantity: value('quantity') };
  });
  const read = new Set(Object.values(at));
  const ignored = head.values.filter((name, nth) => !read.has(nth) && ONE.test(name)).map((name) => name.slice(0, 60));
  return { rows, faults, ignored: ignored.slice(0, 20) };
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const fault = (line: number, column: string, message: string): VendorListFault => ({ line, column, message });
const whole = (message: string): VendorListRead => ({ rows: [], faults: [fault(1, 'the list', message)], ignored: [] });

function nameFault(name: string): string | null {
  if (name === '') return 'must be said';
  if (name.length > MOST_LETTERS) return `must have at most ${MOST_LETTERS} letters`;
  if (name.includes('\ufffd')) return 'has letters that were lost: save the file as UTF-8 and take it again';
  return ONE.test(name) && name.isWellFormed() ? null : 'must be one line, without control characters';
}

function quantityFault(text: string): string | null {
  if (text === '') return 'must be said';
  if (/^-\s*\d/.test(text)) return 'must not be below 0';
  if (THOUSANDS.test(text)) return `“${text}” must be written without marks for thousands, such as 1234`;
  if (!NUMBER.test(text)) return 'must be a number from 0 such as 12 or 2.5';
  return Number(text) > MOST ? `must be at most ${MOST.toLocaleString('en')}` : null;
}
