import { Temporal } from 'temporal-polyfill';

/** The first instant of a day (`YYYY-MM-DD`) in a zone; where midnight is skipped, the first that there is. */
export function beginningOf(date: string, timeZone: string): string {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}

/** The day after. */
export const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
