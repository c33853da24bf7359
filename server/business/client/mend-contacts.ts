import { foldedWords } from '#kernel/fold.ts';
import { errorsAllowed, typingErrors } from '#kernel/typing-errors.ts';
import type { ContactView } from '#shared/client.ts';

const MOST_WORDS = 3;

/**
 * What to search for where nobody is called as typed: an error lies in one half of a word, so the other half is right, or the two
 * letters in the middle are swapped. Every combination, each a text to search people by.
 */
export function halvesOf(text: string): string[] {
  const words = foldedWords(text);
  if (words.length === 0 || words.length > MOST_WORDS || words.every((word) => errorsAllowed(word) === 0)) return [];
  return words
    .map((word) => {
      const middle = Math.floor(word.length / 2);
      const swapped = `${word.slice(0, middle - 1)}${word[middle]}${word[middle - 1]}${word.slice(middle + 1)}`;
      return errorsAllowed(word) === 0 ? [word] : [word.slice(0, middle), word.slice(middle), swapped];
    })
    .reduce<string[]>((texts, parts) => texts.flatMap((one) => parts.map((part) => `${one} ${part}`)), [''])
    .map((one) => one.trim());
}

const errorsIn = (word: string, own: readonly string[]): number =>
  Math.min(...own.map((one) => typingErrors(word, one, errorsAllowed(word))), errorsAllowed(word) + 1);

/** Of people, those who may be meant by a text with typing errors, the nearest first. */
export function meantBy(text: string, people: readonly ContactView[]): ContactView[] {
  const words = foldedWords(text);
  return people
    .flatMap((person) => {
      const own = foldedWords(`${person.name} ${person.email}`);
      const errors = words.map((word) => errorsIn(word, own));
      return errors.every((count, i) => count <= errorsAllowed(words[i] ?? ''))
        ? [{ person, errors: errors.reduce((sum, count) => sum + count, 0) }]
        : [];
    })
    .sort((a, b) => a.errors - b.errors || a.person.name.localeCompare(b.person.name))
    .map(({ person }) => person);
}
