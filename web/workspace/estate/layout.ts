import type { Impact } from '#shared/estate.ts';

type Item = Impact['start'];
/** `row`: the how many-eth of its level's rows, from 0. */
export type Place = { readonly item: Item; readonly x: number; readonly y: number; readonly row: number };

/** In pixels: from the middle of one box to the next, from a row to the next of one distance, and to the next distance. */
const WIDE = 220;
const HIGH = 84;
const BETWEEN = 130;
const MOST_IN_ROW = 6;

/**
 * Where items stand in a picture: a level for each distance, and of many at one distance several rows, since one row of them would have to
 * be looked at from too far away. What was reached by way of one item stands together.
 */
export function placesOf(items: readonly Item[]): Place[] {
  const places: Place[] = [];
  const order = new Map<string, number>();
  let y = 0;
  for (const [, level] of [...Map.groupBy(items, ({ depth }) => depth)].sort(([a], [b]) => a - b)) {
    const sorted = level.toSorted((a, b) => (order.get(a.via ?? '') ?? 0) - (order.get(b.via ?? '') ?? 0));
    for (const [nth, item] of sorted.entries()) {
      const row = Math.floor(nth / MOST_IN_ROW);
      const inRow = Math.min(MOST_IN_ROW, sorted.length - row * MOST_IN_ROW);
      order.set(item.id, order.size);
      places.push({ item, row, x: ((nth % MOST_IN_ROW) - (inRow - 1) / 2) * WIDE, y: y + row * HIGH });
    }
    y += (Math.ceil(sorted.length / MOST_IN_ROW) - 1) * HIGH + BETWEEN;
  }
  return places;
}
