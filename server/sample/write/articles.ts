import type { Ctx } from '#platform/context/index.ts';
import {
  createArticle,
  flagArticle,
  noteRead,
  publishArticle,
  putArticle,
  submitArticle,
  updateArticle,
  viewArticle,
  vote,
} from '#server/practices/knowledge/index.ts';
import { ARTICLES, type ArticleSpec } from '../world/articles.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const BUNDLE = 'articles';
/** Who decides what is published. */
const PUBLISHER = { kind: 'staff', key: 'priya' } as const;
/** Tickets on which an article is said to have helped. */
const MOST_USES = 9;

/** What Harbour IT has written down, and what it was good for; once. */
export async function writeArticles(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  codes: ReadonlySet<string>,
): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  for (const spec of ARTICLES) {
    const clients = (spec.clients ?? []).filter((code) => codes.has(code));
    if (spec.visibility === 'chosen' && clients.length === 0) continue;
    const id = await writeArticle(ctx, refs, endsAt, { ...spec, clients });
    if (spec.published !== undefined) await writeUses(ctx, refs, endsAt, spec, id);
  }
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

/** Written by its owner some days before it was published, and sent to whoever publishes. */
async function writeArticle(ctx: Ctx, refs: References, endsAt: string, spec: ArticleSpec): Promise<string> {
  const at = (days: number) => new Date(Date.parse(endsAt) - days * DAY).toISOString();
  const owner = (days: number) => as(ctx, { kind: 'staff', key: spec.owner }, at(days), refs);
  const { title, body, published = 2, clients = [] } = spec;
  const id = await createArticle(owner(published + 3), {
    title,
    body,
    categoryId: refs.category(spec.category),
    serviceId: refs.service(spec.service),
    visibility: spec.visibility,
    ...(clients.length > 0 ? { clientIds: clients.map((code) => refs.client(code)) } : {}),
  });
  const version = async () => (await viewArticle(ctx, id)).version;
  if (spec.published === undefined) return id;
  const publish = async (days: number, note: string) => {
    await submitArticle(owner(days + 1), id, { version: await version() });
    const reviewOn = spec.review === undefined ? null : at(-spec.review).slice(0, 10);
    await publishArticle(as(ctx, PUBLISHER, at(days), refs), id, { version: await version(), note, reviewOn });
  };
  await publish(spec.published, 'First version');
  if (!spec.next) return id;
  const days = spec.next.published ?? 1;
  await updateArticle(owner(days + 2), id, { version: await version(), body: spec.next.body });
  if (spec.next.published === undefined) await submitArticle(owner(days), id, { version: await version() });
  else await publish(days, spec.next.note);
  return id;
}

type Helped = {
  key: string;
  title: string;
  created_at: string;
  resolved_at: string;
  resolved_by: string | null;
  email: string | null;
  code: string;
};

/** On which tickets it helped, who read it before they wrote, and what they said of it. */
async function writeUses(ctx: Ctx, refs: References, endsAt: string, spec: ArticleSpec, id: string): Promise<void> {
  const since = new Date(Date.parse(endsAt) - (spec.published ?? 0) * DAY).toISOString();
  const rows = await ctx.tx
    .selectFrom('tickets as t')
    .innerJoin('clients as c', 'c.id', 't.client_id')
    .leftJoin('contacts as r', (join) =>
      join.onRef('r.client_id', '=', 't.client_id').onRef('r.id', '=', 't.requester_id'),
    )
    .select(['t.key', 't.title', 't.created_at', 't.resolved_at', 't.resolved_by', 'r.email', 'c.code'])
    .where('t.resolved_at', 'is not', null)
    .where('t.merged_into_id', 'is', null)
    .where('t.created_at', '>', since)
    .orderBy('t.created_at')
    .orderBy('t.key')
    .execute();
  const fits = (rows as Helped[]).filter(
    ({ title, code }) => spec.helps.test(title) && (spec.clients?.includes(code) ?? true),
  );
  for (const [index, ticket] of fits.slice(0, MOST_USES).entries()) {
    const solver = { kind: 'staff', key: spec.owner } as const;
    await putArticle(as(ctx, solver, ticket.resolved_at, refs), ticket.key, {
      articleId: id,
      kind: spec.visibility === 'internal' || index % 3 === 0 ? 'linked' : 'answered',
    });
    if (spec.flag && index === 0)
      await flagArticle(as(ctx, solver, ticket.resolved_at, refs), id, { note: spec.flag, ticketId: ticket.key });
    if (spec.visibility === 'internal' || !ticket.email) continue;
    // Every second had looked before they wrote; the others read it in the answer.
    const before = index % 2 === 0;
    const instant = Date.parse(before ? ticket.created_at : ticket.resolved_at) + (before ? -1 : 1) * HOUR;
    const reader = as(
      ctx,
      { kind: 'contact', client: ticket.code, email: ticket.email },
      new Date(instant).toISOString(),
      refs,
    );
    await noteRead(reader, id, before);
    if (index % 4 !== 3) await vote(reader, id, index % 5 !== 2);
    // And a colleague for whom that was enough.
    const colleague = await colleagueOf(ctx, refs, ticket, index);
    if (!colleague) continue;
    const later = new Date(Math.min(instant + 5 * DAY, Date.parse(endsAt) - 2 * DAY)).toISOString();
    await noteRead(as(ctx, { kind: 'contact', client: ticket.code, email: colleague }, later, refs), id, true);
  }
}

async function colleagueOf(ctx: Ctx, refs: References, ticket: Helped, index: number): Promise<string | null> {
  const rows = await ctx.tx
    .selectFrom('contacts')
    .select('email')
    .where('client_id', '=', refs.client(ticket.code))
    .where('email', 'not in', ['', ticket.email ?? ''])
    .orderBy('email')
    .execute();
  return rows[index % Math.max(1, rows.length)]?.email ?? null;
}
