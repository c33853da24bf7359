import { foldedWords } from './fold.ts';

/** Words that say nothing about what a ticket is about, in the languages that mail programs put before a subject. */
const EMPTY = new Set(
  'the and for not from with has have had was were are can cannot does did its this that please help urgent issue problem ticket fwd der die das und nicht les des pas'.split(
    ' ',
  ),
);

/** The words of a title that say what it is about: at least three letters, no numbers, without accents, each once. */
export function titleWords(title: string): ReadonlySet<string> {
  return new Set(foldedWords(title).filter((word) => word.length >= 3 && !/\p{N}/u.test(word) && !EMPTY.has(word)));
}

/** How alike two titles are: words in common among all their words (Jaccard), 0 to 1. Titles without words are like nothing. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  return common / (a.size + b.size - common);
}

/** Titles count as alike from here on: half of all their words are the same. */
export const ALIKE = 0.5;

/**
 * Groups things whose titles are alike: each joins the first group whose first member it is like, else it begins one. Groups of
 * one are left out; the largest come first. Quadratic in the number of groups, so the caller caps what it gives.
 */
export function groupAlike<T extends { readonly title: string }>(items: readonly T[]): T[][] {
  const groups: { words: ReadonlySet<string>; members: T[] }[] = [];
  for (const item of items) {
    const words = titleWords(item.title);
    const group = groups.find((one) => likeness(one.words, words) >= ALIKE);
    if (group) group.members.push(item);
    else groups.push({ words, members: [item] });
  }
  return groups
    .map((group) => group.members)
    .filter((members) => members.length > 1)
    .sort((a, b) => b.length - a.length);
}
