import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { calendarNear, instant, ZONES } from './calendar/arbitrary.ts';
import { oracleOnCall } from './on-call/oracle.ts';
import {
  gapsBetween,
  type Override,
  onCallAt,
  type Rotation,
  type Schedule,
  shiftsBetween,
  validateSchedule,
} from './on-call.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const weekly: Rotation = {
  name: 'Week',
  members: ['ann', 'bob', 'cas'],
  startDate: '2026-10-19',
  handOverTime: '09:00',
  unit: 'week',
  every: 1,
  handOverWeekday: 1,
  hours: [],
};
const london = (...layers: Rotation[]): Schedule => ({ timeZone: 'Europe/London', layers });
const told = (schedule: Schedule, from: string, to: string, overrides: Override[] = []) =>
  shiftsBetween(schedule, overrides, at(from), at(to)).map((shift) => [iso(shift.from), iso(shift.to), shift.staffId]);

describe('turns', () => {
  it('hands over at the same time on the wall when the clocks change', () => {
    expect(told(london(weekly), '2026-10-19T00:00Z', '2026-11-03T00:00Z')).toEqual([
      ['2026-10-19T08:00', '2026-10-26T09:00', 'ann'],
      ['2026-10-26T09:00', '2026-11-02T09:00', 'bob'],
      ['2026-11-02T09:00', '2026-11-03T00:00', 'cas'],
    ]);
  });

  it('hands over after a skipped hour, and at the first of two', () => {
    const nightly = { ...weekly, unit: 'day' as const, handOverTime: '01:30', members: ['ann', 'bob'] };
    const spring = { ...nightly, startDate: '2026-03-28' };
    expect(told(london(spring), '2026-03-28T12:00Z', '2026-03-30T00:00Z')).toEqual([
      ['2026-03-28T12:00', '2026-03-29T01:30', 'ann'],
      ['2026-03-29T01:30', '2026-03-30T00:00', 'bob'],
    ]);
    const autumn = { ...nightly, startDate: '2026-10-24' };
    expect(told(london(autumn), '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
      ['2026-10-24T12:00', '2026-10-25T00:30', 'ann'],
      ['2026-10-25T00:30', '2026-10-25T12:00', 'bob'],
    ]);
  });

  it('begins with a shortened turn where it starts on another day than the hand-over', () => {
    const thursday = { ...weekly, startDate: '2026-11-05' };
    expect(told(london(thursday), '2026-11-01T00:00Z', '2026-11-17T00:00Z')).toEqual([
      ['2026-11-05T09:00', '2026-11-09T09:00', 'ann'],
      ['2026-11-09T09:00', '2026-11-16T09:00', 'bob'],
      ['2026-11-16T09:00', '2026-11-17T00:00', 'cas'],
    ]);
  });

  it('lets a later layer win where it covers, and an override over all', () => {
    const nights: Rotation = {
      ...weekly,
      name: 'Nights',
      members: ['nia'],
      hours: [
        { weekday: 2, from: '00:00', to: '06:00' },
        { weekday: 2, from: '22:00', to: '24:00' },
      ],
    };
    const cover = { id: 'o1', staffId: 'ola', from: at('2026-11-10T05:00Z'), to: at('2026-11-10T07:00Z') };
    const schedule = london({ ...weekly, members: ['ann'] }, nights);
    expect(told(schedule, '2026-11-09T12:00Z', '2026-11-11T12:00Z', [cover])).toEqual([
      ['2026-11-09T12:00', '2026-11-10T00:00', 'ann'],
      ['2026-11-10T00:00', '2026-11-10T05:00', 'nia'],
      ['2026-11-10T05:00', '2026-11-10T07:00', 'ola'],
      ['2026-11-10T07:00', '2026-11-10T22:00', 'ann'],
      ['2026-11-10T22:00', '2026-11-11T00:00', 'nia'],
      ['2026-11-11T00:00', '2026-11-11T12:00', 'ann'],
    ]);
    expect(onCallAt(schedule, [cover], at('2026-11-10T05:00Z'))).toMatchObject({
      staffId: 'ola',
      source: { kind: 'override', id: 'o1' },
    });
    expect(onCallAt(schedule, [], at('2026-11-10T05:00Z'))?.source).toEqual({ kind: 'layer', index: 1 });
  });

  it('says where nobody is on call', () => {
    const days = { ...weekly, hours: [{ weekday: 1, from: '09:00', to: '17:00' }] };
    const [from, to] = [at('2026-11-09T00:00Z'), at('2026-11-10T00:00Z')];
    const gaps = gapsBetween(shiftsBetween(london(days), [], from, to), from, to);
    expect(gaps.map((gap) => [iso(gap.from), iso(gap.to)])).toEqual([
      ['2026-11-09T00:00', '2026-11-09T09:00'],
      ['2026-11-09T17:00', '2026-11-10T00:00'],
    ]);
    expect(gapsBetween([], 5, 5)).toEqual([]);
  });
});

const two = (n: number) => String(n).padStart(2, '0');
const people = ['ann', 'bob', 'cas', 'dee', 'eli'];

