import { isIP } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { visible } from '#kernel/visible.ts';

/** An object of a vendor's answer. Whatever its documents say, any of it may be missing, null, or of another type. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is none. */
export function looseOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/** The objects of a list; none where it is no list. */
export function looseListOf(value: unknown): Loose[] {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
}

/** Text of a text or a number, without blanks at its ends and without what the database cannot keep or nobody sees; null where nothing is left. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? visible(value.toWellFormed().replaceAll('\0', '')).trim() || null : null;
}

/** The texts of a list; none of anything else. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : [];

/** The texts of a list, or the one of a single value, with commas between them; null where there is none. */
export const textsIn = (value: unknown): string | null => textsOf([value].flat()).join(', ') || null;

/** A number that may come as text; null for what is none. */
export function numberOf(value: unknown): number | null {
  const text = textOf(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** A yes or no, however it is written (`true`, `"false"`, `1`, `"0"`, `"Yes"`); null for what is neither. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = textOf(value)?.toLowerCase();
  if (text === 'true' || text === '1' || text === 'yes') return true;
  return text === 'false' || text === '0' || text === 'no' ? false : null;
}

const ZONED = /(?:z|[+-]\d{2}(?::?\d{2})?)$/i;
const PLAIN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)/;

/**
 * A date and time of day as ISO 8601 in UTC. What names no offset is read in `zone`, the IANA name of where the vendor's clock stands.
 * Null for what is no time, and for the years before 1971, which stand for "never".
 */
export function instantOf(value: unknown, zone: string): string | null {
  const text = textOf(value);
  const plain = text === null ? null : PLAIN.exec(text);
  if (text === null || plain === null) return null;
  const at = ZONED.test(text.slice(11)) ? Date.parse(text.replace(' ', 'T')) : inZone(`${plain[1]}T${plain[2]}`, zone);
  return Number.isNaN(at) || at < Date.UTC(1971, 0) ? null : new Date(at).toISOString();
}

function inZone(plain: string, zone: string): number {
  try {
    return Temporal.PlainDateTime.from(plain).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
}

/** 2200-01-01: what lies behind it is no time of this unit, or stands for "never". */
const LAST_SECOND = Date.UTC(2200, 0) / 1000;

/** Seconds since the epoch as ISO 8601 in UTC; null for what is no such, and for zero, which stands for "never". */
export function instantOfSeconds(value: unknown): string | null {
  const seconds = numberOf(value);
  return seconds === null || seconds <= 0 || seconds > LAST_SECOND ? null : new Date(seconds * 1000).toISOString();
}

/** The same of milliseconds since the epoch. */
export function instantOfMs(value: unknown): string | null {
  const ms = numberOf(value);
  return ms === null ? null : instantOfSeconds(ms / 1000);
}

/** An id that is a number or a text without blanks, of at most 200 characters; null for what cannot be one. */
export function idOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^[!-~]{1,200}$/.test(text) ? text : null;
}

/** The day (`YYYY-MM-DD`) that a text begins with; null for what is none, and for what stands for "never". */
export function dayOf(value: unknown): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(textOf(value) ?? '')?.[0];
  if (day === undefined || day < '1971' || Number.isNaN(Date.parse(day))) return null;
  return new Date(Date.parse(day)).toISOString().startsWith(day) ? day : null;
}

/** The parts of a host name up to its first dot, unless it is an address; null where nothing is left. */
export function hostOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null || isIP(text) !== 0 ? null : text.split('.', 1)[0] || null;
}

/** An IP address of a text that may hold other things; null for what is none. */
export function addressOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && isIP(text) !== 0 ? text : null;
}

/** Leaves out what is not known, so that it stays as another source said it. */
export function known<T>(values: Readonly<Record<string, T | null>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null));
}
