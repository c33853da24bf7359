import type { Fields } from '../message/content.ts';

/** What makers write where they had nothing to write. */
const NOTHING =
  /^(to be filled( by o\.?e\.?m\.?)?|(system|product|chassis)( product)? (name|version|manufacturer|serial number)|default string|not (specified|available|applicable|present)|none|n\/?a|unknown|undefined|empty|null|o\.?e\.?m\.?|-+|0+|x+|\?+)$/i;

const MIB = 1_048_576;
const MB = 1_000_000;
/** More than any machine has: what lies beyond is a mistake of the source. */
const MOST_MB = 1e12;

/** The first of some fields that says something; null where none does. */
export function textOf(fields: Fields | undefined, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = fields?.get(name);
    if (text !== undefined && !NOTHING.test(text)) return text;
  }
  return null;
}

/** A number as agents write it (`16384`, `274877.906944`, `1000 Mbps`); null for none, and for what is below nought. */
export function numberOf(fields: Fields | undefined, ...names: readonly string[]): number | null {
  const number = Number.parseFloat(textOf(fields, ...names)?.replace(',', '.') ?? '');
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** MB (10⁶ bytes) of what an agent says in MiB though it calls them MB: memory and volumes. */
export function megabytesOfMib(mib: number | null): number | null {
  return mib === null ? null : sized((mib * MIB) / MB);
}

/** MB (10⁶ bytes) of what an agent says in those: whole disks. */
export const megabytes = (mb: number | null): number | null => (mb === null ? null : sized(mb));

const sized = (mb: number) => (mb > 0 && mb < MOST_MB ? Math.round(mb) : null);

/** `1`, `true` and `yes` are yes; anything else that is said is no. */
export function flagOf(fields: Fields | undefined, name: string): boolean | null {
  const text = fields?.get(name);
  return text === undefined ? null : /^(1|true|yes|on)$/i.test(text);
}

const DATE = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/;
/** Before there were such agents: what is older was never set. */
const FIRST_YEAR = 1980;

/** A day (`YYYY-MM-DD`) out of a date with or without a time; null for what is none, such as `1970-00-01`. */
export function dayOf(fields: Fields | undefined, name: string): string | null {
  return localTime(textOf(fields, name))?.slice(0, 10) ?? null;
}

/**
 * An instant (ISO 8601, UTC) out of a time on the device's clock and its distance from UTC (`+1000`); null where either is not said,
 * since nobody knows then when it was.
 */
export function instantOf(fields: Fields | undefined, name: string, offsetName: string): string | null {
  const local = localTime(textOf(fields, name));
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(fields?.get(offsetName) ?? '') ?? [];
  if (local === null || local.length === 10 || sign === undefined) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(`${local}Z`) - offset * 60_000).toISOString();
}

function localTime(text: string | null): string | null {
  const [, year, month, day, hour, minute, second] = DATE.exec(text ?? '') ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR) return null;
  const date = `${year}-${month}-${day}`;
  const whole = hour === undefined ? date : `${date}T${hour}:${minute}:${second ?? '00'}`;
  const at = Date.parse(hour === undefined ? `${date}T00:00:00Z` : `${whole}Z`);
  // 30 February is read as a day of March.
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date) ? whole : null;
}
