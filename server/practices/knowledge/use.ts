import { forbidden, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { UseArticle } from '#shared/knowledge.ts';
import { type ArticleRecord, findArticle, titleOf } from './rows.ts';

const PUT = `
insert into ticket_articles (client_id, ticket_id, article_id, kind, number, staff_id, created_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (client_id, ticket_id, article_id) do update set kind = excluded.kind, number = excluded.number, staff_id = excluded.staff_id
where ticket_articles.kind = 'linked' and excluded.kind <> 'linked' returning kind`;

/** Notes that an article was used on a ticket. Answered with counts for more than linked. */
export async function putArticle(ctx: Ctx, idOrKey: string, input: UseArticle): Promise<void> {
  requireView(ctx);
  const ticket = await findTicket(ctx, idOrKey);
  const article = await findArticle(ctx, input.articleId);
  if (input.kind === 'answered') await refuseUnread(ctx, article, ticket, 'articleId');
  else await refuseUnnamed(ctx, article, ticket, 'articleId');
  await noteUse(ctx, ticket, article, input.kind);
}

/** Refuses to answer with what the ticket's client may not read. */
export async function refuseUnread(
  ctx: Ctx,
  article: ArticleRecord,
  ticket: TicketRecord,
  path: string,
): Promise<void> {
  await refuseUnnamed(ctx, article, ticket, path);
  if (article.visibility === 'internal')
    throw invalid([{ path, message: 'is for staff only; the ticket’s client may not read it' }]);
}

async function refuseUnnamed(ctx: Ctx, article: ArticleRecord, ticket: TicketRecord, path: string): Promise<void> {
  if (article.state !== 'published') throw invalid([{ path, message: 'is not in force' }]);
  if (!(await mayBeNamed(ctx, article, ticket)))
    throw invalid([{ path, message: 'is for other clients than the ticket’s' }]);
}

/** Writes that an article was used, and tells of it on the ticket. False where that stood there already. */
export async function noteUse(
  ctx: Ctx,
  ticket: TicketRecord,
  article: ArticleRecord,
  kind: 'linked' | 'answered' | 'made',
): Promise<boolean> {
  const place = [ticket.client_id, ticket.id, article.id];
  const done = await ctx.hot('use_article', PUT, [...place, kind, article.published_number, actingStaff(ctx), ctx.now]);
  if (done.length > 0) await tellTicket(ctx, ticket, article, kind);
  return done.length > 0;
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

/** Tells on the ticket what was done there with an article, by the title under which its readers know it. */
export async function tellTicket(ctx: Ctx, ticket: TicketRecord, article: ArticleRecord, verb: string): Promise<void> {
  const title = await titleOf(ctx, article);
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
