import { foldedWords } from '#kernel/fold.ts';
import { fragment, wordsIn } from '#kernel/fragment.ts';
import { ticketKey } from '#kernel/ticket-key.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { type Hit, searchAllButOne, searchTickets, wordsOf } from '#server/desk/search/index.ts';
import type { FoundTicket, FoundTickets, SearchQuery } from '#shared/search.ts';
import { ticketNamed } from './find.ts';
import { ticketRows } from './query-rows.ts';

/** So many of the newest hits are compared with each other. */
const COMPARED = 60;
/** The words of a ticket that are looked at, in letters and in messages: enough for a line that says why. */
const LETTERS = 20_000;
const MESSAGES = 30;

type Place = FoundTicket['in'];
type Texts = { place: Place; text: string }[];
/** What a word counts for by where it stands. */
const WEIGHT: Readonly<Record<Place, number>> = {
  key: 8,
  title: 4,
  requester: 3,
  client: 2,
  description: 1,
  conversation: 0,
  note: 0,
};

/** The share of it that the beginning of a word has; less than half, so that a whole word of the title goes before a key's number. */
const BEGINNING = 0.4;

type Row = { id: string; key: string; title: string; description: string; requester: string; client: string };
const TEXTS = `
select t.id, t.key, t.title, left(t.description, ${LETTERS}) as description, concat_ws(' ', r.name, r.email) as requester,
  concat_ws(' ', c.name, c.code) as client
from unnest($1::uuid[], $2::uuid[]) place (client_id, id)
join tickets t on t.client_id = place.client_id and t.id = place.id
join clients c on c.id = t.client_id
left join contacts r on r.client_id = t.client_id and r.id = t.requester_id`;

const SAID = `
select m.ticket_id as id, m.visibility, left(m.body_text, ${LETTERS}) as text
from unnest($1::uuid[], $2::uuid[]) place (client_id, id)
cross join lateral (select * from messages m where m.client_id = place.client_id and m.ticket_id = place.id
  order by m.created_at desc, m.id desc limit ${MESSAGES}) m
order by m.created_at desc`;

/**
 * Tickets for some words, best first: the one whose key they are, then those that have them in key or title before those that only
 * mention them, the newest change first among equals; each with the place and piece of text where it was found. Where none has all
 * the words, those that have all but one.
 */
export async function findTickets(ctx: Ctx, { q, clientId, limit = 20 }: SearchQuery): Promise<FoundTickets> {
  const within = clientId ? { clientId } : {};
  const whole = await searchTickets(ctx, q, within, COMPARED);
  // A key that no ticket has is no handful of words: its number alone says nothing.
  const key = ticketKey(q.trim());
  const { hits, words } = whole.hits.length > 0 || key ? whole : await searchAllButOne(ctx, q, within, COMPARED);
  const named = await ticketNamed(ctx, q);
  const meant = named && (!clientId || named.client_id === clientId) ? named : undefined;
  const others = hits.filter(({ id }) => id !== meant?.id);
  const best = (await ranked(ctx, meant ? [meant, ...others] : others, words, meant)).slice(0, limit);
  const places = best.map(({ hit }) => hit);
  const [rows, said] = await Promise.all([
    ticketRows(ctx, places),
    ctx.hot<{ id: string; visibility: string; text: string }>('found_said', SAID, columns(places)),
  ]);
  // Mended words stand for typed ones; which of them is not told, so only what was found as typed can be missing.
  const typed = wordsOf(q).length === words.length ? words : [];
  const items = best.flatMap(({ hit, texts }) => {
    const ticket = rows.find(({ id }) => id === hit.id);
    if (!ticket) return [];
    for (const { id, visibility, text } of said)
      if (id === hit.id) texts.push({ place: visibility === 'public' ? 'conversation' : 'note', text });
    const all = texts.map(({ text }) => text).join(' ');
    const there = wordsIn(all, typed);
    return [{ ticket, ...whyOf(texts, words), missing: typed.filter((word) => !there.includes(word)) }];
  });
  return {
    words: wordsIn(items.map(({ ticket, text }) => `${ticket.key} ${ticket.title} ${text}`).join(' '), words),
    items,
    unknownKey: key && !named ? `${key.code}-${key.number}` : null,
  };
}

const columns = (hits: readonly Hit[]) => [hits.map(({ client_id }) => client_id), hits.map(({ id }) => id)];

/** The hits with their texts, best first: `meant` before all others. */
async function ranked(ctx: Ctx, hits: readonly Hit[], words: readonly string[], meant: Hit | undefined) {
  const rows = hits.length > 0 ? await ctx.hot<Row>('found_texts', TEXTS, columns(hits)) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return hits
    .flatMap((hit) => {
      const row = byId.get(hit.id);
      if (!row) return [];
      const texts: Texts = [
        { place: 'key', text: row.key },
        { place: 'title', text: row.title },
        { place: 'requester', text: row.requester },
        { place: 'client', text: row.client },
        { place: 'description', text: htmlToText(row.description) },
      ];
      return [{ hit, texts, score: hit === meant ? Number.POSITIVE_INFINITY : scoreOf(texts, words) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** Each word counts where it counts most, and for less where it is only the beginning of one: `1` of `ACME-126`. */
function scoreOf(texts: Texts, words: readonly string[]): number {
  const best = new Map<string, number>();
  for (const { place, text } of texts) {
    const there = new Set(foldedWords(text));
    for (const word of wordsIn(text, words)) {
      const weight = there.has(word) ? WEIGHT[place] : BEGINNING * WEIGHT[place];
      best.set(word, Math.max(best.get(word) ?? 0, weight));
    }
  }
  return [...best.values()].reduce((sum, one) => sum + one, 0);
}

/** What key and title do not say: the first other place with a word that they do not have. */
function whyOf(texts: Texts, words: readonly string[]): Pick<FoundTicket, 'in' | 'text'> {
  const shown = texts.filter(({ place }) => place === 'key' || place === 'title');
  const seen = wordsIn(shown.map(({ text }) => text).join(' '), words);
  const hidden = words.filter((word) => !seen.includes(word));
  for (const { place, text } of texts) {
    const piece = shown.some((one) => one.place === place) ? null : fragment(text, hidden);
    if (piece !== null) return { in: place, text: piece };
  }
  const place = shown.find(({ text }) => wordsIn(text, words).length > 0)?.place ?? 'title';
  return { in: place, text: '' };
}
