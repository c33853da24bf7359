import { expect, test } from 'vitest';
import { dayStart } from './day.ts';

test('a day begins where the reader is, and is as long as it is there', () => {
  expect(dayStart('2026-11-27', 'Australia/Sydney')).toBe('2026-11-26T13:00:00.000Z');
  expect(dayStart('2026-11-27', 'UTC', 1)).toBe('2026-11-28T00:00:00.000Z');
  // 25 hours: the clocks go back.
  expect(dayStart('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  expect(dayStart('2026-10-25', 'Europe/Berlin', 1)).toBe('2026-10-25T23:00:00.000Z');
});

test('what is no day has no beginning', () => {
  for (const text of ['', 'tomorrow', '2026-02-30', '2026-11-27T10:00', '12-2026-01'])
    expect(dayStart(text, 'UTC')).toBeNull();
  // Where clocks were half a day ahead, the first day began in a year that the database does not know.
  expect(dayStart('0001-01-01', 'Pacific/Apia')).toBeNull();
});
