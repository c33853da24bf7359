import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recurrence } from '#shared/recurrence.ts';
import { runs } from '#tests/runs.ts';
import { ZONES } from './calendar/arbitrary.ts';
import { oracleMinutes } from './change/schedule-oracle.ts';
import { timesOf } from './change-schedule.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const nightly = (over: Partial<Recurrence> = {}): Recurrence => ({
  ...{ frequency: 'daily', interval: 1, time: '22:00', start: '2026-01-01' },
  ...over,
});
const told = (rule: Recurrence, minutes: number, timeZone: string, from: string, to: string) =>
  timesOf({ kind: 'recurring', rule, minutes, timeZone }, Date.parse(from), Date.parse(to)).map((one) => [
    iso(one.from),
    iso(one.to),
  ]);

test('a night ends at the same time on the wall when the clocks change, an hour sooner or later', () => {
  expect(told(nightly(), 480, 'Europe/London', '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
    ['2026-03-28T22:00', '2026-03-29T05:00'],
  ]);
  expect(told(nightly(), 480, 'Europe/London', '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
    ['2026-10-24T21:00', '2026-10-25T06:00'],
  ]);
});

test('what begins in the hour that is skipped begins at the skip; what is in the hour that comes twice is on once', () => {
  const early = nightly({ time: '02:30' });
  expect(told(early, 60, 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toEqual([
    ['2026-03-29T01:00', '2026-03-29T01:30'],
  ]);
  expect(told(early, 15, 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toEqual([]);
  expect(told(early, 15, 'Europe/Berlin', '2026-10-25T00:00Z', '2026-10-25T12:00Z')).toEqual([
    ['2026-10-25T00:30', '2026-10-25T00:45'],
  ]);
  // Until 03:30, which comes once: an hour longer.
  expect(told(early, 60, 'Europe/Berlin', '2026-10-25T00:00Z', '2026-10-25T12:00Z')).toEqual([
    ['2026-10-25T00:30', '2026-10-25T02:30'],
  ]);
});

test('what goes on without a break is one stretch, and once is once', () => {
  const whole = told(
    nightly({ time: '00:00', until: '2026-01-03' }),
    1_440,
    'UTC',
    '2025-12-01T00:00Z',
    '2026-02-01T00:00Z',
  );
  expect(whole).toEqual([['2026-01-01T00:00', '2026-01-04T00:00']]);
  const once = { kind: 'once' as const, from: 5 * DAY, to: 7 * DAY };
  expect(timesOf(once, 6 * DAY, 20 * DAY)).toEqual([{ from: 5 * DAY, to: 7 * DAY }]);
  expect(timesOf(once, 7 * DAY, 20 * DAY)).toEqual([]);
});

/** Days around which clocks change somewhere. */
const days = fc.constantFrom(
  '2026-03-29',
  '2026-10-25',
  '2026-04-05',
  '2026-10-04',
  '2026-03-08',
  '2026-11-01',
  '2026-06-15',
);

test('periods are on when a walk minute by minute says so, in every zone', () => {
  const rule = fc.record({
    frequency: fc.constantFrom('daily' as const, 'weekly' as const),
    interval: fc.integer({ min: 1, max: 2 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    time: fc.constantFrom('00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '12:00', '22:00', '23:45'),
    startsBefore: fc.integer({ min: 0, max: 20 }),
  });
  const minutes = fc.oneof(fc.constantFrom(15, 30, 60, 90, 120, 240, 480), fc.integer({ min: 1, max: 3_000 }));
  fc.assert(
    fc.property(rule, minutes, fc.constantFrom(...ZONES), days, (drawn, length, timeZone, day) => {
      const { startsBefore, weekdays, ...rest } = drawn;
      const start = new Date(Date.parse(day) - startsBefore * DAY).toISOString().slice(0, 10);
      const time = {
        ...{ kind: 'recurring' as const, minutes: length, timeZone },
        rule: { ...rest, start, ...(rest.frequency === 'weekly' ? { weekdays } : {}) },
      };
      const [from, to] = [Date.parse(day) - DAY, Date.parse(day) + 2 * DAY];
      const on = new Set<number>();
      for (const one of timesOf(time, from, to))
        for (let at = Math.max(one.from, from); at < Math.min(one.to, to); at += MINUTE) on.add(at);
      expect(on).toEqual(oracleMinutes(time, from, to));
    }),
    { numRuns: runs(40) },
  );
});
