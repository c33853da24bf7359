import { parse } from 'csv-parse/sync';
import { COLUMNS, type Column } from './columns.ts';
import { instantOf } from './instant.ts';

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

export type Header = ReadonlyMap<Column, number>;
export type Refused = { line: number; ref: string | null; text: string };

/** Where each column stands. Throws, naming the columns that are missing. */
export function parseHeader(text: string): Header {
  const names = cellsOf(text.replace(/^\uFEFF/, '')) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new Error(
      `This is no ServiceNow incident log: its first line lacks ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}.`,
    );
  return new Map(COLUMNS.map((column) => [column, names.indexOf(column)]));
}

/** The cells of a line. A quote that does not close spoils its own line, never those that follow. */
function cellsOf(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',');
  try {
    return (parse(text, { relax_column_count: true }) as string[][])[0] ?? null;
  } catch {
    return null;
  }
}

/** Reads one line; what cannot be read is refused with the reason and, where it can be told, the incident it belongs to. */
export function parseRow(text: string, line: number, header: Header, timeZone: string): LogRow | Refused {
  const cells = cellsOf(text);
  const ref = /^[A-Z]{2,10}\d{1,12}$/.exec(text.slice(0, text.indexOf(',')))?.[0] ?? null;
  const refuse = (reason: string): Refused => ({ line, ref, text: reason });
  if (!cells) return refuse('has a quotation mark that does not close');
  if (cells.length < header.size) return refuse(`has ${cells.length} cells instead of ${header.size}`);
  const values = {} as Record<Column, string | null>;
  for (const [column, index] of header) {
    const value = cells[index]?.trim() ?? '';
    values[column] = value === '?' || value === '' ? null : value;
  }
  if (!ref || cells.length !== header.size)
    return refuse(ref ? `has ${cells.length} cells instead of ${header.size}` : 'begins with no incident number');
  const wrong: string[] = [];
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
