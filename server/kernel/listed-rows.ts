import { readCsv, uncell } from '#shared/csv-words.ts';
import { ONE_LINE } from '#shared/http.ts';

/** What is wrong with a list, by its line and column. */
export type ListFault = { readonly line: number; readonly column: string; readonly message: string };
export type ListedLine<Column extends string> = {
  readonly line: number;
  /** What stands in a column; empty where the list has no such column. */
  readonly value: (column: Column) => string;
};
export type ListedLines<Column extends string> = {
  readonly lines: readonly ListedLine<Column>[];
  readonly faults: readonly ListFault[];
  /** Columns that are not read. */
  readonly ignored: readonly string[];
  /** Whether the list has a column at all. */
  readonly has: (column: Column) => boolean;
};

/** What columns a list has, and by which names (without blanks and marks, the first its own). */
export type ListShape<Column extends string> = {
  readonly called: Readonly<Record<Column, readonly string[]>>;
  readonly needed: readonly Column[];
  readonly mostRows: number;
};

const ONE = new RegExp(ONE_LINE, 'u');

/**
 * Reads a list: commas, semicolons or tabs, with the names of the columns in the first line, in any order. What is wrong with all of it is
 * said as a fault, and then there are no lines.
 */
export function readListed<Column extends string>(
  text: string,
  { called, needed, mostRows }: ListShape<Column>,
): ListedLines<Column> {
  const columns = Object.keys(called) as Column[];
  const all = readCsv(text);
  if (!all) return whole('has a quotation mark that is never closed');
  const [head, ...lines] = all;
  if (!head) return whole('is empty');
  const names = head.values.map(plain);
  const at = new Map(columns.map((column) => [column, names.findIndex((name) => called[column].includes(name))]));
  const missing = needed.filter((column) => at.get(column) === -1);
  if (missing.length > 0) {
    const wanted = missing.map((column) => `“${column}”${orElse(called[column])}`).join(' and ');
    return whole(`lacks the column ${wanted} in its first line`);
  }
  const twice = columns.find((column) => names.filter((name) => called[column].includes(name)).length > 1);
  if (twice) return refused({ line: 1, column: twice, message: 'stands in the first line more than once' });
  if (lines.length === 0) return whole('has no rows below the names of its columns');
  if (lines.length > mostRows)
    return whole(
      `has ${lines.length.toLocaleString('en')} rows; at most ${mostRows.toLocaleString('en')} are taken at once`,
    );
  const read = new Set(at.values());
  const ignored = head.values.filter((name, nth) => !read.has(nth) && ONE.test(name)).map((name) => name.slice(0, 60));
  return {
    lines: lines.map(({ line, values }) => ({
      line,
      value: (column) => uncell(values[at.get(column) ?? -1] ?? '').trim(),
    })),
    faults: [],
    ignored: ignored.slice(0, 20),
    has: (column) => at.get(column) !== -1,
  };
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const orElse = ([, ...others]: readonly string[]): string =>
  others.length > 0 ? ` (or ${others.slice(0, 3).join(', ')})` : '';
const refused = <Column extends string>(fault: ListFault): ListedLines<Column> => ({
  lines: [],
  faults: [fault],
  ignored: [],
  has: () => false,
});
const whole = <Column extends string>(message: string): ListedLines<Column> =>
  refused({ line: 1, column: 'the list', message });

/** What is wrong with a text as a name of at most so many letters; null where nothing is. */
export function nameFault(name: string, mostLetters: number): string | null {
  if (name === '') return 'must be said';
  if (name.length > mostLetters) return `must have at most ${mostLetters} letters`;
  if (name.includes('\ufffd')) return 'has letters that were lost: save the file as UTF-8 and take it again';
  return ONE.test(name) && name.isWellFormed() ? null : 'must be one line, without control characters';
}

/** Marks of thousands, which one country writes as another writes its decimals. */
const THOUSANDS = /^\d{1,3}([.,' ]\d{3})+$/;
const NUMBER = /^\d{1,8}(\.\d{1,4})?$/;

/** Thousands parted by commas where the point behind them says that they are: 1,899.00. In 1,899 it may be a decimal comma. */
const GROUPED = /^\d{1,3}(?:,\d{3})+\.\d+$/;

/** A number as it is written everywhere else, without commas between its thousands. */
export const ungrouped = (text: string): string => (GROUPED.test(text) ? text.replaceAll(',', '') : text);

/** What is wrong with a text as a number from 0, such as `such`; null where nothing is. */
export function numberFault(text: string, most: number, such: string): string | null {
  if (text === '') return 'must be said';
  if (/^-\s*\d/.test(text)) return 'must not be below 0';
  if (THOUSANDS.test(text)) return `“${text}” must be written without marks for thousands, such as 1234`;
  if (!NUMBER.test(text)) return `must be a number from 0 such as ${such}`;
  return Number(text) > most ? `must be at most ${most.toLocaleString('en')}` : null;
}
