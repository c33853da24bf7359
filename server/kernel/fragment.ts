import { fold, foldedWords, WORD } from './fold.ts';

const BEFORE = 40;
const LENGTH = 140;

/** Of the words (folded), those with which a word of the text begins. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const there = foldedWords(text);
  return words.filter((word) => there.some((one) => one.startsWith(word)));
}

/** The piece of a text, at most 140 letters, around the first word that begins with one of the words; null where none does. */
export function fragment(text: string, words: readonly string[]): string | null {
  const flat = text.replace(/\s+/g, ' ').trim();
  for (const match of flat.matchAll(WORD)) {
    const found = fold(match[0]);
    if (!words.some((word) => found.startsWith(word))) continue;
    const from = cutAt(flat, Math.max(0, match.index - BEFORE), match.index);
    const until = Math.max(cutAt(flat, from + LENGTH, flat.length, -1), match.index + match[0].length);
    return `${from > 0 ? '… ' : ''}${flat.slice(from, until).trim()}${until < flat.length ? ' …' : ''}`;
  }
  return null;
}

/** The next space from a place on, forwards up to a limit or backwards, so that no word is cut. */
function cutAt(text: string, place: number, limit: number, step: 1 | -1 = 1): number {
  if (place <= 0 || place >= text.length) return Math.max(0, Math.min(place, text.length));
  if (step === -1) return Math.max(text.lastIndexOf(' ', place), 0) || place;
  const space = text.indexOf(' ', place);
  return space === -1 || space > limit ? limit : space + 1;
}
