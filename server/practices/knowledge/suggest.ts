import { titleWords } from '#kernel/alike.ts';
import { COMMON } from '#kernel/common-words.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { alikeTo } from '#server/desk/related/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { suggestArticles } from './find.ts';

/** An article that may help on a ticket, and why. */
export type Suggestion = { id: string; why: string };

const SHOWN = 5;
const MOST_WORDS = 18;
/** So many letters of the description are looked at. */
const LETTERS = 2_000;
const LIKE = 30;
const CANDIDATES = 25;
/** What fits by words alone must fit this well beside the best. */
const SHARE = 0.3;
const USED = 0.5;
const USED_MORE = 0.1;

/** Articles that may help on a ticket: by the words it shares with them, and by the tickets like it that they helped on. */
export async function suggestFor(ctx: Ctx, ticket: TicketRecord): Promise<Suggestion[]> {
  const words = wordsOf(ticket);
  const [byWords, byUse] = await Promise.all([suggestArticles(ctx, words, CANDIDATES), usedOnAlike(ctx, ticket)]);
  const best = byWords[0]?.score ?? 1;
  const title = telling(titleWords(ticket.title)).length;
  const points = new Map<string, { score: number; why: string[] }>();
  for (const { id, score, hits, titled } of byWords) {
    // One word alone says little, unless both are about it; and what neither title has is said in passing.
    const named = hits.filter((place) => place <= title).length;
    const fits = named > 1 || (titled && (named > 0 || hits.length > 2));
    if (!fits || score / best < SHARE) continue;
    const shared = hits.slice(0, 4).map((place) => `“${words[place - 1] ?? ''}”`);
    points.set(id, { score: score / best, why: [`shares ${shared.join(', ')}`] });
  }
  for (const { id, times, key } of byUse) {
    const known = points.get(id) ?? { score: 0, why: [] };
    known.score += USED + USED_MORE * Math.min(times, 5);
    known.why.unshift(
      times === 1 ? `helped on ${key}, which is alike` : `helped on ${times} tickets like this, such as ${key}`,
    );
    points.set(id, known);
  }
  return [...points]
    .sort(([, a], [, b]) => b.score - a.score)
    .slice(0, SHOWN)
    .map(([id, { why }]) => ({ id, why: why.join('; ') }));
}

/** The words that say what a ticket is about: those of its title first. */
function wordsOf(ticket: TicketRecord): string[] {
  const title = telling(titleWords(ticket.title));
  const more = telling(titleWords(htmlToText(ticket.description.slice(0, LETTERS))));
  return [...new Set([...title, ...more])].slice(0, MOST_WORDS);
}

const telling = (words: ReadonlySet<string>): string[] => [...words].filter((word) => !COMMON.has(word));

const USES = `
select t.article_id as id, count(*)::int as times, min(k.key) as key
from unnest($1::uuid[], $2::uuid[], $3::text[]) k (client_id, id, key)
join ticket_articles t on t.client_id = k.client_id and t.ticket_id = k.id
join articles a on a.id = t.article_id and a.state = 'published'
group by t.article_id`;

async function usedOnAlike(ctx: Ctx, ticket: TicketRecord) {
  const alike = (await alikeTo(ctx, ticket)).slice(0, LIKE);
  if (alike.length === 0) return [];
  return ctx.hot<{ id: string; times: number; key: string }>('uses_alike', USES, [
    alike.map(({ client_id }) => client_id),
    alike.map(({ id }) => id),
    alike.map(({ key }) => key),
  ]);
}
