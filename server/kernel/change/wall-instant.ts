import { Temporal } from 'temporal-polyfill';
import { offsetAt } from '../calendar/offsets.ts';

/**
 * The first instant (epoch milliseconds) at which the clocks of a zone show a time such as `2026-12-05T09:00`, or a later one: of a
 * time that they show twice the first, of one that they skip the moment of the skip.
 */
export function firstShowing(wall: string, timeZone: string): number {
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(plain)) return earlier.epochMilliseconds;
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return skipBetween(earlier.epochMilliseconds / 1000, later.epochMilliseconds / 1000, timeZone) * 1000;
}

/** The second between two others at which a zone's distance from UTC becomes that of the later. */
function skipBetween(low: number, high: number, timeZone: string): number {
  const after = offsetAt(timeZone, high);
  let [before, at] = [low, high];
  while (at - before > 1) {
    const half = Math.floor((before + at) / 2);
    if (offsetAt(timeZone, half) === after) at = half;
    else before = half;
  }
  return at;
}
