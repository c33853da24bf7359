import type { Spoken } from './languages.ts';

/** English without a country is written as most of the world writes it: the day first. */
const tag = (language: Spoken): string => (language === 'en' ? 'en-GB' : language);

/** A day such as 2027-01-31, which belongs to no time zone, as a language writes it: "31. Januar 2027". */
export const dayIn = (language: Spoken, day: string): string =>
  new Intl.DateTimeFormat(tag(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** A month such as 2027-01, as a language writes it: "Januar 2027". */
export const monthIn = (language: Spoken, month: string): string =>
  new Intl.DateTimeFormat(tag(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

const DAY = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/;

/** The day in a text as English writes it by `dayIn`; null where it is something else. */
export function readDay(text: string): string | null {
  if (!DAY.test(text)) return null;
  const at = Date.parse(`${text} UTC`);
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}

/** An instant as a language writes it, at a place: "31. Januar 2027 um 14:00". */
export const instantIn = (language: Spoken, at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(tag(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));
