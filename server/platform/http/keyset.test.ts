import { expect, test } from 'vitest';
import { Fault } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { decodeCursor, encodeCursor, pageOf } from './keyset.ts';

test('a page is cut at its limit and its cursor says where it ended', () => {
  const rows = ['a', 'b', 'c'].map((name) => ({ name, id: newId() }));
  const page = pageOf(rows, 2, (row) => [row.name, row.id]);
  expect(page.items).toEqual(rows.slice(0, 2));
  expect(decodeCursor(page.nextCursor ?? '', ['text', 'id'])).toEqual(['b', rows[1]?.id]);
  expect(pageOf(rows, 3, (row) => [row.name]).nextCursor).toBeNull();
  expect(decodeCursor(undefined, ['text'])).toBeNull();
});

test.each([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('nonsense').toString('base64url')],
  ['too short', encodeCursor(['a'])],
  ['no id', encodeCursor(['a', 'b'])],
  ['a number for a text', encodeCursor([1, newId()])],
  ['a NUL', encodeCursor(['\0', newId()])],
  ['an object', Buffer.from('{"length":2}').toString('base64url')],
])('a cursor that is %s is refused by name', (_, cursor) => {
  const refusal = (() => {
    try {
      return decodeCursor(cursor, ['text', 'id']);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(Fault);
  expect(refusal).toMatchObject({ status: 400, errors: [{ path: 'cursor' }] });
});

test('instants and numbers are taken as such only', () => {
  expect(decodeCursor(encodeCursor([3, '2026-11-24T09:00:00.000Z']), ['number', 'instant'])).not.toBeNull();
  expect(() => decodeCursor(encodeCursor([3, '2026-13-44T09:00:00Z']), ['number', 'instant'])).toThrow(Fault);
});
