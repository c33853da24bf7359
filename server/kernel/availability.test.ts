import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { oracleAvailability } from './availability/oracle.ts';
import { availabilityOf, explainAvailability, monthsBack, type OutageSpan } from './availability.ts';
import { calendarNear, instant } from './calendar/arbitrary.ts';
import { ALWAYS_OPEN, type Calendar, weekdays } from './calendar.ts';
import { percentWords } from './percent-words.ts';

const MINUTE = 60_000;
const at = (iso: string) => Date.parse(iso);
const office: Calendar = {
  ...{ name: 'Office', timeZone: 'Europe/London', alwaysOpen: false, closedDays: [] },
  hours: weekdays('09:00', '17:00'),
};
const outage = (from: string, to: string | null, more: Partial<OutageSpan> = {}): OutageSpan => ({
  ...{ id: `${from} ${to}`, from: at(from), to: to === null ? null : at(to), planned: false, share: 100 },
  ...more,
});
const november = { from: at('2026-11-01T00:00Z'), until: at('2026-12-01T00:00Z') };
const of = (outages: readonly OutageSpan[], more: object = {}) =>
  availabilityOf({ calendar: ALWAYS_OPEN, ...november, plannedCounts: false, outages, ...more });

const scene = instant.chain((near) =>
  fc.record({
    near: fc.constant(near),
    calendar: calendarNear(near),
    minutes: fc.integer({ min: 0, max: 5 * 1440 }),
    plannedCounts: fc.boolean(),
    outages: fc.array(
      fc.record({
        from: fc.integer({ min: -1440, max: 5 * 1440 }).map((minute) => near + minute * MINUTE),
        length: fc.option(fc.integer({ min: 1, max: 2 * 1440 })),
        planned: fc.boolean(),
        share: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 100 })),
      }),
      { maxLength: 6 },
    ),
  }),
);

describe('availability', () => {
  it('agrees with a walk minute by minute, also where the clocks change', () => {
    fc.assert(
      fc.property(scene, ({ near, calendar, minutes, plannedCounts, outages }) => {
        const until = near + minutes * MINUTE;
        const spans = outages.map(({ length, ...one }, index) => ({
          ...{ ...one, id: String(index) },
          to: length === null ? null : one.from + length * MINUTE,
        }));
        const found = availabilityOf({ calendar, from: near, until, plannedCounts, outages: spans });
        const slow = oracleAvailability(calendar, [near, until], spans, plannedCounts);
        expect([found.openSeconds, found.plannedSeconds, found.interruptions, found.longestSeconds]).toEqual([
          ...[slow.open, slow.planned, slow.interruptions, slow.longest],
        ]);
        expect(found.downSeconds).toBeCloseTo(slow.down, 6);
        const agreed = slow.open - slow.planned;
        if (agreed === 0) expect(found.percent).toBeNull();
        else expect(found.percent).toBeCloseTo((100 * (agreed - slow.down)) / agreed, 6);
        // Whoever takes the time has it once: the lines add up to the whole.
        expect(found.lines.reduce((sum, { counted }) => sum + counted, 0)).toBeCloseTo(found.downSeconds, 6);
      }),
      { numRuns: runs(150) },
    );
  });

  it('counts agreed hours alone, and an outage over night as one interruption', () => {
    const night = outage('2026-11-02T16:00Z', '2026-11-03T10:00Z');
    const found = of([night], { calendar: office });
    expect(found).toMatchObject({
      ...{ openSeconds: 21 * 8 * 3600, downSeconds: 2 * 3600 },
      ...{ interruptions: 1, longestSeconds: 2 * 3600 },
    });
    expect(percentWords(found.percent as number)).toBe('98.8 %');
    const weekend = of([outage('2026-11-07T09:00Z', '2026-11-08T17:00Z')], { calendar: office });
    expect([weekend.percent, weekend.interruptions, weekend.lines[0]?.seconds]).toEqual([100, 0, 0]);
  });

  it('merges what overlaps, counts what worked in part by its share, and gives the time to whatever took most', () => {
    const half = outage('2026-11-10T10:00Z', '2026-11-10T14:00Z', { share: 50 });
    const whole = outage('2026-11-10T11:00Z', '2026-11-10T12:00Z');
    const again = outage('2026-11-10T11:30Z', '2026-11-10T12:00Z');
    const found = of([again, half, whole]);
    expect(found).toMatchObject({ downSeconds: 2.5 * 3600, interruptions: 1, longestSeconds: 4 * 3600 });
    const counted = Object.fromEntries(found.lines.map((line) => [line.id, line.counted]));
    expect(counted).toEqual({ [half.id]: 1.5 * 3600, [whole.id]: 3600, [again.id]: 0 });
  });

  it('takes planned outages off the agreed time, unless they count', () => {
    const planned = outage('2026-11-10T10:00Z', '2026-11-10T14:00Z', { planned: true });
    const during = outage('2026-11-10T13:00Z', '2026-11-10T15:00Z');
    const off = of([planned, during]);
    expect(off).toMatchObject({ plannedSeconds: 4 * 3600, downSeconds: 3600, agreedSeconds: (720 - 4) * 3600 });
    expect(of([planned, during], { plannedCounts: true })).toMatchObject({ plannedSeconds: 0, downSeconds: 5 * 3600 });
    expect(explainAvailability({ ...off, plannedCounts: false })).toEqual([
      'Agreed hours in this time: 720 h.',
      'Planned outages do not count: 4 h are taken off, which leaves 716 h.',
      'It was missing for 1 h of that, in 1 interruption; the longest took 1 h.',
      '(716 h − 1 h) ÷ 716 h = 99.86 %.',
    ]);
  });

  it('counts what lasts until the end of the period, and says nothing where nothing was agreed', () => {
    expect(of([outage('2026-11-30T22:00Z', null)]).downSeconds).toBe(2 * 3600);
    const closed = of([outage('2026-11-30T22:00Z', null)], { calendar: { ...office, hours: [] } });
    expect([closed.percent, closed.interruptions]).toEqual([null, 0]);
  });

  it('never rounds an interruption away', () => {
    expect([100, 99.999, 99.95, 0].map(percentWords)).toEqual(['100 %', '99.99 %', '99.95 %', '0 %']);
  });
});

describe('months', () => {
  it('are those of the clocks on the wall, the last until now', () => {
    expect(monthsBack(at('2026-11-15T00:00Z'), 'Europe/London', 2)).toEqual([
      { month: '2026-10', from: at('2026-09-30T23:00Z'), until: at('2026-11-01T00:00Z') },
      { month: '2026-11', from: at('2026-11-01T00:00Z'), until: at('2026-11-15T00:00Z') },
    ]);
    expect(monthsBack(at('2026-10-31T13:00Z'), 'Pacific/Auckland', 1)[0]?.month).toBe('2026-11');
  });
});
