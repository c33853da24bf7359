import type { Ctx } from '#platform/context/index.ts';

/** A place in the results: newest change first. */
export type Hit = { client_id: string; ticket_id: string; updated_at: string };

const FIND = 'select client_id, ticket_id, updated_at from app.find_tickets($1::tsquery, $2, $3, $4, $5)';

/** Words of what was typed: letters and digits, lower case, accents taken off, at most eight. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 8);
}

/** All words must occur, each may be the beginning of one; `alternatives` may stand in for a word. */
function queryOf(words: readonly string[], alternatives: ReadonlyMap<string, readonly string[]> = new Map()): string {
  return words
    .map((word) => `(${[word, ...(alternatives.get(word) ?? [])].map((item) => `'${item}':*`).join(' | ')})`)
    .join(' & ');
}

/**
 * Tickets with all the words in key, title, description, conversation, contact or client, within the caller's scope.
 * When nothing matches, words that occur nowhere are taken for typing errors and the nearest known words tried.
 */
export async function searchTickets(
  ctx: Ctx,
  text: string,
  options: { clientId?: string; limit: number; before?: { at: string; id: string } | null },
): Promise<Hit[]> {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const run = (query: string) =>
    ctx.hot<Hit>('find_tickets', FIND, [
      query,
      options.clientId ?? null,
      options.limit,
      options.before?.at ?? null,
      options.before?.id ?? null,
    ]);
  const exact = await run(queryOf(words));
  if (exact.length > 0) return exact;
  const alternatives = await nearWords(ctx, words);
  return alternatives.size === 0 ? [] : run(queryOf(words, alternatives));
}

async function nearWords(ctx: Ctx, words: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4) continue;
    const rows = await ctx.hot<{ word: string }>('similar_words', 'select app.similar_words($1, 4) as word', [word]);
    const near = rows.map((row) => row.word).filter((item) => item !== word && /^[\p{L}\p{N}]+$/u.test(item));
    if (near.length > 0) found.set(word, near);
  }
  return found;
}
