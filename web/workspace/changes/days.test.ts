import { expect, test } from 'vitest';
import { daysOf, firstHour, isLong, placed, stepped, weeksIn } from './days.ts';

const HOUR = 3_600_000;

test('a week begins on Monday, and a day is as long as the clocks make it', () => {
  const days = daysOf('week', '2026-10-25', 'Europe/London');
  expect(days.map(({ date }) => date).join(' ')).toBe(
    '2026-10-19 2026-10-20 2026-10-21 2026-10-22 2026-10-23 2026-10-24 2026-10-25',
  );
  expect(days.map(({ from, to }) => (to - from) / HOUR)).toEqual([24, 24, 24, 24, 24, 24, 25]);
  expect(days.every(({ to }, at) => days[at + 1] === undefined || days[at + 1]?.from === to)).toBe(true);
});

test('a month shows its weeks whole, and one steps from month to month whatever the day', () => {
  const days = daysOf('month', '2026-08-31', 'UTC');
  expect([days[0]?.date, days.at(-1)?.date, days.length]).toEqual(['2026-07-27', '2026-09-06', 42]);
  expect(weeksIn(days).map(([monday]) => monday?.date.slice(5))).toEqual(
    '07-27 08-03 08-10 08-17 08-24 08-31'.split(' '),
  );
  expect(daysOf('month', '2027-02-10', 'UTC')).toHaveLength(28);
  expect([stepped('month', '2026-01-31', 1), stepped('month', '2026-01-31', -1)]).toEqual(['2026-02-01', '2025-12-01']);
  expect(stepped('week', '2026-12-28', 1)).toBe('2027-01-04');
});

test('what is on at once stands beside each other, and what goes over midnight is cut', () => {
  const [day] = daysOf('list', '2026-12-07', 'UTC');
  if (!day) throw new Error('There is no day');
  const at = (from: number, to: number) => ({
    from: new Date(day.from + from * HOUR).toISOString(),
    to: new Date(day.from + to * HOUR).toISOString(),
  });
  const found = placed([at(-2, 6), at(5, 7), at(6, 12), at(12, 18), at(24, 25)], day);
  expect(found.map(({ top, height, lane, lanes }) => [top * 24, Math.round(height * 24), lane, lanes])).toEqual([
    [0, 6, 0, 2],
    [5, 2, 1, 2],
    [6, 6, 0, 2],
    [12, 6, 0, 1],
  ]);
});

test('a night is no long change, and days are', () => {
  const from = '2026-12-07T22:00:00.000Z';
  expect(isLong({ from, to: '2026-12-08T06:00:00.000Z' })).toBe(false);
  expect(isLong({ from, to: '2026-12-08T22:00:00.000Z' })).toBe(false);
  expect(isLong({ from, to: '2026-12-10T06:00:00.000Z' })).toBe(true);
});

test('a week opens where the earliest of it begins by its own days, and in the morning where nothing does', () => {
  const days = daysOf('week', '2026-11-30', 'UTC');
  const night = { from: '2026-12-01T22:30:00Z', to: '2026-12-02T02:00:00Z' };
  const noon = { from: '2026-12-03T12:00:00Z', to: '2026-12-03T13:00:00Z' };
  const before = { from: '2026-11-29T23:00:00Z', to: '2026-11-30T01:00:00Z' };
  expect(firstHour([night], days)).toBe(22);
  expect(firstHour([night, noon], days)).toBe(12);
  expect([firstHour([before], days), firstHour([], days)]).toEqual([7, 7]);
});
