import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { notifyOfArticle } from '#server/desk/notification/index.ts';
import type { ReturnArticle } from '#shared/knowledge.ts';
import { changeArticle } from './change.ts';
import { publishersOf } from './publishers.ts';
import { requireReach } from './reach.ts';
import { type ArticleRecord, draftOf, lockLiving, titleOf } from './rows.ts';
import { tell } from './tell.ts';
import { forgetWords } from './words.ts';

type At = { version: number };

/** Sends the draft to those who may publish it, and tells them and the article's owner. */
export async function submitArticle(ctx: Ctx, id: string, { version }: At): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, version);
  if (article.draft_state !== 'draft') throw new Fault('invalid', 'There is no draft to send for review.');
  const after = await changeArticle(ctx, article, { draft_state: 'in_review' });
  await tell(ctx, after, 'submitted');
  const what = `${ctx.actor.name} sent a new text of “${await titleOf(ctx, article)}” for review`;
  await notifyOfArticle(ctx, id, [article.owner_id, ...(await publishersOf(ctx, after))], 'article_submitted', what);
  return after;
}

/** Gives a draft back from review, with what is to be changed; its writer takes it back the same way. */
export async function returnArticle(
  ctx: Ctx,
  id: string,
  { version, remark = '' }: ReturnArticle,
): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, version);
  if (article.draft_state !== 'in_review') throw new Fault('invalid', 'It is not being reviewed.');
  await ctx.tx.updateTable('article_drafts').set({ remark: remark.trim() }).where('article_id', '=', id).execute();
  const after = await changeArticle(ctx, article, { draft_state: 'draft' });
  await tell(ctx, after, 'returned');
  const what = `${ctx.actor.name} gave your text of “${await titleOf(ctx, article)}” back`;
  await notifyOfArticle(ctx, id, [(await draftOf(ctx, id))?.updated_by ?? null], 'article_returned', what);
  return after;
}

/** Throws the next text away; what is in force stays. */
export async function discardDraft(ctx: Ctx, id: string, { version }: At): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, version);
  if (article.draft_state === null) throw new Fault('invalid', 'There is no draft to throw away.');
  if (article.published_number === null)
    throw new Fault('invalid', 'It was never published; retire it instead of throwing its only text away.');
  await ctx.tx.deleteFrom('article_drafts').where('article_id', '=', id).execute();
  await forgetWords(ctx, id, 'draft');
  const after = await changeArticle(ctx, article, { draft_state: null });
  await tell(ctx, after, 'discarded');
  return after;
}

/** Takes an article out of use: only staff find it from then on, and only where they look for what is retired. */
export async function retireArticle(ctx: Ctx, id: string, { version }: At): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, version);
  await requireReach(ctx, article);
  const after = await changeArticle(ctx, article, { retired_at: ctx.now });
  await tell(ctx, after, 'retired');
  return after;
}
