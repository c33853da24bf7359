/** More of one kind of part than any device has. */
const MOST_PARTS = 500;

/**
 * Disks, cards or processors of a device without those that say nothing, in an order of their own, so that what is told in another order is
 * the same.
 */
export function partsInOrder<P extends object>(parts: readonly P[]): readonly P[] {
  return parts
    .filter((part) => Object.keys(part).length > 0)
    .map((part) => ({ part, text: JSON.stringify(part) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .slice(0, MOST_PARTS)
    .map(({ part }) => part);
}

/** To two digits: free space moves all the time, and what moves by less is nobody's news. */
export const roughly = (mb: number | null): number | null => (mb === null ? null : Number(mb.toPrecision(2)));
