import { isDay } from '#kernel/day.ts';
import { Fault } from '#kernel/errors.ts';
import { isId } from '#kernel/ids.ts';
import { isInstant } from '#kernel/instant.ts';

type Value = string | number | null;

/** What each place of a cursor must hold, so that nothing else ever reaches a query. */
export type CursorKind = 'text' | 'number' | 'id' | 'text or null' | 'instant' | 'instant or null' | 'day or null';

const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0');

const FITS: Readonly<Record<CursorKind, (value: unknown) => boolean>> = {
  text: isText,
  'text or null': (value) => value === null || isText(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  id: (value) => typeof value === 'string' && isId(value),
  instant: isInstant,
  'day or null': (value) => value === null || (typeof value === 'string' && isDay(value)),
  'instant or null': (value) => value === null || isInstant(value),
};

/** Where a page ended: the sort values of its last row. */
export function encodeCursor(values: readonly Value[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor whose places hold these kinds of values; anything else is `malformed` (400) and names the field. */
export function decodeCursor(cursor: string | undefined, kinds: readonly CursorKind[]): Value[] | null {
  if (cursor === undefined) return null;
  const values = parse(cursor);
  if (Array.isArray(values) && values.length === kinds.length && kinds.every((kind, i) => FITS[kind](values[i])))
    return values as Value[];
  const message = 'must be the nextCursor of the page before, unchanged';
  throw new Fault('malformed', `cursor: ${message}`, { errors: [{ path: 'cursor', message }] });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Cuts `limit + 1` rows to a page; the extra row only tells that there is more. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => readonly Value[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