/** A rotation that begins some days around an instant, now and then much earlier, with random hours half the time. */
function rotationNear(near: number): fc.Arbitrary<Rotation> {
  return fc
    .record({
      members: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 5 }),
      daysBefore: fc.oneof(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 20, max: 400 })),
      minute: fc.oneof(fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 1439), fc.integer({ min: 0, max: 1439 })),
      unit: fc.constantFrom('day' as const, 'week' as const),
      every: fc.integer({ min: 1, max: 4 }),
      handOverWeekday: fc.integer({ min: 1, max: 7 }),
      restricted: fc.boolean(),
      calendar: calendarNear(near),
    })
    .map(({ daysBefore, minute, restricted, calendar, ...rest }) => ({
      ...rest,
      name: 'Random',
      startDate: new Date(near - daysBefore * DAY).toISOString().slice(0, 10),
      handOverTime: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
      hours: restricted ? calendar.hours : [],
    }));
}

const scene = instant.chain((near) =>
  fc.record({
    near: fc.constant(near),
    timeZone: fc.constantFrom(...ZONES),
    layers: fc.array(rotationNear(near), { minLength: 1, maxLength: 3 }),
    overrides: fc
      .array(
        fc.record({
          staffId: fc.constantFrom(...people),
          begins: fc.integer({ min: -2 * 1440, max: 8 * 1440 }),
          minutes: fc.integer({ min: 1, max: 3 * 1440 }),
        }),
        { maxLength: 3 },
      )
      .map((all) =>
        all.map(({ staffId, begins, minutes }, index): Override => {
          const from = near + begins * 60_000;
          return { id: `${index}`, staffId, from, to: from + minutes * 60_000 };
        }),
      ),
  }),
);

describe('against a walk', () => {
  it('agrees on who is on call in each quarter of an hour, and at each edge to the minute', () => {
    fc.assert(
      fc.property(scene, ({ near, timeZone, layers, overrides }) => {
        const schedule = { timeZone, layers };
        const to = near + 8 * DAY;
        const shifts = shiftsBetween(schedule, overrides, near, to);
        const found = (instant: number) =>
          shifts.find((shift) => shift.from <= instant && instant < shift.to)?.staffId ?? null;
        const quarters = Array.from({ length: (8 * DAY) / (HOUR / 4) }, (_, quarter) => near + (quarter * HOUR) / 4);
        const edges = shifts.flatMap(({ from, to }) => [from - 60_000, from - 1, from, to - 60_000, to - 1, to]);
        const probes = [...quarters, ...edges.filter((probe) => probe >= near && probe < to)];
        const believed = probes.map((probe) => [iso(probe), oracleOnCall(schedule, overrides, probe)]);
        expect(probes.map((probe) => [iso(probe), found(probe)])).toEqual(believed);
      }),
      { numRuns: runs(25) },
    );
  });

  it('cuts anywhere to the same shifts, without overlap, and gaps are all the rest', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 8 * DAY - 1 }), ({ near, timeZone, layers, overrides }, cut) => {
        const schedule = { timeZone, layers };
        const to = near + 8 * DAY;
        const shifts = shiftsBetween(schedule, overrides, near, to);
        const all = [...shifts, ...gapsBetween(shifts, near, to)].sort((a, b) => a.from - b.from);
        expect([all[0]?.from, all.at(-1)?.to]).toEqual([near, to]);
        for (const [i, { from }] of all.entries()) if (i > 0) expect(from).toBe(all[i - 1]?.to);
        const middle = near + cut;
        const who = onCallAt(schedule, overrides, middle);
        const there = shifts.find((shift) => shift.from <= middle && middle < shift.to);
        expect([who?.staffId, who?.source]).toEqual([there?.staffId, there?.source]);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('validateSchedule', () => {
  const faults = (more: Partial<Rotation>, zone = 'UTC') =>
    validateSchedule({ timeZone: zone, layers: [{ ...weekly, ...more }] }).map(({ path }) => path);
  it('names each field at fault', () => {
    expect(faults({})).toEqual([]);
    expect(validateSchedule({ timeZone: 'UTC', layers: [] }).map(({ path }) => path)).toEqual(['layers']);
    expect(faults({}, 'Mars/Olympus')).toEqual(['timeZone']);
    expect(faults({ members: [] })).toEqual(['layers.0.members']);
    expect(faults({ startDate: '2026-02-30', handOverTime: '24:00', every: 0, handOverWeekday: 8 })).toEqual([
      'layers.0.startDate',
      'layers.0.handOverTime',
      'layers.0.every',
      'layers.0.handOverWeekday',
    ]);
    const overlap = [
      { weekday: 1, from: '09:00', to: '13:00' },
      { weekday: 1, from: '12:00', to: '17:00' },
    ];
    expect(faults({ hours: overlap })).toEqual(['layers.0.hours.1.from']);
    expect(faults({ hours: [{ weekday: 1, from: '22:00', to: '06:00' }] })).toEqual(['layers.0.hours.0.to']);
  });
});
