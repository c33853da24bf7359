import type { TimelineEntry } from '#shared/ticket.ts';

/** A part of the conversation: a day that begins, a message, or what happened between two messages. */
export type Piece =
  | { kind: 'day'; name: string }
  | { kind: 'message'; entry: TimelineEntry }
  | { kind: 'events'; entries: TimelineEntry[] };

/**
 * Messages stand alone; what happened between two of them is folded together. A day begins where its name differs from the
 * one before; `first` is the day of the report, which stands above everything.
 */
export function piecesOf(
  entries: readonly TimelineEntry[],
  first: string,
  dayOf: (entry: TimelineEntry) => string,
): Piece[] {
  const list: Piece[] = [];
  let today = first;
  for (const entry of entries) {
    const name = dayOf(entry);
    const last = list.at(-1);
    if (entry.message === null && last?.kind === 'events') {
      last.entries.push(entry);
      today = name;
      continue;
    }
    if (name !== today) list.push({ kind: 'day', name });
    today = name;
    list.push(entry.message ? { kind: 'message', entry } : { kind: 'events', entries: [entry] });
  }
  return list;
}
