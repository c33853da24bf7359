import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './types.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The same answers as `oracleIsOpen`, for many minutes at once: the zone is asked once an hour, and each minute of an hour that
 * ends at another distance from UTC than it began.
 */
export function oracleOpenMinutes(calendar: Calendar, from: number, minutes: number): Uint8Array {
  const open = new Uint8Array(minutes);
  const offsetAt = (minute: number) =>
    Temporal.Instant.fromEpochMilliseconds(from + minute * MINUTE).toZonedDateTimeISO(calendar.timeZone)
      .offsetNanoseconds / 1e6;
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const week = new Uint8Array(7 * 1440);
  for (const { weekday, from: begin, to } of calendar.hours)
    week.fill(1, (weekday - 1) * 1440 + minuteOf(begin), (weekday - 1) * 1440 + minuteOf(to));
  // Minutes of the wall clock since 1970, as if it were UTC; 1 January 1970 was a Thursday.
  const closed = new Set(calendar.closedDays.map(({ date }) => Date.parse(`${date}T00:00Z`) / DAY));
  const isOpen = (wall: number) =>
    week[(((wall + 3 * 1440) % 10_080) + 10_080) % 10_080] === 1 && !closed.has(Math.floor(wall / 1440));
  for (let hour = 0; hour < minutes; hour += 60) {
    const [begins, ends] = [offsetAt(hour), offsetAt(hour + 60)];
    for (let minute = hour; minute < Math.min(hour + 60, minutes); minute += 1) {
      const offset = begins === ends ? begins : offsetAt(minute);
      if (calendar.alwaysOpen || isOpen((from + offset) / MINUTE + minute)) open[minute] = 1;
    }
  }
  return open;
}
