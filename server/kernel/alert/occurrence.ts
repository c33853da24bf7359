import type { Heard, Occurrence, Said } from './types.ts';

const WEIGHT = { resolved: 0, raised: 1, updated: 2 } as const;

/**
 * What a single reading says of the occurrence that it is of. A source that tells no times apart: its raise is known by its start, and its
 * resolve by the instant before which it ends everything.
 */
export function occurrenceOf(heard: Heard): Occurrence {
  const { severity, kind, title, text, url, acknowledgedBy, saidAt, startedAt } = heard;
  const isEnd = heard.state === 'resolved';
  const endsAll = isEnd && heard.occurrence === '';
  const endedAt = endsAll ? (heard.endedAt ?? startedAt) : isEnd ? heard.endedAt : null;
  return {
    externalId: heard.externalId,
    occurrence: heard.occurrence === '' ? (endedAt ?? startedAt) : heard.occurrence,
    raised: !isEnd,
    ended: isEnd,
    endsAll,
    startedAt,
    endedAt,
    said: { severity, kind, title, text, url, acknowledgedBy, saidAt, weight: WEIGHT[heard.state] },
  };
}

/** The key of an occurrence among those of one source. An end of everything is never the occurrence that it ends. */
export const occurrenceKey = ({ externalId, occurrence, endsAll }: Occurrence): string =>
  JSON.stringify([externalId, occurrence, endsAll]);

/**
 * What two say of one occurrence together. It does not matter which comes first, nor whether one comes twice: the ends and the starts are
 * the earliest, and the words those that count most.
 */
export function joinOccurrences(a: Occurrence, b: Occurrence): Occurrence {
  return {
    externalId: a.externalId,
    occurrence: a.occurrence,
    raised: a.raised || b.raised,
    ended: a.ended || b.ended,
    endsAll: a.endsAll,
    startedAt: startOf(a, b),
    endedAt: earliest(a.endedAt, b.endedAt),
    said: compareSaid(a.said, b.said) >= 0 ? a.said : b.said,
  };
}

/** When it began is told by who saw it begin; an end alone may guess. */
function startOf(a: Occurrence, b: Occurrence): string {
  if (a.raised !== b.raised) return a.raised ? a.startedAt : b.startedAt;
  return earlier(a.startedAt, b.startedAt);
}

/** The earlier of two instants, as texts that compare as they follow each other. */
export function earlier(a: string, b: string): string {
  if (a < b) return a;
  return b;
}

const earliest = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : earlier(a, b);

/** Words of an end count least; else later ones more, then an update more than a raise, then the more severe. */
function compareSaid(a: Said, b: Said): number {
  return (
    Math.min(a.weight, 1) - Math.min(b.weight, 1) ||
    compare(a.saidAt ?? '', b.saidAt ?? '') ||
    a.weight - b.weight ||
    b.severity - a.severity ||
    compare(wordsOf(a), wordsOf(b))
  );
}

const wordsOf = ({ kind, title, text, url, acknowledgedBy }: Said): string =>
  JSON.stringify([kind, title, text, url, acknowledgedBy]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The occurrence as it is in view of an end of everything that its source told: ended by it if it began before. */
export function endedBy(one: Occurrence, end: Occurrence): Occurrence {
  const reaches =
    one.raised && end.endsAll && end.externalId === one.externalId && one.startedAt <= (end.endedAt ?? '');
  return reaches ? { ...one, ended: true, endedAt: earliest(one.endedAt, end.endedAt) } : one;
}
