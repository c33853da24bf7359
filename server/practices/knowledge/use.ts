import { forbidden, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { UseArticle } from '#shared/knowledge.ts';
import { type ArticleRecord, findArticle } from './rows.ts';
import { latestText } from './write.ts';

const PUT = `
insert into ticket_articles (client_id, ticket_id, article_id, kind, number, staff_id, created_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (client_id, ticket_id, article_id) do update set kind = excluded.kind, number = excluded.number, staff_id = excluded.staff_id
where ticket_articles.kind = 'linked' and excluded.kind <> 'linked' returning kind`;

/** Notes that an article was used on a ticket. Answered with counts for more than linked. */
export async function putArticle(ctx: Ctx, idOrKey: string, input: UseArticle): Promise<void> {
  requireView(ctx);
  const ticket = await findTicket(ctx, idOrKey);
  const article = await findArticle(ctx, input.articleId);
  if (article.state !== 'published') throw invalid([{ path: 'articleId', message: 'is not in force' }]);
  if (!(await mayBeNamed(ctx, article, ticket)))
    throw invalid([{ path: 'articleId', message: 'is for other clients than the ticket’s' }]);
  await noteUse(ctx, ticket, article, input.kind);
}

/** Writes that an article was used, and tells of it on the ticket. */
export async function noteUse(
  ctx: Ctx,
  ticket: TicketRecord,
  article: ArticleRecord,
  kind: 'linked' | 'answered' | 'made',
): Promise<void> {
  const place = [ticket.client_id, ticket.id, article.id];
  const done = await ctx.hot('use_article', PUT, [...place, kind, article.published_number, actingStaff(ctx), ctx.now]);
  if (done.length > 0) await tellTicket(ctx, ticket, article, kind);
}

/** Takes an article off a ticket again. */
export async function dropArticle(ctx: Ctx, idOrKey: string, articleId: string): Promise<void> {
  requireView(ctx);
  const ticket = await findTicket(ctx, idOrKey);
  const article = await findArticle(ctx, articleId);
  const gone = await ctx.tx
    .deleteFrom('ticket_articles')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('article_id', '=', articleId)
    .returning('kind')
    .executeTakeFirst();
  if (!gone) throw notFound('article on this ticket');
  await tellTicket(ctx, ticket, article, 'unlinked');
}

/** Whether the ticket's client may be told of the article by name: it is not for others alone. */
async function mayBeNamed(ctx: Ctx, article: ArticleRecord, ticket: TicketRecord): Promise<boolean> {
  if (article.visibility !== 'chosen') return true;
  const found = await ctx.tx
    .selectFrom('article_clients')
    .select('client_id')
    .where('article_id', '=', article.id)
    .where('client_id', '=', ticket.client_id)
    .executeTakeFirst();
  return found !== undefined;
}

async function tellTicket(ctx: Ctx, ticket: TicketRecord, article: ArticleRecord, verb: string): Promise<void> {
  const { title } = await latestText(ctx, article);
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.article_${verb}`,
    data: { text: `“${title}”` },
  });
}

/** What is done on a ticket with articles is for those who may read both. */
export function requireView(ctx: Ctx): void {
  if (!ctx.can('knowledge.view')) throw forbidden('Articles are read by people with "knowledge.view" only.');
}
