import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { findArticle } from './rows.ts';
import { noteUse, refuseUnread, requireView, tellTicket } from './use.ts';

/**
 * An article that a reply answered with. `was`: how it had been linked before any reply did, null for not at all; missing where it had
 * been noted as answered with by hand.
 */
export type Answered = { id: string; was?: { number: number | null; staffId: string | null } | null };

/** Notes with which articles a reply answers. Each must be one that the ticket's client may read. */
export async function noteAnswers(
  ctx: Ctx,
  ticket: TicketRecord,
  ids: readonly string[],
  isReply: boolean,
): Promise<Answered[]> {
  if (!isReply) throw invalid([{ path: 'answeredWith', message: 'is for a public reply; a note answers nobody' }]);
  requireView(ctx);
  const before = await standing(ctx, ticket);
  const answered: Answered[] = [];
  for (const id of new Set(ids)) {
    const article = await findArticle(ctx, id);
    await refuseUnread(ctx, article, ticket, 'answeredWith');
    const was = await linkOf(ctx, ticket, id);
    if (await noteUse(ctx, ticket, article, 'answered')) answered.push({ id, was });
    else answered.push(before.find((one) => one.id === id) ?? { id });
  }
  return answered;
}

const STANDING = `
select a.answered from events e, jsonb_array_elements(e.data -> 'answeredWith') a (answered)
where e.client_id = $1 and e.subject_id = $2 and e.type = 'ticket.replied' and e.id is distinct from $3
  and a.answered ? 'was' and not exists (select from events u where u.client_id = e.client_id
    and u.subject_id = e.subject_id and u.type = 'ticket.undone' and u.data ->> 'undoes' = e.id::text)`;

/** What replies that were not taken back answered with, besides that of an event. */
async function standing(ctx: Ctx, ticket: TicketRecord, besides: string | null = null): Promise<Answered[]> {
  const rows = await ctx.hot<{ answered: Answered }>('standing_answers', STANDING, [
    ticket.client_id,
    ticket.id,
    besides,
  ]);
  return rows.map(({ answered }) => answered);
}

/** A reply was taken back: what no other reply answered with is as it was before. */
export async function takeBackAnswers(
  ctx: Ctx,
  ticket: TicketRecord,
  { eventId, answered }: { eventId: string; answered: readonly Answered[] },
): Promise<void> {
  if (answered.length === 0) return;
  const others = new Set((await standing(ctx, ticket, eventId)).map(({ id }) => id));
  for (const { id, was } of answered) {
    if (was === undefined || others.has(id)) continue;
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

async function linkOf(ctx: Ctx, ticket: TicketRecord, articleId: string): Promise<NonNullable<Answered['was']> | null> {
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
