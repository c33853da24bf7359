/** Chance that always falls the same way for the same seed, so that every sample is the same. */
export type Random = {
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** Whether something with this share (0 to 1) happens. */
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the items, the heavier the more often. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  shuffle<T>(items: readonly T[]): T[];
};

/** Four 32-bit numbers from a text (FNV-1a with four different beginnings). */
function seeds(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (const [lane] of state.entries())
    for (let index = 0; index < text.length; index++)
      state[lane] = Math.imul((state[lane] as number) ^ text.charCodeAt(index), 0x01000193 + 2 * lane) >>> 0;
  return state;
}

/** A generator (sfc32) of its own for a seed such as "ticket 17". */
export function randomOf(seed: string): Random {
  let [a, b, c, counter] = seeds(seed);
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error(`Nothing to pick from for ${seed}`);
    return items[between(0, items.length - 1)] as T;
  };
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick,
    weighted(items, weight) {
      let left = next() * items.reduce((sum, item) => sum + weight(item), 0);
      for (const item of items) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return pick(items);
    },
    shuffle(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last);
        [mixed[last], mixed[other]] = [mixed[other] as never, mixed[last] as never];
      }
      return mixed;
    },
  };
}
