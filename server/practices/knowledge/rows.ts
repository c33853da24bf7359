import type { Selectable } from 'kysely';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';

export type ArticleRecord = Selectable<Tables['articles']>;
export type DraftRecord = Selectable<Tables['article_drafts']>;

/** The article as the caller may see it; what is not there and what they may not see look the same. */
export async function findArticle(ctx: Ctx, id: string): Promise<ArticleRecord> {
  const found = await ctx.tx.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('article');
  return found;
}

/** The article locked for a change; `conflict` when the writer saw an older version. */
export async function lockArticle(ctx: Ctx, id: string, version?: number): Promise<ArticleRecord> {
  const found = await ctx.tx.selectFrom('articles').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found) throw notFound('article');
  if (version !== undefined && found.version !== version) throw staleVersion('article', found.version);
  return found;
}

/** The same for a change that a retired article does not take. */
export async function lockLiving(ctx: Ctx, id: string, version: number): Promise<ArticleRecord> {
  const article = await lockArticle(ctx, id, version);
  if (article.retired_at !== null) throw invalid([{ path: 'id', message: 'is retired; bring it back first' }]);
  return article;
}

export function draftOf(ctx: Ctx, id: string): Promise<DraftRecord | undefined> {
  return ctx.tx.selectFrom('article_drafts').selectAll().where('article_id', '=', id).executeTakeFirst();
}

/** How an article is called: as it is in force, else as its draft says. */
export async function titleOf(ctx: Ctx, { id, published_number }: ArticleRecord): Promise<string> {
  const inForce = await ctx.tx
    .selectFrom('article_versions')
    .select('title')
    .where('article_id', '=', id)
    .where('number', '=', published_number ?? 0)
    .executeTakeFirst();
  return inForce?.title ?? (await draftOf(ctx, id))?.title ?? '';
}
