import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { notifyOfArticle } from '#server/desk/notification/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { FlagArticle } from '#shared/knowledge.ts';
import { findArticle, titleOf } from './rows.ts';
import { tell } from './tell.ts';

/** Says that an article is wrong or outdated. What was noticed on a ticket is told to those who see its client. Returns its id. */
export async function flagArticle(ctx: Ctx, articleId: string, input: FlagArticle): Promise<string> {
  const article = await findArticle(ctx, articleId);
  const ticket = input.ticketId === undefined ? null : await findTicket(ctx, input.ticketId);
  const id = newId();
  await ctx.tx
    .insertInto('article_flags')
    .values({
      id,
      article_id: article.id,
      client_id: ticket?.client_id ?? null,
      ticket_id: ticket?.id ?? null,
      note: input.note.trim(),
      staff_id: actingStaff(ctx),
      created_at: ctx.now,
    })
    .execute();
  await tell(ctx, article, 'flagged');
  const what = `${ctx.actor.name} flagged “${await titleOf(ctx, article)}” as wrong or outdated`;
  await notifyOfArticle(ctx, article.id, [article.owner_id], 'article_flagged', what);
  return id;
}

/** Says that it was seen to. */
export async function settleFlag(ctx: Ctx, articleId: string, flagId: string): Promise<void> {
  const article = await findArticle(ctx, articleId);
  const settled = await ctx.tx
    .updateTable('article_flags')
    .set({ settled_at: ctx.now, settled_by: actingStaff(ctx) })
    .where('article_id', '=', articleId)
    .where('id', '=', flagId)
    .where('settled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!settled) throw notFound('flag');
  await tell(ctx, article, 'unflagged');
}
