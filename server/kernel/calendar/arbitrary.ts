import fc from 'fast-check';
import type { Calendar } from './types.ts';

/** Zones with clock changes at odd hours, by odd amounts, at midnight, several a year, and days left out whole. */
export const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Lisbon',
  'Europe/Dublin',
  'Atlantic/Azores',
  'America/New_York',
  'America/Chicago',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'America/Caracas',
  'America/Scoresbysund',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Pyongyang',
  'Asia/Amman',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Australia/Perth',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
];

const MINUTE = 60_000;
const two = (n: number) => String(n).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Up to three stretches without overlap on any weekday, whole minutes, now and then up to midnight. */
const hoursOfDay = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 120, 150, 180, 540, 1020, 1440)), {
    maxLength: 6,
  })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    Array.from({ length: Math.floor(edges.length / 2) }, (_, i) => ({
      from: clock(edges[i * 2] ?? 0),
      to: clock(edges[i * 2 + 1] ?? 0),
    })),
  );

/** Instants, whole minutes, mostly near clock changes of 2005 to 2030. */
export const instant: fc.Arbitrary<number> = fc
  .record({
    year: fc.integer({ min: 2005, max: 2030 }),
    month: fc.oneof(fc.constantFrom(2, 3, 9, 10), fc.integer({ min: 0, max: 11 })),
    minute: fc.integer({ min: 0, max: 31 * 1440 }),
  })
  .map(({ year, month, minute }) => Date.UTC(year, month) + minute * MINUTE);

/** A calendar whose closed days lie around `near` (epoch milliseconds). */
export function calendarNear(near: number): fc.Arbitrary<Calendar> {
  const day = fc.integer({ min: -2, max: 6 }).map((n) => new Date(near + n * 86_400_000).toISOString().slice(0, 10));
  return fc
    .record({
      timeZone: fc.constantFrom(...ZONES),
      week: fc.array(hoursOfDay, { minLength: 7, maxLength: 7 }),
      closed: fc.uniqueArray(day, { maxLength: 2 }),
      alwaysOpen: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
    })
    .map(({ timeZone, week, closed, alwaysOpen }) => ({
      name: 'Random',
      timeZone,
      alwaysOpen,
      hours: week.flatMap((stretches, i) => stretches.map((stretch) => ({ weekday: i + 1, ...stretch }))),
      closedDays: closed.map((date) => ({ date, name: `Closed ${date}` })),
    }));
}
