import { Temporal } from 'temporal-polyfill';

/** The day of an instant in a zone: `2026-11-27`. */
export const dayAt = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The instant at which a day (`2026-11-27`), or the one `later` days on, begins in a zone; null where the text is no day, or the year of that instant is none that the database knows. */
export function dayStart(day: string, timeZone: string, later = 0): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  try {
    const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timeZone);
    const at = new Date(start.epochMilliseconds).toISOString();
    return /^(?!0000)\d{4}-/.test(at) ? at : null;
  } catch {
    return null;
  }
}

/** Whether a text is a day that the calendar has, as `2026-11-27`: Date would read the 31st of February as a day in March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const WORDS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
/** A day for people: 3 Nov 2026. */
export const spellDay = (day: string): string => WORDS.format(new Date(`${day}T00:00:00Z`));

/** The day so many days after another (`2026-11-27`), or before it. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
