import { forbidden } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { ArticleRecord } from './rows.ts';

/** Refuses somebody limited to some clients what would decide about more readers than theirs. */
export async function requireReach(ctx: Ctx, article: Pick<ArticleRecord, 'id' | 'visibility' | 'client_count'>) {
  if (ctx.scope.allClients) return;
  if (article.visibility !== 'chosen') requireAllClients(ctx, 'An article that is not for chosen clients');
  const seen = await ctx.tx
    .selectFrom('article_clients')
    .select('client_id')
    .where('article_id', '=', article.id)
    .execute();
  if (seen.length < article.client_count)
    throw forbidden('This article is not for your clients alone; only somebody who sees all of them may do this.');
}
