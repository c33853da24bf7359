import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { findArticle } from './rows.ts';
import { noteUse, refuseUnread, requireView, tellTicket } from './use.ts';

/** An article that a reply answered with; `was`: how it had been linked before, which is what it is again should the reply be taken back. */
export type Answered = { id: string; was: { number: number | null; staffId: string | null } | null };

/**
 * Notes with which articles a reply answers. Each must be one that the ticket's client may read. Returns those that the ticket had not
 * been answered with before.
 */
export async function noteAnswers(
  ctx: Ctx,
  ticket: TicketRecord,
  ids: readonly string[],
  isReply: boolean,
): Promise<Answered[]> {
  if (!isReply) throw invalid([{ path: 'answeredWith', message: 'is for a public reply; a note answers nobody' }]);
  requireView(ctx);
  const answered: Answered[] = [];
  for (const id of new Set(ids)) {
    const article = await findArticle(ctx, id);
    await refuseUnread(ctx, article, ticket, 'answeredWith');
    const was = await linkOf(ctx, ticket, id);
    if (await noteUse(ctx, ticket, article, 'answered')) answered.push({ id, was });
  }
  return answered;
}

/** The reply was taken back: what it answered with is as it was before. */
export async function takeBackAnswers(ctx: Ctx, ticket: TicketRecord, answered: readonly Answered[]): Promise<void> {
  for (const { id, was } of answered) {
    const place = [ticket.client_id, ticket.id, id];
    const rows = was
      ? await ctx.hot('unanswer_article', BACK, [...place, was.number, was.staffId])
      : await ctx.hot('unuse_article', GONE, place);
    const article = await ctx.tx.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
    if (rows.length > 0 && article) await tellTicket(ctx, ticket, article, 'unanswered');
  }
}

const BACK = `
update ticket_articles set kind = 'linked', number = $4, staff_id = $5
where client_id = $1 and ticket_id = $2 and article_id = $3 and kind = 'answered' returning kind`;
const GONE = `
delete from ticket_articles where client_id = $1 and ticket_id = $2 and article_id = $3 and kind = 'answered' returning kind`;

async function linkOf(ctx: Ctx, ticket: TicketRecord, articleId: string): Promise<Answered['was']> {
  const found = await ctx.tx
    .selectFrom('ticket_articles')
    .select(['number', 'staff_id'])
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('article_id', '=', articleId)
    .where('kind', '=', 'linked')
    .executeTakeFirst();
  return found ? { number: found.number, staffId: found.staff_id } : null;
}
