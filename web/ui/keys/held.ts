/** What a shortcut opens to be written in: a dialogue, or a field of the page itself. */
export type Opens = 'dialogue' | 'field';

export type Hold = { opens: Opens; keys: string[]; began: number; timer: ReturnType<typeof setTimeout> };

let hold: Hold | null = null;

/** The keys that are kept back right now, if any are. */
export const heldNow = (): Hold | null => hold;

/** Begins to keep keys back. */
export function holdThem(next: Hold): void {
  hold = next;
}

/** Ends keeping keys back, and forgets them: what was to be opened does not come, or needs no keys. */
export function releaseKeys(): void {
  if (hold) clearTimeout(hold.timer);
  hold = null;
}
