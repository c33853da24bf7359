import { ui, wordsStore } from '../words/words.ts';

/** Time as people read it. Instants come as ISO strings and are shown in the reader's zone. */

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times what using one does, so each is made once. */
export function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}

export type Reader = { timeZone: string; language: string };

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

/** The same within a sentence: `21 minutes ago`. */
export function agoSaid(iso: string, now: number, reader: Reader): string {
  const seconds = Math.max(Math.round((now - Date.parse(iso)) / 1000), 0);
  return seconds < 7 * DAY ? relative(wordsStore.get().language, seconds, 'long') : day(iso, now, reader);
}

/** The same in a language that has no letters for units which everybody knows: `vor 4 Min.`. */
function relative(language: string, seconds: number, style: 'short' | 'long' = 'short'): string {
  const words = new Intl.RelativeTimeFormat(language, { style, numeric: 'always' });
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

/** The time of day: `14:05`. */
export function timeOfDay(iso: string, { timeZone, language }: Reader): string {
  return format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(iso));
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
