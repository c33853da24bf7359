import { Temporal } from 'temporal-polyfill';
import { DAY_SECONDS } from './types.ts';

/** A stretch of absolute time, in epoch seconds, during which a zone keeps one distance from UTC, in seconds. */
export type OffsetPiece = { readonly start: number; readonly end: number; readonly offset: number };

/** The zone's distance from UTC at an instant, both in seconds. */
export function offsetAt(timeZone: string, second: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(timeZone);
  return Math.round(zoned.offsetNanoseconds / 1e9);
}

/**
 * One UTC day cut where the zone's offset changes, in order of time. Found by probing and halving: asking Temporal for
 * the next transition misses some where a zone changes more than twice a year.
 */
export function offsetPieces(timeZone: string, utcDay: number): OffsetPiece[] {
  const start = utcDay * DAY_SECONDS;
  const end = start + DAY_SECONDS;
  return halve(timeZone, { start, offset: offsetAt(timeZone, start) }, { start: end, offset: offsetAt(timeZone, end) });
}

type Probe = { start: number; offset: number };

function halve(timeZone: string, low: Probe, high: Probe): OffsetPiece[] {
  const { start, offset } = low;
  if (offset === high.offset || high.start - start === 1) return [{ start, end: high.start, offset }];
  const half = Math.floor((start + high.start) / 2);
  const middle = { start: half, offset: offsetAt(timeZone, half) };
  const pieces: OffsetPiece[] = [];
  for (const piece of [...halve(timeZone, low, middle), ...halve(timeZone, middle, high)]) {
    const last = pieces.at(-1);
    if (last?.offset === piece.offset) pieces[pieces.length - 1] = { ...last, end: piece.end };
    else pieces.push(piece);
  }
  return pieces;
}
