import { foldedWords } from '#kernel/fold.ts';
import { nearestWords } from '#kernel/near-words.ts';
import type { Ctx } from '#platform/context/index.ts';

/** A ticket that was found. `updated_at`: when its words or its being open last changed. */
export type Hit = { client_id: string; id: string; updated_at: string };

/** Where to look: at one client, in what is not over yet, or among known tickets. */
export type SearchWithin = {
  readonly clientId?: string;
  readonly openOnly?: boolean;
  readonly among?: readonly { readonly client_id: string; readonly id: string }[];
};

/** A place in the results, which come newest change first. */
type Before = { readonly at: string; readonly id: string } | null;

const FIND = 'select client_id, ticket_id as id, updated_at from app.find_tickets($1::tsquery, $2, $3, $4, $5, $6)';
const MATCH =
  'select client_id, ticket_id as id, updated_at from app.match_tickets($1::tsquery, $2::uuid[], $3::uuid[], $4, $5, $6)';

/** Words of what was typed: letters and digits, lower case, accents taken off, at most eight. */
export function wordsOf(text: string): string[] {
  return [...new Set(foldedWords(text))].slice(0, 8);
}

const beginning = (word: string) => `'${word}':*`;
const whole = (word: string) => `'${word}'`;

/** As people type: words, and the last one perhaps not to its end. Whole words are found at once where beginnings take long. */
const typed = (words: readonly string[]) =>
  words.map((word, i) => (i < words.length - 1 ? whole : beginning)(word)).join(' & ');

/** Each word may be the beginning of one. */
const abbreviated = (words: readonly string[]) => words.map(beginning).join(' & ');

/** Each word, or one of those that may be meant by it. */
const mended = (words: readonly string[], near: ReadonlyMap<string, readonly string[]>) =>
  words.map((word) => `(${[word, ...(near.get(word) ?? [])].map(beginning).join(' | ')})`).join(' & ');

/** What was found, by which words: those typed, and what they were mended to. */
export type Found = { readonly hits: readonly Hit[]; readonly words: readonly string[] };

/**
 * Tickets with all the words in key, title, description, conversation, contact or client, within the caller's scope: as they were
 * typed; where that finds nothing, as beginnings of words; and where that finds nothing either, words that occur nowhere are taken for
 * typing errors and the nearest known words tried.
 */
export async function searchTickets(
  ctx: Ctx,
  text: string,
  within: SearchWithin,
  limit: number,
  before: Before = null,
): Promise<Found> {
  const words = wordsOf(text);
  if (words.length === 0) return { hits: [], words };
  for (const query of new Set([typed(words), abbreviated(words)])) {
    const hits = await ask(ctx, query, within, limit, before);
    if (hits.length > 0) return { hits, words };
    // Behind the last page of what was meant, nothing else is offered.
    if (before && (await ask(ctx, query, within, 1, null)).length > 0) return { hits, words };
  }
  const near = await nearWords(ctx, words);
  if (near.size === 0) return { hits: [], words };
  const hits = await ask(ctx, mended(words, near), within, limit, before);
  return { hits, words: [...words, ...[...near.values()].flat()] };
}

/** Where no ticket has all the words: those that have all but one, newest change first. */
export async function searchAllButOne(ctx: Ctx, text: string, within: SearchWithin, limit: number): Promise<Found> {
  const words = wordsOf(text);
  const found = new Map<string, Hit>();
  if (words.length > 1)
    for (const left of words) {
      const query = abbreviated(words.filter((word) => word !== left));
      for (const hit of await ask(ctx, query, within, limit, null)) found.set(hit.id, hit);
    }
  const hits = [...found.values()].sort((a, b) => b.updated_at.localeCompare(a.updated_at)).slice(0, limit);
  return { hits, words };
}

function ask(ctx: Ctx, query: string, within: SearchWithin, limit: number, before: Before): Promise<Hit[]> {
  const page = [limit, before?.at ?? null, before?.id ?? null];
  const { among, clientId, openOnly } = within;
  if (!among) return ctx.hot<Hit>('find_tickets', FIND, [query, clientId ?? null, openOnly ?? false, ...page]);
  const places = [among.map((one) => one.client_id), among.map((one) => one.id)];
  return ctx.hot<Hit>('match_tickets', MATCH, [query, ...places, ...page]);
}

/** So many words are compared by their errors; letters in common alone are a poor measure of a slip. */
const COMPARED = 40;

/** For each word, the known ones that may be meant by it: those with the fewest typing errors. */
async function nearWords(ctx: Ctx, words: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4) continue;
    const rows = await ctx.hot<{ word: string }>('similar_words', 'select app.similar_words($1, $2) as word', [
      word,
      COMPARED,
    ]);
    const near = nearestWords(
      word,
      rows.map((row) => row.word),
    );
    if (near.length > 0) found.set(word, near);
  }
  return found;
}
