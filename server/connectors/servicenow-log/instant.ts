import { Temporal } from 'temporal-polyfill';

const FORM = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})$/;

/** A date of the log (day first, minutes, no zone) as an instant, read in `timeZone`; null for what is no date. */
export function instantOf(text: string, timeZone: string): string | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [day, month, year, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (hour > 23 || minute > 59 || month < 1 || month > 12) return null;
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (utc.getUTCDate() !== day || utc.getUTCMonth() !== month - 1) return null;
  if (timeZone === 'UTC') return utc.toISOString();
  const local = new Temporal.PlainDateTime(year, month, day, hour, minute);
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}
