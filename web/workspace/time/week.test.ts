import { expect, test } from 'vitest';
import { weekOf } from './week.ts';

test('a week begins on Monday, also across a year and where clocks change', () => {
  expect(weekOf('2026-11-29')).toEqual(weekOf('2026-11-23'));
  expect(weekOf('2026-11-30')[0]).toBe('2026-11-30');
  expect(weekOf('2027-01-01')).toEqual([
    ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    ...['2027-01-01', '2027-01-02', '2027-01-03'],
  ]);
  expect(weekOf('2026-10-04')[6]).toBe('2026-10-04');
});
