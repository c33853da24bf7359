import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

/** The contact who reads; the article must be in their sight. */
async function readable(
  ctx: Ctx,
  id: string,
): Promise<{ number: number; at: { clientId: string; contactId: string } | null }> {
  const found = await ctx.tx.selectFrom('articles').select('published_number').where('id', '=', id).executeTakeFirst();
  if (!found || found.published_number === null) throw notFound('article');
  const [clientId] = ctx.scope.clientIds;
  const { contactId } = ctx.scope;
  return { number: found.published_number, at: clientId && contactId ? { clientId, contactId } : null };
}

const READ = `
insert into article_reads as r (client_id, contact_id, article_id, day, at, typed) values ($1, $2, $3, $4, $5, $6)
on conflict (client_id, contact_id, article_id, day) do update set typed = r.typed or excluded.typed
where excluded.typed and not r.typed`;

/** Notes that the signed-in contact read an article, once a day. `typed`: while saying what is wrong. */
export async function noteRead(ctx: Ctx, id: string, typed: boolean): Promise<void> {
  const { at } = await readable(ctx, id);
  if (!at) return;
  await ctx.hot('article_read', READ, [at.clientId, at.contactId, id, ctx.now.slice(0, 10), ctx.now, typed]);
}

const VOTE = `
insert into article_votes (client_id, contact_id, article_id, helpful, number, at) values ($1, $2, $3, $4, $5, $6)
on conflict (client_id, contact_id, article_id) do update set helpful = excluded.helpful, number = excluded.number, at = excluded.at`;

/** Says whether an article helped; the last word of each person counts. */
export async function vote(ctx: Ctx, id: string, helpful: boolean): Promise<void> {
  const { number, at } = await readable(ctx, id);
  if (at) await ctx.hot('article_vote', VOTE, [at.clientId, at.contactId, id, helpful, number, ctx.now]);
}

const VISIT = `
insert into article_visits as v (article_id, day, kind, visits) values ($1, $2, $3, 1)
on conflict (article_id, day, kind) do update set visits = v.visits + 1`;

/** Counts that staff, or somebody who is not signed in, read an article. */
export async function noteVisit(ctx: Ctx, id: string, kind: 'staff' | 'visitor'): Promise<void> {
  const found = await ctx.tx.selectFrom('articles').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('article');
  await ctx.hot('article_visit', VISIT, [id, ctx.now.slice(0, 10), kind]);
}
