import type { CategoryView } from '#shared/classification.ts';

const SHORTEST = 4;
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST);
/** Words with the same beginning count as one: printer, printing, prints. */
const alike = (a: string, b: string): boolean =>
  a.startsWith(b.slice(0, SHORTEST + 1)) || b.startsWith(a.slice(0, SHORTEST + 1));

/** The category whose name is spoken of in the text, the deepest of several, and the word that gave it away. */
export function proposeCategory(
  text: string,
  categories: readonly CategoryView[],
): { category: CategoryView; word: string } | null {
  const spoken = wordsOf(text);
  let best: { category: CategoryView; word: string; depth: number } | null = null;
  for (const category of categories) {
    if (!category.active) continue;
    const names = wordsOf(category.name);
    const word = spoken.find((one) => names.some((name) => alike(one, name)));
    const depth = category.path.split(' / ').length;
    if (word && (!best || depth > best.depth)) best = { category, word, depth };
  }
  return best && { category: best.category, word: best.word };
}
