import { spellMinutes } from '#kernel/minutes.ts';

const HOUR = 60;

const H = 'h(?:(?:ou)?rs?)?';
const M = 'm(?:in(?:ute)?s?)?';
/** The ways to write a length of time: as on a clock, hours with a fraction, hours and minutes, minutes alone. */
const CLOCK = /^(\d{1,5}):([0-5]\d)$/;
const FRACTION = new RegExp(`^(\\d{1,5}[.,]\\d{1,4})\\s*${H}$`, 'i');
const BOTH = new RegExp(`^(\\d{1,5})\\s*${H}\\s*(?:([0-5]?\\d)\\s*(?:${M})?)?$`, 'i');
const ALONE = new RegExp(`^(\\d{1,6})\\s*(?:${M})?$`, 'i');

/**
 * `90`, `90m`, `1h`, `1h 15`, `1h15m`, `1:30`, `1.5h`, `1,5h` → minutes; null when it is none of these or less than one minute.
 * What can be meant in two ways, such as `1.5`, is none of them: time that is billed is never guessed.
 */
export function readMinutes(text: string): number | null {
  const written = text.trim();
  const fraction = FRACTION.exec(written);
  const parts = CLOCK.exec(written) ?? BOTH.exec(written);
  const minutes = fraction
    ? Math.round(Number(fraction[1]?.replace(',', '.')) * HOUR)
    : parts
      ? Number(parts[1]) * HOUR + Number(parts[2] ?? 0)
      : Number(ALONE.exec(written)?.[1] ?? 0);
  return minutes >= 1 ? minutes : null;
}

/** What a field for a length of time has read: nothing, so many minutes, or why it takes none of it. */
export type ReadTime = { minutes: number | null; fault: string | null };

/** Reads what a field of that name holds, where it may be up to `most` minutes or empty. */
export function readTime(text: string, name: string, most: number): ReadTime {
  if (text.trim() === '') return { minutes: null, fault: null };
  const minutes = readMinutes(text);
  if (minutes !== null && minutes <= most) return { minutes, fault: null };
  const why = minutes === null ? '' : `${spellMinutes(minutes)} is too long. `;
  return {
    minutes: null,
    fault: `${name}: ${why}Write minutes or hours, such as 90, 1h 15, 1:30 or 1.5h; 1 minute to ${spellMinutes(most)}.`,
  };
}
