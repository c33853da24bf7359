import type { Updateable } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import type { ArticleRecord } from './rows.ts';

/** Writes columns of an article and counts its version up. */
export async function changeArticle(
  ctx: Ctx,
  article: ArticleRecord,
  columns: Updateable<Tables['articles']>,
): Promise<ArticleRecord> {
  return ctx.tx
    .updateTable('articles')
    .set({ ...columns, version: article.version + 1, updated_at: ctx.now })
    .where('id', '=', article.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
