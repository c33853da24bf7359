import { likeness, titleWords } from '#kernel/alike.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type Hit, searchTickets } from '#server/desk/search/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { RelatedTicket } from '#shared/related.ts';
import { type Line, named, ofClient } from './lines.ts';

/** The client's tickets that are compared, newest change first. */
const WINDOW = 400;
const HITS = 40;
const ENOUGH = 30;
const SHOWN = 5;
/** From this likeness of titles on; the same category makes up for a part of it. */
const LIKE = 0.3;
const SAME_CATEGORY = 0.1;

export type Similar = { open: RelatedTicket[]; resolved: RelatedTicket[] };

/** Open and resolved tickets whose titles are alike, the most alike first, each with the words it shares; none of those `known` already. */
export async function similarTo(ctx: Ctx, ticket: TicketRecord, known: ReadonlySet<string>): Promise<Similar> {
  const words = titleWords(ticket.title);
  const ranked = (await rankedBy(ctx, ticket, words)).filter(({ line }) => !known.has(line.id));
  const pick = (...categories: Line['statusCategory'][]) =>
    ranked
      .filter(({ line }) => categories.includes(line.statusCategory))
      .slice(0, SHOWN)
      .map(({ line: { categoryId, ...line } }) => ({
        ...line,
        why: whyOf(line.title, words, categoryId !== null && categoryId === ticket.category_id),
      }));
  return { open: pick('new', 'open', 'waiting'), resolved: pick('resolved', 'closed') };
}

/** Tickets whose titles are alike, whatever their state, the most alike first. */
export async function ticketsLike(ctx: Ctx, ticket: TicketRecord, most: number): Promise<Line[]> {
  return (await rankedBy(ctx, ticket, titleWords(ticket.title))).slice(0, most).map(({ line }) => line);
}

async function rankedBy(ctx: Ctx, ticket: TicketRecord, words: ReadonlySet<string>) {
  if (words.size === 0) return [];
  const lines = [
    ...(await ofClient(ctx, ticket.client_id, WINDOW)),
    ...(await named(ctx, await found(ctx, [...words]))),
  ];
  const once = new Map(lines.filter((line) => line.id !== ticket.id).map((line) => [line.id, line]));
  return [...once.values()]
    .map((line) => ({ line, score: scoreOf(line, words, ticket.category_id) }))
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score || b.line.updatedAt.localeCompare(a.line.updatedAt));
}

function scoreOf(line: Line, words: ReadonlySet<string>, categoryId: string | null): number {
  const alike = likeness(words, titleWords(line.title));
  return alike === 0 ? 0 : alike + (categoryId !== null && line.categoryId === categoryId ? SAME_CATEGORY : 0);
}

function whyOf(title: string, words: ReadonlySet<string>, sameCategory: boolean): string {
  const shared = [...titleWords(title)].filter((word) => words.has(word));
  return `shares ${shared.map((word) => `“${word}”`).join(', ')}${sameCategory ? ' and the category' : ''}`;
}

/** What search finds by the longest words, three at once and then in pairs, until there is enough to compare. */
async function found(ctx: Ctx, words: readonly string[]): Promise<Hit[]> {
  const [a, b, c] = words.toSorted((x, y) => y.length - x.length || x.localeCompare(y));
  const tries = [
    [a, b, c],
    [a, b],
    [a, c],
    [b, c],
  ]
    .map((some) => some.filter((word) => word !== undefined).join(' '))
    .filter((text) => text !== '');
  const hits: Hit[] = [];
  for (const text of new Set(tries)) {
    hits.push(...(await searchTickets(ctx, text, { asTyped: true }, HITS)).hits);
    if (hits.length >= ENOUGH) break;
  }
  return hits;
}
