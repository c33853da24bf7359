import { typingErrors } from './typing-errors.ts';

const MOST_NEAR = 4;
const PLAIN = /^[\p{L}\p{M}\p{N}]+$/u;

/**
 * Of known words, those that may be meant by one that was typed: with the fewest typing errors, at most four, and none with more than
 * `most` where that is given. Words that search could not ask for are left out.
 */
export function nearestWords(typed: string, known: readonly string[], most = typed.length): string[] {
  return known
    .filter((word) => word !== typed && PLAIN.test(word))
    .map((word) => ({ word, errors: typingErrors(typed, word, typed.length) }))
    .filter(({ errors }) => errors <= most || most >= typed.length)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, MOST_NEAR)
    .map(({ word }) => word);
}
