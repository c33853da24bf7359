import { expect, test } from 'vitest';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { daysIn, daysOf, nameOf } from './period.ts';

test('months and quarters around a day, also over the turn of the year', () => {
  expect(daysOf('this-month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('last-month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(daysOf('this-quarter', '2026-11-28')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(daysOf('last-quarter', '2026-02-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(nameOf({ from: '2026-10-01', to: '2026-12-31' }, '2026-11-28')).toBe('this-quarter');
  expect(nameOf({ from: '2026-10-02', to: '2026-12-31' }, '2026-11-28')).toBeNull();
});

test('today is that of the client', () => {
  const now = Date.parse('2026-10-31T20:00:00Z');
  expect([dayIn(now, 'Australia/Sydney'), dayIn(now, 'America/New_York')]).toEqual(['2026-11-01', '2026-10-31']);
});

test('an address that is damaged asks for nothing', () => {
  expect(daysIn(new URLSearchParams('from=2026-10-01&to=2026-10-31'))).toEqual({
    from: '2026-10-01',
    to: '2026-10-31',
  });
  for (const search of ['', 'from=2026-10-01', 'from=2026-10-31&to=2026-10-01', 'from=2026-13-01&to=2026-13-02'])
    expect(daysIn(new URLSearchParams(search))).toBeNull();
});
