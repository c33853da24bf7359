import { expect, test } from 'vitest';
import { daysUntil, untilWords } from './until-words.ts';

test('a day is as far away as the calendar says, at whatever time of day one looks', () => {
  for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
    const now = Date.parse(`2026-11-29T${time}Z`);
    expect(daysUntil('2026-11-29', now)).toBe(0);
    expect(daysUntil('2026-11-30', now)).toBe(1);
    expect(daysUntil('2026-11-25', now)).toBe(-4);
    expect(daysUntil('2027-11-29', now)).toBe(365);
  }
});

test('it is told in words', () => {
  expect([0, 1, 30, -1, -4].map(untilWords)).toEqual([
    'Today',
    'In 1 day',
    'In 30 days',
    'Ended 1 day ago',
    'Ended 4 days ago',
  ]);
});
