import { parse } from 'csv-parse/sync';
import { Fault } from '#kernel/errors.ts';
import { COLUMNS, type Column } from './columns.ts';
import { instantOf } from './instant.ts';
import type { Line } from './lines.ts';

const REF = /^[A-Z]{2,10}\d{1,12}$/;
const HIGHEST = 99_999_999;
/** As long as a name may be here; the log's own values are far shorter. */
const LONGEST_VALUE = 200;
/** What the decoder puts where bytes are no UTF-8, and what no database takes as text. */
const UNREADABLE = /[\uFFFD\0]/;

/** One line of the log, understood. `?` is null; instants are ISO 8601. */
export type LogRow = {
  line: number;
  ref: string;
  values: Record<Column, string | null>;
  at: string;
  openedAt: string;
  resolvedAt: string | null;
  closedAt: string | null;
  version: number;
  reassignments: number;
  reopens: number;
  /** 1 high … 3 low, and 1 critical … 5 planning; null where the log does not say. */
  impact: number | null;
  urgency: number | null;
  priority: number | null;
};

/** Where each column stands, and how many there are in all: an export may have more than we read. */
export type Header = { width: number; columns: ReadonlyMap<Column, number> };
export type Refused = { line: number; ref: string | null; text: string };

/** The refusal of a file whose first line is no header of such a log. */
export const noLog = (fault: string) =>
  new Fault('invalid', `This is no ServiceNow incident log: its first line ${fault}.`);

/** Where each column stands. Throws, naming the columns that are missing or there twice. */
export function parseHeader(text: string): Header {
  const names = (cellsOf(text.replace(/^\uFEFF/, '')) ?? []).map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const twice = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0) throw noLog(`lacks ${some(missing)}`);
  if (twice.length > 0) throw noLog(`names ${some(twice)} twice`);
  return { width: names.length, columns: new Map(COLUMNS.map((column) => [column, names.indexOf(column)])) };
}

const some = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;

/** The cells of a line. A quote that does not close spoils its own line, never those that follow. */
function cellsOf(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',');
  try {
    return (parse(text, { relax_column_count: true }) as string[][])[0] ?? null;
  } catch {
    return null;
  }
}

/** The incident that a line belongs to, as far as a damaged one tells; one cut off within the number does not. */
export function refOf(text: string, { columns }: Header, cells = cellsOf(text)): string | null {
  const name = cells?.[columns.get('number') ?? 0] ?? text.slice(0, Math.max(0, text.indexOf(',')));
  return REF.test(name.trim()) && cells?.length !== 1 ? name.trim() : null;
}

/** The digits of an incident's name, to be the number in its ticket's key; null where there are too many for one. */
export function numberOf(ref: string): number | null {
  const number = Number(/\d+$/.exec(ref)?.[0] ?? Number.NaN);
  return number <= HIGHEST ? number : null;
}

/** Whether a line only repeats the header, as files do that were put together from several. */
export function isHeader(text: string, { columns }: Header): boolean {
  return cellsOf(text)?.[columns.get('number') ?? 0]?.trim() === 'number';
}

/** Reads one line; what cannot be read is refused with the reason and, where it can be told, the incident it belongs to. */
export function parseRow({ number: line, text, isCut }: Line, header: Header, timeZone: string): LogRow | Refused {
  const { width, columns } = header;
  const cells = cellsOf(text);
  const ref = refOf(text, header, cells);
  const refuse = (reason: string): Refused => ({ line, ref, text: reason });
  if (isCut) return refuse(`is longer than ${text.length.toLocaleString('en')} characters`);
  if (UNREADABLE.test(text)) return refuse('holds bytes that are no UTF-8 text');
  if (!cells) return refuse('has a quotation mark that does not close');
  if (cells.length !== width) return refuse(`has ${cells.length} cells instead of ${width}`);
  if (!ref) return refuse('has no incident number');
  const values = {} as Record<Column, string | null>;
  for (const [column, index] of columns) {
    const value = cells[index]?.trim() ?? '';
    values[column] = value === '?' || value === '' ? null : value;
  }
  const wrong = COLUMNS.filter((column) => (values[column]?.length ?? 0) > LONGEST_VALUE).map(
    (column) => `${column} is longer than ${LONGEST_VALUE} characters`,
  );
  const instant = (column: Column): string | null => {
    const value = values[column];
    const at = value === null ? null : instantOf(value, timeZone);
    if (value !== null && at === null) wrong.push(`${column} is "${value}", which is no date D/M/YYYY HH:mm`);
    return at;
  };
  const count = (column: Column): number => {
    const value = values[column] ?? '';
    if (!/^\d{1,6}$/.test(value)) wrong.push(`${column} is "${value || '?'}", which is no count`);
    return Number(value);
  };
  const level = (column: Column, most: number): number | null => {
    const value = values[column];
    if (value === null) return null;
    const number = Number(/^(\d) - /.exec(value)?.[1] ?? 0);
    if (number < 1 || number > most) wrong.push(`${column} is "${value}", which is none of 1 to ${most}`);
    return number;
  };
  const [at, openedAt] = [instant('sys_updated_at'), instant('opened_at')];
  const row = {
    line,
    ref,
    values,
    at: at ?? '',
    openedAt: openedAt ?? '',
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    version: count('sys_mod_count'),
    reassignments: count('reassignment_count'),
    reopens: count('reopen_count'),
    impact: level('impact', 3),
    urgency: level('urgency', 3),
    priority: level('priority', 5),
  };
  if (values.sys_updated_at === null || values.opened_at === null)
    wrong.push('does not say when it was opened or updated');
  return wrong.length > 0 ? refuse(wrong.join('; ')) : row;
}
