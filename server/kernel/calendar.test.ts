import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { calendarNear, instant } from './calendar/arbitrary.ts';
import { oracleIsOpen, oracleSeconds } from './calendar/oracle.ts';
import type { Calendar } from './calendar.ts';
import {
  ALWAYS_OPEN,
  addBusinessSeconds,
  businessSecondsBetween,
  closedDayAt,
  isOpenAt,
  openStretches,
  validateCalendar,
  wallClock,
  weekdays,
} from './calendar.ts';

const at = (iso: string) => Date.parse(iso);
const office: Calendar = {
  name: 'Office',
  timeZone: 'Europe/London',
  alwaysOpen: false,
  hours: weekdays('09:00', '17:00'),
  closedDays: [{ date: '2026-12-25', name: 'Christmas Day' }],
};
const nights = (timeZone: string, from = '01:30', to = '02:30'): Calendar => ({
  ...office,
  timeZone,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
});
const scene = instant.chain((near) => calendarNear(near).map((calendar) => ({ near, calendar })));

describe('business seconds', () => {
  it('credits nothing for a weekend', () => {
    expect(businessSecondsBetween(office, at('2026-03-06T17:00Z'), at('2026-03-09T09:00Z'))).toBe(0);
    expect(addBusinessSeconds(office, at('2026-03-06T17:00Z'), 1)).toBe(at('2026-03-09T09:00:01Z'));
    expect(addBusinessSeconds(office, at('2026-03-06T09:00Z'), 8 * 3600)).toBe(at('2026-03-06T17:00Z'));
    expect(businessSecondsBetween(office, at('2026-12-24T16:00Z'), at('2026-12-28T10:00Z'))).toBe(2 * 3600);
  });

  it('does not work the hour that the clock skips, and works the one that it repeats twice', () => {
    const day = (calendar: Calendar, date: string) =>
      businessSecondsBetween(calendar, at(`${date}T00:00Z`) - 12 * 3.6e6, at(`${date}T00:00Z`) + 24 * 3.6e6) / 60;
    expect(day(nights('Europe/London', '01:00', '02:00'), '2026-03-29')).toBe(0);
    expect(day(nights('Europe/London', '01:30', '02:30'), '2026-03-29')).toBe(30);
    expect(day(nights('Europe/London', '01:00', '02:00'), '2026-10-25')).toBe(120);
    expect(day(nights('Europe/London', '01:30', '02:30'), '2026-10-25')).toBe(90);
  });

  it('knows that Samoa had no 30 December 2011', () => {
    const apia: Calendar = {
      ...ALWAYS_OPEN,
      alwaysOpen: false,
      timeZone: 'Pacific/Apia',
      hours: [{ weekday: 5, from: '00:00', to: '24:00' }],
    };
    expect(businessSecondsBetween(apia, at('2011-12-26T00:00Z'), at('2012-01-02T00:00Z'))).toBe(0);
  });

  it('agrees with a walk minute by minute', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 4 * 1440 }), ({ near, calendar }, minutes) => {
        const to = near + minutes * 60_000;
        const seconds = businessSecondsBetween(calendar, near, to);
        expect(seconds).toBe(oracleSeconds(calendar, near, to));
        expect(openStretches(calendar, near, to).reduce((sum, piece) => sum + (piece.to - piece.from) / 1000, 0)).toBe(
          seconds,
        );
        expect(isOpenAt(calendar, near)).toBe(oracleIsOpen(calendar, near));
      }),
      { numRuns: runs(120) },
    );
  });

  it('agrees with a walk second by second', () => {
    const second = fc.integer({ min: 0, max: 5400 });
    fc.assert(
      fc.property(scene, second, second, ({ near, calendar }, shift, length) => {
        const from = near + shift * 1000;
        const to = from + length * 1000;
        expect(businessSecondsBetween(calendar, from, to)).toBe(oracleSeconds(calendar, from, to, 1000));
      }),
      { numRuns: runs(30) },
    );
  });

  it('adds to the first instant that has the seconds behind it', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 400_000 }), ({ near, calendar }, seconds) => {
        const end = addBusinessSeconds(calendar, near, seconds);
        if (end === null) {
          expect(calendar.alwaysOpen || calendar.hours.length > 0).toBe(false);
          return;
        }
        expect(businessSecondsBetween(calendar, near, end)).toBe(seconds);
        expect(businessSecondsBetween(calendar, near, end - 1000)).toBe(seconds - 1);
      }),
    );
  });

  it('splits anywhere without losing or gaining a second', () => {
    const ms = fc.integer({ min: 0, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(scene, ms, ms, ({ near, calendar }, a, b) => {
        const [middle, end] = [near + Math.min(a, b), near + Math.max(a, b)];
        expect(businessSecondsBetween(calendar, near, middle) + businessSecondsBetween(calendar, middle, end)).toBe(
          businessSecondsBetween(calendar, near, end),
        );
        expect(businessSecondsBetween(calendar, end, near)).toBe(0);
      }),
    );
  });

  it('answers null where work never comes, and refuses to count backwards', () => {
    expect(addBusinessSeconds({ ...office, hours: [] }, at('2026-01-01T00:00Z'), 1)).toBeNull();
    expect(() => addBusinessSeconds(office, 0, -1)).toThrow(RangeError);
    expect(() => addBusinessSeconds(office, 0, Number.NaN)).toThrow(RangeError);
  });
});

describe('the wall clock', () => {
  it('reads the time and the closed day of the zone', () => {
    expect(wallClock('Australia/Sydney', at('2026-03-08T13:30:05Z'))).toBe('2026-03-09 00:30:05');
    expect(closedDayAt(office, at('2026-12-25T12:00Z'))?.name).toBe('Christmas Day');
    expect(closedDayAt({ ...office, timeZone: 'Pacific/Kiritimati' }, at('2026-12-25T12:00Z'))).toBeNull();
  });
});

describe('validateCalendar', () => {
  const faults = (more: Partial<Calendar>) => validateCalendar({ ...office, ...more }).map(({ path }) => path);
  it('names each field at fault', () => {
    expect(faults({})).toEqual([]);
    expect(validateCalendar(ALWAYS_OPEN)).toEqual([]);
    expect(faults({ name: '' })).toEqual(['name']);
    expect(faults({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone']);
    expect(faults({ hours: [] })).toEqual(['hours']);
    expect(faults({ hours: [{ weekday: 8, from: '9', to: '25:00' }] })).toEqual([
      'hours.0.weekday',
      'hours.0.from',
      'hours.0.to',
    ]);
    expect(faults({ hours: [{ weekday: 1, from: '22:00', to: '06:00' }] })).toEqual(['hours.0.to']);
    const overlap = [
      { weekday: 1, from: '09:00', to: '13:00' },
      { weekday: 1, from: '12:00', to: '17:00' },
    ];
    expect(faults({ hours: overlap })).toEqual(['hours.1.from']);
    const days = [
      { date: '2026-02-29', name: 'x' },
      { date: '2026-03-01', name: '' },
      { date: '2026-03-01', name: 'y' },
    ];
    expect(faults({ closedDays: days })).toEqual(['closedDays.0.date', 'closedDays.1.name', 'closedDays.2.date']);
  });
});
