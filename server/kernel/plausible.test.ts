import { expect, test } from 'vitest';
import { isPlausible } from './plausible.ts';

test('an instant can be meant from 2000 until ten years from now', () => {
  const now = '2026-11-30T00:00:00.000Z';
  const asked = [
    '1999-12-31T23:59:59.999Z',
    '2000-01-01T00:00:00Z',
    '2036-11-30T00:00:00Z',
    '2036-11-30T00:00:00.001Z',
  ];
  expect(asked.map((at) => isPlausible(at, now))).toEqual([false, true, true, false]);
});
