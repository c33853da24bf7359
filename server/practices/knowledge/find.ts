import { nearestWords } from '#kernel/near-words.ts';
import { errorsAllowed } from '#kernel/typing-errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { wordsOf } from '#server/desk/search/index.ts';

/** An article that was found, with how well it fits. */
export type Hit = { id: string; score: number };
/** What was found, by which words: those typed, and what they were mended to. */
export type Found = { readonly hits: readonly Hit[]; readonly words: readonly string[] };

/** More than anybody pages through. */
const MOST = 500;
const COMPARED = 40;

const beginning = (word: string) => `'${word}':*`;
const all = (words: readonly string[]) => words.map(beginning).join(' & ');
const some = (words: readonly string[]) => words.map(beginning).join(' | ');

/**
 * Articles that have the words, the best first, within the reader's sight: all of the words, each perhaps the beginning of one; where
 * there is none, with typing errors mended; where there is none either, those that have some of them.
 */
export async function findArticles(ctx: Ctx, text: string): Promise<Found> {
  const words = wordsOf(text);
  if (words.length === 0) return { hits: [], words };
  const hits = await ask(ctx, all(words));
  if (hits.length > 0) return { hits, words };
  const near = await nearWords(ctx, words);
  const meant = (word: string) => [word, ...(near.get(word) ?? [])];
  const mended = words.flatMap(meant);
  const found = near.size > 0 ? await ask(ctx, words.map((word) => `(${some(meant(word))})`).join(' & ')) : [];
  if (found.length > 0 || words.length === 1) return { hits: found, words: mended };
  return { hits: await ask(ctx, some(mended)), words: mended };
}

/** An article that has some of the words: which (their places, from 1), and whether one of these stands in its title. */
export type Suggested = Hit & { hits: number[]; titled: boolean };

const SUGGEST = 'select article_id as id, score, hits, titled from app.suggest_articles($1::text[], $2)';

/** Published articles that have some of the words, the best first. Words may be beginnings, and plurals stand for one as well. */
export async function suggestArticles(ctx: Ctx, words: readonly string[], most: number): Promise<Suggested[]> {
  if (words.length === 0) return [];
  return ctx.hot<Suggested>('suggest_articles', SUGGEST, [words.map(stemOf), most]);
}

const stemOf = (word: string) => (word.length >= 5 && word.endsWith('s') ? word.slice(0, -1) : word);

function ask(ctx: Ctx, query: string): Promise<Hit[]> {
  return ctx.hot<Hit>('find_articles', 'select article_id as id, score from app.find_articles($1::tsquery, $2)', [
    query,
    MOST,
  ]);
}

/** For each word, the words of articles that may be meant by it; those that stand in one as they were typed mean themselves. */
export async function nearWords(ctx: Ctx, words: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const most = errorsAllowed(word);
    if (most === 0) continue;
    const rows = await ctx.hot<{ word: string }>(
      'similar_article_words',
      'select app.similar_article_words($1, $2) as word',
      [word, COMPARED],
    );
    const known = rows.map((row) => row.word);
    const near = known.includes(word) ? [] : nearestWords(word, known, most);
    if (near.length > 0) found.set(word, near);
  }
  return found;
}
