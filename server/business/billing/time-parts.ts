import type { Priced } from '#kernel/billing.ts';

/** How a line of a contract took in time, or that it was charged without one. */
type How = 'charged' | 'included' | 'block';
/** What of an entry one line took in, in one way; in billed seconds. */
type TimePart = { entry_id: string; line_id: string | null; how: How; seconds: number };

/** Which lines took in what of each entry, once for each line and way. */
export function timeParts({ charges, covered }: Priced['time']): TimePart[] {
  const parts = new Map<string, TimePart>();
  const add = (part: TimePart) => {
    const key = `${part.entry_id} ${part.line_id} ${part.how}`;
    parts.set(key, { ...part, seconds: part.seconds + (parts.get(key)?.seconds ?? 0) });
  };
  for (const { lineId, pieces } of charges)
    for (const { entryId, seconds } of pieces) add({ entry_id: entryId, line_id: lineId, how: 'charged', seconds });
  for (const { entryId, lineId, seconds, draws } of covered)
    add({ entry_id: entryId, line_id: lineId, how: draws.length > 0 ? 'block' : 'included', seconds });
  return [...parts.values()];
}
