import { WORD } from '#kernel/fold.ts';
import { wordsIn } from '#kernel/fragment.ts';

/** A stretch of text, and whether it is one of the words looked for. */
export type Stretch = { text: string; hit: boolean };

/** A text in stretches, with each word apart that begins with one of those looked for (folded). */
export function stretches(text: string, words: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (wordsIn(word, words).length === 0) continue;
    if (index > at) found.push({ text: text.slice(at, index), hit: false });
    found.push({ text: word, hit: true });
    at = index + word.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false });
  return found;
}
