import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { TicketArticles } from '#shared/knowledge.ts';
import { today } from './query-rows.ts';
import { suggestFor } from './suggest.ts';
import { requireView } from './use.ts';

type Used = TicketArticles['used'][number];
type Beside = Omit<Used, 'kind' | 'at' | 'by'>;
const OPENING = 160;

/** What is said of an article `a` beside a ticket of a client. */
const besideColumns = (ctx: Ctx, ticket: TicketRecord): RawBuilder<unknown> => sql`
  a.id, coalesce(v.title, d.title, '') as title, a.state,
  coalesce(a.state = 'published' and a.review_on < ${today(ctx)}::date, false) as overdue,
  exists (select from article_flags f where f.article_id = a.id and f.settled_at is null) as flagged,
  a.state = 'published' and (a.visibility in ('all', 'public') or (a.visibility = 'chosen'
    and exists (select from article_clients c where c.client_id = ${ticket.client_id} and c.article_id = a.id))) as readable`;
const TEXTS = sql`left join article_versions v on v.article_id = a.id and v.number = a.published_number
  left join article_drafts d on d.article_id = a.id`;

/** Articles around a ticket: those used on it, those that may help, and those that whoever asked or raised it had read. */
export async function articlesOf(ctx: Ctx, idOrKey: string): Promise<TicketArticles> {
  requireView(ctx);
  const ticket = await findTicket(ctx, idOrKey);
  const columns = besideColumns(ctx, ticket);
  const [{ rows: used }, { rows: readBefore }, fitting] = await Promise.all([
    sql<Used>`
      select ${columns}, t.kind, t.created_at as at, coalesce(s.name, 'The program') as by
      from ticket_articles t join articles a on a.id = t.article_id ${TEXTS} left join staff s on s.id = t.staff_id
      where t.client_id = ${ticket.client_id} and t.ticket_id = ${ticket.id} order by t.created_at, a.id limit 100`.execute(
      ctx.tx,
    ),
    sql<Beside & { at: string }>`
      select ${columns}, r.at from article_reads r join articles a on a.id = r.article_id ${TEXTS}
      where r.client_id = ${ticket.client_id} and r.contact_id in (${ticket.requester_id}, ${ticket.created_by})
        and r.at <= ${ticket.created_at} and r.at > ${ticket.created_at}::timestamptz - interval '1 day'
      order by r.at desc limit 10`.execute(ctx.tx),
    suggestFor(ctx, ticket),
  ]);
  const known = new Set(used.map(({ id }) => id));
  const suggestions = fitting.filter(({ id }) => !known.has(id));
  const { rows: found } = await sql<Beside & { opening: string }>`
    select ${columns}, left(coalesce(v.body_text, ''), ${OPENING}) as opening from articles a ${TEXTS}
    where a.id = any (${suggestions.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
  const suggested = suggestions.flatMap(({ id, why }) => {
    const row = found.find((one) => one.id === id);
    return row ? [{ ...row, why }] : [];
  });
  return { used, readBefore, suggested };
}
