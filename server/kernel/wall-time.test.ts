import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZONES } from './calendar/arbitrary.ts';
import { readWallTime, wallTime } from './wall-time.ts';

test('a time is read by the clocks of the zone', () => {
  const at = (zone: string) => readWallTime('2026-12-05T09:00', zone);
  expect(at('Australia/Sydney')).toEqual({ at: '2026-12-04T22:00:00.000Z', odd: null });
  expect(at('America/New_York')).toEqual({ at: '2026-12-05T14:00:00.000Z', odd: null });
  expect(at('Asia/Kathmandu')).toEqual({ at: '2026-12-05T03:15:00.000Z', odd: null });
  expect(at('UTC')).toEqual({ at: '2026-12-05T09:00:00.000Z', odd: null });
  expect(wallTime('2026-12-04T22:00:00.000Z', 'Australia/Sydney')).toBe('2026-12-05T09:00');
  expect(wallTime('2026-12-05T14:00:42.500Z', 'America/New_York')).toBe('2026-12-05T09:00');
});

test.each([
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z', '2026-03-08T03:30'],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T03:30'],
  ['Australia/Sydney', '2026-10-04T02:00', '2026-10-03T16:00:00.000Z', '2026-10-04T03:00'],
  // Half an hour is skipped, midnight, and a whole day.
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z', '2026-10-04T02:45'],
  ['Africa/Cairo', '2026-04-24T00:30', '2026-04-23T22:30:00.000Z', '2026-04-24T01:30'],
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z', '2011-12-31T12:00'],
])('in %s nothing shows %s: it is %s', (zone, text, at, shown) => {
  expect(readWallTime(text, zone)).toEqual({ at, odd: 'skipped' });
  expect(wallTime(at, zone)).toBe(shown);
});

test.each([
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z', 60],
  ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z', 60],
  ['Australia/Sydney', '2026-04-05T02:30', '2026-04-04T15:30:00.000Z', 60],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z', 30],
])('in %s the clocks show %s twice: the first, %s, is meant', (zone, text, at, apart) => {
  expect(readWallTime(text, zone)).toEqual({ at, odd: 'twice' });
  const second = new Date(Date.parse(at) + apart * 60_000).toISOString();
  expect([wallTime(at, zone), wallTime(second, zone)]).toEqual([text, text]);
});

test('what the clocks show at an instant is read as that instant, or as the first of two that show the same', () => {
  const minute = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), minute, (zone, minutes) => {
      const at = new Date(minutes * 60_000).toISOString();
      const read = readWallTime(wallTime(at, zone), zone);
      if (read?.odd === 'twice') return read.at <= at && wallTime(read.at, zone) === wallTime(at, zone);
      return read?.at === at && read.odd === null;
    }),
  );
});

test('what is no time means no instant, and the other way round', () => {
  for (const text of [
    '',
    '2026-12-05',
    '2026-02-30T09:00',
    '2026-12-05T25:00',
    '2026-12-05T09:00Z',
    '12026-12-05T09:00',
  ])
    expect(readWallTime(text, 'UTC')).toBeNull();
  expect(wallTime('', 'UTC')).toBe('');
  expect(wallTime('2026-12-05T09:00', 'UTC')).toBe('');
});
