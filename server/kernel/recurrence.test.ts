import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recurrence } from '#shared/recurrence.ts';
import { wallClock } from './calendar.ts';
import { checkRecurrence, describeRecurrence, nextOccurrence, nextOccurrences } from './recurrence.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const date = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const weekdayOf = (day: number) => ((new Date(day * DAY).getUTCDay() + 6) % 7) + 1;
const months = (day: number) => new Date(day * DAY).getUTCFullYear() * 12 + new Date(day * DAY).getUTCMonth();
const dayOfMonth = (day: number) => new Date(day * DAY).getUTCDate();
const isLast = (day: number) => dayOfMonth(day + 1) === 1;

/** Whether the rule names this day, asked of each day by itself. */
function names(rule: Recurrence, day: number): boolean {
  const start = Date.parse(rule.start) / DAY;
  if (day < start || (rule.until !== undefined && date(day) > rule.until)) return false;
  const onDay = (wanted: number) => dayOfMonth(day) === wanted || (isLast(day) && wanted > dayOfMonth(day));
  switch (rule.frequency) {
    case 'daily':
      return (day - start) % rule.interval === 0;
    case 'weekly': {
      const weeks = Math.floor((day - (start - weekdayOf(start) + 1)) / 7);
      return weeks % rule.interval === 0 && (rule.weekdays ?? [weekdayOf(start)]).includes(weekdayOf(day));
    }
    case 'monthly': {
      if ((months(day) - months(start)) % rule.interval !== 0) return false;
      if (!rule.nth) return onDay(rule.monthDay ?? dayOfMonth(start));
      const fits =
        rule.nth.week < 0 ? months(day + 7) !== months(day) : Math.ceil(dayOfMonth(day) / 7) === rule.nth.week;
      return fits && weekdayOf(day) === rule.nth.weekday;
    }
    default:
      return (months(day) - months(start)) % (12 * rule.interval) === 0 && onDay(dayOfMonth(start));
  }
}

/** The minute at which a clock on the wall first shows the time; skipped ones are read with the distance from UTC before. */
function instant(day: number, time: string, zone: string): number {
  const wanted = `${date(day)} ${time}:00`;
  const noon = day * DAY;
  let before = noon - 16 * 60 * MINUTE;
  for (let at = before; at < noon + 40 * 60 * MINUTE; at += MINUTE) {
    const shown = wallClock(zone, at);
    if (shown === wanted) return at;
    if (shown > wanted) break;
    before = at;
  }
  return (
    before + (Date.parse(`${wanted.replace(' ', 'T')}Z`) - Date.parse(`${wallClock(zone, before).replace(' ', 'T')}Z`))
  );
}

const zones = [
  'UTC',
  'Australia/Sydney',
  'America/New_York',
  'Europe/Lisbon',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
];
const rules = fc
  .record({
    frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly') as fc.Arbitrary<Recurrence['frequency']>,
    interval: fc.integer({ min: 1, max: 5 }),
    start: fc.integer({ min: 19_000, max: 20_400 }).map(date),
    time: fc.constantFrom('00:00', '00:30', '02:00', '02:30', '03:00', '08:30', '23:45'),
    weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined }),
    monthDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    nth: fc.option(fc.record({ week: fc.constantFrom(1, 2, 3, 4, -1), weekday: fc.integer({ min: 1, max: 7 }) }), {
      nil: undefined,
    }),
    until: fc.option(fc.integer({ min: 20_400, max: 20_800 }).map(date), { nil: undefined }),
    count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  })
  .map(({ frequency, interval, start, time, weekdays, monthDay, nth, until, count }): Recurrence => {
    const rule: Recurrence = { frequency, interval, start, time };
    if (frequency === 'weekly' && weekdays) rule.weekdays = weekdays;
    if (frequency === 'monthly' && nth) rule.nth = nth as NonNullable<Recurrence['nth']>;
    else if (frequency === 'monthly' && monthDay) rule.monthDay = monthDay;
    if (until) rule.until = until;
    if (count) rule.count = count;
    return rule;
  });

test('the next time is the first that asking each day by itself finds', () => {
  fc.assert(
    fc.property(rules, fc.constantFrom(...zones), fc.integer({ min: -40, max: 900 * 24 }), (rule, zone, hours) => {
      expect(checkRecurrence(rule)).toEqual([]);
      const start = Date.parse(rule.start) / DAY;
      const after = start * DAY + hours * 60 * MINUTE;
      let seen = 0;
      let expected: string | null = null;
      for (let day = start; day < start + 2_900 && expected === null; day++) {
        if (!names(rule, day)) continue;
        if (rule.count !== undefined && seen++ >= rule.count) break;
        // Only near the instant is the exact minute worth looking for.
        if (day * DAY < after - 3 * DAY) continue;
        const at = instant(day, rule.time, zone);
        if (at > after) expected = new Date(at).toISOString();
      }
      expect(nextOccurrence(rule, zone, new Date(after).toISOString())).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test('the hour on the wall stays over a change of the clock; skipped hours come later, doubled ones once', () => {
  const rule: Recurrence = { frequency: 'daily', interval: 1, start: '2026-03-27', time: '02:30' };
  expect(nextOccurrences(rule, 'Europe/Berlin', '2026-03-27T12:00:00.000Z', 3)).toEqual([
    '2026-03-28T01:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-30T00:30:00.000Z',
  ]);
  expect(nextOccurrences({ ...rule, start: '2026-10-24' }, 'Europe/Berlin', '2026-10-24T12:00:00.000Z', 2)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ]);
});

test('a zone that skips a whole day neither loses nor doubles a time', () => {
  const rule: Recurrence = { frequency: 'daily', interval: 1, start: '2011-12-28', time: '09:00' };
  const times = nextOccurrences(rule, 'Pacific/Apia', '2011-12-29T00:00:00.000Z', 4);
  expect(new Set(times).size).toBe(4);
  expect([...times].sort()).toEqual(times);
});

test('short months take their last day, and a rule ends by date or count', () => {
  const monthly: Recurrence = { frequency: 'monthly', interval: 1, start: '2027-01-31', time: '08:00' };
  expect(nextOccurrences(monthly, 'UTC', '2027-01-01T00:00:00.000Z', 3).map((at) => at.slice(0, 10))).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
  ]);
  expect(nextOccurrences({ ...monthly, count: 2 }, 'UTC', '2027-01-01T00:00:00.000Z', 9)).toHaveLength(2);
  expect(nextOccurrence({ ...monthly, until: '2027-02-01' }, 'UTC', '2027-02-01T00:00:00.000Z')).toBeNull();
});

test('a rule reads as a sentence, and one that contradicts itself is refused by field', () => {
  expect(
    describeRecurrence({ frequency: 'weekly', interval: 2, weekdays: [4, 1], start: '2026-11-23', time: '08:30' }),
  ).toBe('Every 2 weeks on Monday and Thursday at 08:30, from 23 Nov 2026');
  expect(
    describeRecurrence({
      frequency: 'monthly',
      interval: 1,
      nth: { week: -1, weekday: 5 },
      start: '2026-11-23',
      time: '17:00',
      count: 3,
    }),
  ).toBe('Every month on the last Friday at 17:00, from 23 Nov 2026, 3 times in all');
  expect(
    checkRecurrence({
      frequency: 'daily',
      interval: 1,
      weekdays: [1],
      start: '2026-02-30',
      until: '2026-01-01',
      time: '08:00',
    }),
  ).toMatchObject([{ path: 'start' }, { path: 'until' }, { path: 'weekdays' }]);
});
