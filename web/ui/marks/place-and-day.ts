import { dayBefore, dayIn } from './day-in.ts';
import { day, dayAndTime, format, type Reader, timeOfDay } from './time.ts';

/**
 * The same instant by the clocks of another place, named: `16:05 in Auckland`, with the day where it is another one; null where
 * they show the same.
 */
export function elsewhere(iso: string, now: number, reader: Reader, timeZone: string): string | null {
  const there = dayAndTime(iso, now, { ...reader, timeZone });
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (there === dayAndTime(iso, now, reader)) return null;
  const sameDay = day(iso, now, { ...reader, timeZone }) === day(iso, now, reader);
  return `${sameDay ? timeOfDay(iso, { ...reader, timeZone }) : there} in ${city}`;
}

/** The same to the second: `Tue 24 Nov, 14:05:12`. */
export function dayAndSecond(iso: string, now: number, reader: Reader): string {
  const seconds = String(new Date(iso).getUTCSeconds()).padStart(2, '0');
  return `${dayAndTime(iso, now, reader)}:${seconds}`;
}

/** The reader's zone as people write it: `Europe/Berlin`, `America/New York`. */
export const zoneName = ({ timeZone }: Pick<Reader, 'timeZone'>): string => timeZone.replaceAll('_', ' ');

/** What people there call the zone at an instant, since it changes with the clocks: `GMT`, `GMT+11`. */
export const zoneShort = (iso: string, { timeZone, language }: Reader): string =>
  format(language, { timeZone, timeZoneName: 'short' })
    .formatToParts(Date.parse(iso))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zoneName({ timeZone });

/** The day as people call it: `Today`, `Yesterday`, `Tue 24 Nov`. */
export function dayName(iso: string, now: number, reader: Reader): string {
  const [date, today] = [dayIn(Date.parse(iso), reader.timeZone), dayIn(now, reader.timeZone)];
  if (date === today) return 'Today';
  if (date === dayBefore(today)) return 'Yesterday';
  const weekday = format(reader.language, { timeZone: reader.timeZone, weekday: 'short' }).format(Date.parse(iso));
  return `${weekday} ${day(iso, now, reader)}`;
}

/** The wall clock in a zone right now, for "local time" of a client: `14:05`. */
export function clockIn(timeZone: string, now: number, language: string): string {
  return timeOfDay(new Date(now).toISOString(), { timeZone, language });
}
