import type { Impact } from '#shared/estate-relations.ts';

type Item = Impact['start'];
/** `row`: the how many-eth of its level's rows, from 0. */
export type Place = { readonly item: Item; readonly x: number; readonly y: number; readonly row: number };

/** In pixels: from the middle of one box to the next, from a row to the next of one distance, and to the next distance. */
const WIDE = 220;
const HIGH = 84;
const BETWEEN = 130;
const USUAL_IN_ROW = 6;
/** Of very many, rows are so long that the whole is not much higher than it is wide. */
const inRowOf = (count: number): number => Math.max(USUAL_IN_ROW, Math.round(Math.sqrt(count * 0.6)));

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
    const most = inRowOf(sorted.length);
    for (const [nth, item] of sorted.entries()) {
      const row = Math.floor(nth / most);
      const inRow = Math.min(most, sorted.length - row * most);
      order.set(item.id, order.size);
      places.push({ item, row, x: ((nth % most) - (inRow - 1) / 2) * WIDE, y: y + row * HIGH });
    }
    y += (Math.ceil(sorted.length / most) - 1) * HIGH + BETWEEN;
  }
  return places;
}
