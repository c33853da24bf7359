import { forbidden, invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import type { ShowArticle } from '#shared/knowledge.ts';
import type { ArticleVisibility } from '#shared/knowledge-words.ts';
import { changeArticle } from './change.ts';
import { requireReach } from './reach.ts';
import { type ArticleRecord, lockLiving } from './rows.ts';
import { tell } from './tell.ts';

/**
 * Decides who reads an article, at once and for every version. What is in force changes its readers by people who may publish
 * alone; before, whoever writes it says for whom.
 */
export async function showArticle(ctx: Ctx, id: string, input: ShowArticle): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, input.version);
  if (article.published_number !== null) {
    if (!ctx.can('knowledge.publish'))
      throw forbidden('Who reads what is in force is decided by people with "knowledge.publish" only.');
    await requireReach(ctx, article);
    if (!ctx.scope.allClients && input.visibility !== 'chosen')
      requireAllClients(ctx, 'An article that is not for chosen clients');
  }
  const after = await putReaders(ctx, article, input.visibility, input.clientIds);
  if (after.version > article.version)
    await tell(ctx, after, 'shown', { changes: { visibility: [article.visibility, after.visibility] } });
  return after;
}

async function clientsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('article_clients').select('client_id').where('article_id', '=', id).execute();
  return rows.map(({ client_id }) => client_id);
}

/** Writes for whom an article is; the same article where nothing differs. What the writer does not see of its clients stays. */
export async function putReaders(
  ctx: Ctx,
  article: ArticleRecord,
  visibility: ArticleVisibility,
  clientIds: readonly string[] = [],
): Promise<ArticleRecord> {
  const wanted = [...new Set(visibility === 'chosen' ? clientIds.map((id) => id.toLowerCase()) : [])];
  if (visibility !== 'chosen' && clientIds.length > 0)
    throw invalid([{ path: 'clientIds', message: 'goes with the visibility "chosen"' }]);
  await refuseUnknown(ctx, 'clients', 'clientIds', wanted);
  const before = await clientsOf(ctx, article.id);
  const [added, gone] = [wanted.filter((id) => !before.includes(id)), before.filter((id) => !wanted.includes(id))];
  const unseen = article.client_count - before.length;
  if (visibility === 'chosen' && wanted.length + unseen === 0)
    throw invalid([{ path: 'clientIds', message: 'must name a client' }]);
  if (visibility !== 'chosen' && unseen > 0) await requireReach(ctx, article);
  if (visibility === article.visibility && added.length + gone.length === 0) return article;
  // In this order, so that the article is within the writer's sight at each step.
  if (added.length > 0)
    await ctx.tx
      .insertInto('article_clients')
      .values(added.map((client_id) => ({ client_id, article_id: article.id })))
      .execute();
  const after = await changeArticle(ctx, article, { visibility, client_count: wanted.length + unseen });
  if (gone.length > 0)
    await ctx.tx
      .deleteFrom('article_clients')
      .where('article_id', '=', article.id)
      .where('client_id', 'in', gone)
      .execute();
  return after;
}
