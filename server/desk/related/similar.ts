import { likeness, titleWords } from '#kernel/alike.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { RelatedTicket, SuggestedCategory } from '#shared/related.ts';
import { type Candidate, candidates, type Line, named, newestOf } from './lines.ts';
import { voteOf } from './vote.ts';

/** The client's tickets that are compared, newest change first. */
const WINDOW = 400;
const ENOUGH = 40;
const SHOWN = 5;
/** From this likeness of titles on; the same category makes up for a part of it. */
const LIKE = 0.3;
const SAME_CATEGORY = 0.1;

export type Similar = { open: RelatedTicket[]; resolved: RelatedTicket[]; category: SuggestedCategory | null };

/** The most alike of those that are `alike`, open and resolved, each with the words it shares; and the category that they speak for. */
export async function similarAmong(ctx: Ctx, ticket: TicketRecord, alike: readonly Candidate[]): Promise<Similar> {
  const words = titleWords(ticket.title);
  const pick = (...categories: Line['statusCategory'][]) =>
    alike.filter((one) => categories.includes(one.status_category)).slice(0, SHOWN);
  const [open, resolved] = [pick('new', 'open', 'waiting'), pick('resolved', 'closed')];
  const lines = new Map((await named(ctx, [...open, ...resolved])).map((line) => [line.id, line]));
  const shown = (picked: readonly Candidate[]) =>
    picked.flatMap(({ id }): RelatedTicket[] => {
      const line = lines.get(id);
      if (!line) return [];
      const { categoryId, category: _voted, ...rest } = line;
      return [{ ...rest, why: whyOf(line.title, words, categoryId !== null && categoryId === ticket.category_id) }];
    });
  const voters = [...lines.values()].map(({ key, title, category, statusCategory }) => ({
    key,
    category,
    likeness: likeness(words, titleWords(title)),
    resolved: statusCategory === 'resolved' || statusCategory === 'closed',
  }));
  const asks = ticket.category_id === null && ticket.merged_into_id === null;
  return { open: shown(open), resolved: shown(resolved), category: asks ? voteOf(voters) : null };
}

/** Tickets whose titles are alike, whatever their state, the most alike first. */
export async function alikeTo(ctx: Ctx, ticket: TicketRecord): Promise<Candidate[]> {
  const words = titleWords(ticket.title);
  if (words.size === 0) return [];
  const compared = await Promise.all([
    newestOf(ctx, ticket.client_id, WINDOW),
    found(ctx, [...words]).then((places) => candidates(ctx, places)),
  ]);
  const once = new Map(
    compared
      .flat()
      .filter(({ id }) => id !== ticket.id)
      .map((one) => [one.id, one]),
  );
  return [...once.values()]
    .map((one) => ({ one, score: scoreOf(one, words, ticket.category_id) }))
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score || b.one.updated_at.localeCompare(a.one.updated_at))
    .map(({ one }) => one);
}

function scoreOf(one: Candidate, words: ReadonlySet<string>, categoryId: string | null): number {
  const alike = likeness(words, titleWords(one.title));
  return alike === 0 ? 0 : alike + (categoryId !== null && one.category_id === categoryId ? SAME_CATEGORY : 0);
}

function whyOf(title: string, words: ReadonlySet<string>, sameCategory: boolean): string {
  const shared = [...titleWords(title)].filter((word) => words.has(word));
  return `shares ${shared.map((word) => `“${word}”`).join(', ')}${sameCategory ? ' and the category' : ''}`;
}

const LIKE_THESE = 'select client_id, ticket_id as id from app.tickets_like($1::tsquery[], $2)';

/** Tickets with the longest words of a title, three together and then in pairs, until there is enough to compare. */
function found(ctx: Ctx, words: readonly string[]): Promise<{ client_id: string; id: string }[]> {
  const [a, b, c, d] = words.toSorted((x, y) => y.length - x.length || x.localeCompare(y));
  const tries = [
    [a, b, c],
    [a, b],
    [a, c],
    [b, c],
    [a, d],
    [b, d],
    [c, d],
  ]
    .map((some) => some.filter((word) => word !== undefined).map((word) => `'${word}'`))
    .filter((some) => some.length > 1 || some.length === words.length)
    .map((some) => some.join(' & '));
  return ctx.hot('tickets_like', LIKE_THESE, [[...new Set(tries)], ENOUGH]);
}
