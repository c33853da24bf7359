import { Temporal } from 'temporal-polyfill';

/** The instant (ISO 8601 in UTC) that a time on the wall means, and what is odd about that time where the clocks change. */
export type WallTime = { readonly at: string; readonly odd: 'skipped' | 'twice' | null };

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const iso = (zoned: Temporal.ZonedDateTime): string => new Date(zoned.epochMilliseconds).toISOString();

/**
 * Reads a time such as `2026-12-05T09:00` by the clocks of a zone; null where the text is none. Of a time that the clocks show twice
 * the first is meant; of one that they skip, what they show as long after the change: 02:30 is then 03:30.
 */
export function readWallTime(text: string, timeZone: string): WallTime | null {
  if (!FORM.test(text)) return null;
  try {
    const wall = Temporal.PlainDateTime.from(text);
    const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
    if (earlier.epochMilliseconds === later.epochMilliseconds) return { at: iso(earlier), odd: null };
    return earlier.toPlainDateTime().equals(wall)
      ? { at: iso(earlier), odd: 'twice' }
      : { at: iso(later), odd: 'skipped' };
  } catch {
    return null;
  }
}

/** What the clocks of a zone show at an instant, to the minute: `2026-12-05T09:00`; '' where the text is no instant. */
export function wallTime(instant: string, timeZone: string): string {
  try {
    const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
    return wall.toString({ smallestUnit: 'minute' });
  } catch {
    return '';
  }
}
