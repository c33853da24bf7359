import { ui, wordsStore } from '../words/words.ts';

/** Time as people read it. Instants come as ISO strings and are shown in the reader's zone. */

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const LONG = 100 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times what using one does, so each is made once. */
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}

export type Reader = { timeZone: string; language: string };

/** `2h 15m`, `3d 4h`, `<1m`: the two largest units of a number of seconds; the sign is left out. After 100 days only days count. */
export function duration(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  if (whole < MINUTE) return '<1m';
  if (whole >= LONG) return `${Math.floor(whole / DAY)}d`;
  const parts: [number, string][] = [
    [Math.floor(whole / DAY), 'd'],
    [Math.floor((whole % DAY) / HOUR), 'h'],
    [Math.floor((whole % HOUR) / MINUTE), 'm'],
  ];
  const from = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}

/** How long ago, short enough for a table: `now`, `4m`, `2h`, `3d`, then the date. */
export function ago(iso: string, now: number, reader: Reader): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  // The page's clock may be a little behind the server's.
  if (seconds < -MINUTE) return day(iso, now, reader);
  const { language } = wordsStore.get();
  if (language !== 'en' && seconds < 7 * DAY) return relative(language, Math.max(seconds, 0));
  if (seconds < MINUTE) return 'now';
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)}m`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)}h`;
  if (seconds < 7 * DAY) return `${Math.floor(seconds / DAY)}d`;
  return day(iso, now, reader);
}

/** The same in a language that has no letters for units which everybody knows: `vor 4 Min.`. */
function relative(language: string, seconds: number): string {
  const words = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'always' });
  if (seconds < MINUTE) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  if (seconds < HOUR) return words.format(-Math.floor(seconds / MINUTE), 'minute');
  if (seconds < DAY) return words.format(-Math.floor(seconds / HOUR), 'hour');
  return words.format(-Math.floor(seconds / DAY), 'day');
}

/** The date, with the year when it is another one: `12 Nov`, `12 Nov 2025`. */
export function day(iso: string, now: number, { timeZone, language }: Reader): string {
  const year = (at: number) => format(language, { timeZone, year: 'numeric' }).format(at);
  const same = year(Date.parse(iso)) === year(now);
  return format(language, { timeZone, day: 'numeric', month: 'short', ...(same ? {} : { year: 'numeric' }) }).format(
    Date.parse(iso),
  );
}

/** Date and time with weekday, as in a conversation: `Tue 24 Nov, 14:05`. */
export function dayAndTime(iso: string, now: number, { timeZone, language }: Reader): string {
  const weekday = format(language, { timeZone, weekday: 'short' });
  const reader = { timeZone, language };
  return `${weekday.format(Date.parse(iso))} ${day(iso, now, reader)}, ${timeOfDay(iso, reader)}`;
}

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

/** The time of day: `14:05`. */
export function timeOfDay(iso: string, { timeZone, language }: Reader): string {
  return format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(iso));
}

/** The same to the second: `Tue 24 Nov, 14:05:12`. */
export function dayAndSecond(iso: string, now: number, reader: Reader): string {
  const seconds = String(new Date(iso).getUTCSeconds()).padStart(2, '0');
  return `${dayAndTime(iso, now, reader)}:${seconds}`;
}

/** The reader's zone as people write it: `Europe/Berlin`, `America/New York`. */
export const zoneName = ({ timeZone }: Pick<Reader, 'timeZone'>): string => timeZone.replaceAll('_', ' ');

/** The day as people call it: `Today`, `Yesterday`, `Tue 24 Nov`. */
export function dayName(iso: string, now: number, reader: Reader): string {
  const date = day(iso, now, reader);
  if (date === day(new Date(now).toISOString(), now, reader)) return 'Today';
  if (date === day(new Date(now - DAY * 1000).toISOString(), now, reader)) return 'Yesterday';
  const weekday = format(reader.language, { timeZone: reader.timeZone, weekday: 'short' }).format(Date.parse(iso));
  return `${weekday} ${date}`;
}

/** The exact instant for a tip: `Tuesday, 24 November 2026 at 14:05:12 AEDT`. */
export function exact(iso: string, { timeZone, language }: Reader): string {
  const date = format(language, { timeZone, dateStyle: 'full' }).format(Date.parse(iso));
  const time = format(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(Date.parse(iso));
  return ui('ui.exactly', { date, time });
}

/** The wall clock in a zone right now, for "local time" of a client: `14:05`. */
export function clockIn(timeZone: string, now: number, language: string): string {
  return timeOfDay(new Date(now).toISOString(), { timeZone, language });
}
