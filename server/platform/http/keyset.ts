import { invalid } from '#kernel/errors.ts';

/** Where a page ended: the sort values of its last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of `length` values; anything else names the field and says what to do. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain =
      Array.isArray(values) &&
      values.every((value) => value === null || typeof value === 'string' || typeof value === 'number');
    if (plain && values.length === length) return values as (string | number | null)[];
  } catch {
    // Falls through to the same refusal as any other text that is no cursor.
  }
  throw invalid([{ path: 'cursor', message: 'must be the nextCursor of the page before, unchanged' }]);
}

/** Cuts `limit + 1` rows to a page; the extra row only tells that there is more. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => readonly (string | number | null)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
