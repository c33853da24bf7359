import type { TimelineEntry } from '#shared/ticket.ts';

/** A part of the conversation: a day that begins, a message, or what happened between two messages. */
export type Piece =
  | { kind: 'day'; name: string }
  | { kind: 'message'; entry: TimelineEntry }
  | {
      kind: 'events';
      entries: TimelineEntry[];
      /** Those of another day than the one named above, by id: they say theirs themselves. */
      later: string[];
    };

/**
 * Messages stand alone; what happened between two of them is folded together, over days but for the latest day, which is always named. A day
 * is named where what follows is not of the one named last; `first` is the day of the report, which stands above everything.
 */
export function piecesOf(
  entries: readonly TimelineEntry[],
  first: string,
  dayOf: (entry: TimelineEntry) => string,
): Piece[] {
  const list: Piece[] = [];
  const end = entries.at(-1);
  const latest = end && dayOf(end);
  let named = first;
  for (const entry of entries) {
    const name = dayOf(entry);
    const last = list.at(-1);
    if (entry.message === null && last?.kind === 'events' && (name === named || name !== latest)) {
      last.entries.push(entry);
      if (name !== named) last.later.push(entry.id);
      continue;
    }
    if (name !== named) list.push({ kind: 'day', name });
    named = name;
    list.push(entry.message ? { kind: 'message', entry } : { kind: 'events', entries: [entry], later: [] });
  }
  return list;
}
