/** Where the reader was in a list: kept for each place of the browser's history, so that "back" returns to it. */
export type Place = { current: string | null; ticked: readonly string[]; scroll: number };

const KEPT = 50;
const places = new Map<string, Place>();

export const recallPlace = (key: string): Place | undefined => places.get(key);

/** Keeps a part of where the reader is; the oldest places make room. */
export function keepPlace(key: string, part: Partial<Place>): void {
  const place = { current: null, ticked: [], scroll: 0, ...places.get(key), ...part };
  places.delete(key);
  places.set(key, place);
  if (places.size <= KEPT) return;
  const [oldest] = places.keys();
  if (oldest !== undefined) places.delete(oldest);
}
