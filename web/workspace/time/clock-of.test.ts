import { expect, test } from 'vitest';
import { clockOf } from './clock-of.ts';

const NOW = Date.parse('2026-11-30T10:00:00Z');

test('a timer shows what it ran before and since; a clock that is behind takes nothing away', () => {
  expect(clockOf({ seconds: 245, runningSince: null }, NOW)).toBe('4:05');
  expect(clockOf({ seconds: 0, runningSince: '2026-11-30T08:55:55Z' }, NOW)).toBe('1:04:05');
  expect(clockOf({ seconds: 59, runningSince: '2026-11-30T09:59:59Z' }, NOW)).toBe('1:00');
  expect(clockOf({ seconds: 5, runningSince: '2026-11-30T10:00:09Z' }, NOW)).toBe('0:05');
});
