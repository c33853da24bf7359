import { expect, test } from 'vitest';
import { standInDays } from './stand-in-days.ts';

test.each([
  ['', '2026-12-06', 'Europe/Berlin', { untilAt: '2026-12-06T22:59:59.000Z' }],
  [
    '2026-12-01',
    '2026-12-06',
    'America/New_York',
    { fromAt: '2026-12-01T05:00:00.000Z', untilAt: '2026-12-07T04:59:59.000Z' },
  ],
  [
    '2026-12-01',
    '2026-12-06',
    'Australia/Sydney',
    { fromAt: '2026-11-30T13:00:00.000Z', untilAt: '2026-12-06T12:59:59.000Z' },
  ],
  ['2026-12-01', '', 'UTC', null],
])('from the start of %s to the end of %s by the clocks of %s', (from, until, zone, days) => {
  expect(standInDays(from, until, zone)).toEqual(days);
});
