import { expect, test } from 'vitest';
import { inShort } from './in-short.ts';

test('a title of a usual length stays, a long one is cut between words, and one without any anywhere', () => {
  expect(inShort('Disk of ACME-DC01 is full')).toBe('Disk of ACME-DC01 is full');
  expect(inShort('x'.repeat(80))).toBe('x'.repeat(80));
  expect(inShort('word '.repeat(60))).toBe(`${'word '.repeat(15).trim()}…`);
  expect(inShort('x'.repeat(300))).toBe(`${'x'.repeat(79)}…`);
  expect(inShort('😀'.repeat(300))).toBe(`${'😀'.repeat(79)}…`);
});
