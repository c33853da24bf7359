import { Temporal } from 'temporal-polyfill';

/** A date and time of day without a zone, as a clock in `zone` shows it: `2026-11-24T13:40:00`. `at` in milliseconds since the epoch. */
export function zoned(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000) * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}
