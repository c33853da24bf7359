import { earlier, endedBy, joinOccurrences, occurrenceKey, occurrenceOf } from './occurrence.ts';
import type { AlertState, Heard, Occurrence } from './types.ts';

/** The occurrences that readings are of, each with all that was said of it. */
export function occurrencesOf(readings: readonly Heard[]): Occurrence[] {
  const known = new Map<string, Occurrence>();
  for (const one of readings.map(occurrenceOf)) {
    const key = occurrenceKey(one);
    const before = known.get(key);
    known.set(key, before ? joinOccurrences(before, one) : one);
  }
  const all = [...known.values()];
  const ends = all.filter(({ endsAll }) => endsAll);
  return all.map((one) => ends.reduce(endedBy, one));
}

/**
 * What an alert is, from all that was heard of it; null while only ends were heard. Of each id at the source the occurrence that began
 * last counts: an earlier one is over when the next begins, even if nobody said so. The alert is open while one that counts lasts.
 */
export function foldAlert(occurrences: readonly Occurrence[]): AlertState | null {
  const raised = occurrences.filter((one) => one.raised);
  const latest = latestOf(raised);
  if (!latest) return null;
  const counting = [...Map.groupBy(raised, ({ externalId }) => externalId).values()].map(latestOf);
  const open = counting.some((one) => one?.ended === false);
  return {
    open,
    count: raised.length,
    firstAt: raised.map(({ startedAt }) => startedAt).reduce(earlier),
    lastAt: latest.startedAt,
    clearedAt: open ? null : latest.endedAt,
    said: latest.said,
  };
}

/** The one that began last; of those that began together, by their names. */
const latestOf = (all: readonly Occurrence[]): Occurrence | undefined =>
  all.reduce<Occurrence | undefined>((last, one) => (last && isAfter(last, one) ? last : one), undefined);

function isAfter(a: Occurrence, b: Occurrence): boolean {
  if (a.startedAt !== b.startedAt) return a.startedAt > b.startedAt;
  if (a.externalId !== b.externalId) return a.externalId > b.externalId;
  return a.occurrence > b.occurrence;
}
