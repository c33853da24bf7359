import { sql } from 'kysely';
import { ALIKE, likeness, titleWords } from '#kernel/alike.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { MajorCandidates } from '#shared/major.ts';
import { majorOf } from './rows.ts';

/** How long before it began a ticket may have come that is still taken for part of it. */
const BEFORE_MS = 2 * 3_600_000;
/** Tickets that are looked at, the newest. */
const MOST = 500;

type Recent = {
  id: string;
  key: string;
  title: string;
  client: { id: string; name: string };
  createdAt: string;
  same_service: string | null;
  same_category: string | null;
  same_item: string | null;
};

/**
 * Open incidents that came since shortly before a major one began, belong to nothing like it yet, and share something with it or with a
 * ticket below it: service, category, device, or most words of the title. Each says what.
 */
export async function candidatesFor(ctx: Ctx, idOrKey: string): Promise<MajorCandidates> {
  const { ticket } = await majorOf(ctx, idOrKey);
  const titles = [ticket, ...(await titlesBelow(ctx, ticket))].map(({ title }) => titleWords(title));
  const items = (await recentOf(ctx, ticket)).flatMap((row) => {
    const words = titleWords(row.title);
    const isAlike = titles.some((other) => likeness(words, other) >= ALIKE);
    const evidence = [
      ...(row.same_item ? [`the same device: ${row.same_item}`] : []),
      ...(row.same_service ? [`the same service: ${row.same_service}`] : []),
      ...(isAlike ? ['a title that is alike'] : []),
      ...(row.same_category ? [`the same category: ${row.same_category}`] : []),
    ];
    const { id, key, title, client, createdAt } = row;
    return evidence.length === 0 ? [] : [{ id, key, title, client, createdAt, evidence }];
  });
  return { items: items.toSorted((a, b) => b.evidence.length - a.evidence.length).slice(0, 200) };
}

const inSight = (ctx: Ctx) => sql`(${ctx.scope.allClients} or t.client_id = any (${[...ctx.scope.clientIds]}::uuid[]))`;

async function titlesBelow(ctx: Ctx, whole: TicketRecord): Promise<{ title: string }[]> {
  const { rows } = await sql<{ title: string }>`
    select distinct t.title from ticket_span_links l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id
    where l.whole_id = ${whole.id} and ${inSight(ctx)} limit 50`.execute(ctx.tx);
  return rows;
}

async function recentOf(ctx: Ctx, whole: TicketRecord): Promise<Recent[]> {
  const since = new Date(Date.parse(whole.created_at) - BEFORE_MS).toISOString();
  const { rows } = await sql<Recent>`
    with part as (
      select t.client_id, t.id, t.service_id, t.category_id from ticket_span_links l
      join tickets t on t.client_id = l.client_id and t.id = l.ticket_id where l.whole_id = ${whole.id} and ${inSight(ctx)}
      union all select ${whole.client_id}::uuid, ${whole.id}::uuid, ${whole.service_id}::uuid, ${whole.category_id}::uuid),
    device as (
      select distinct i.client_id, i.item_id from part p join ticket_items i on i.client_id = p.client_id and i.ticket_id = p.id)
    select t.id, t.key, t.title, t.created_at as "createdAt", jsonb_build_object('id', c.id, 'name', c.name) as client,
      (select s.name from services s where s.id = t.service_id and s.id in (select service_id from part)) as same_service,
      (select g.name from categories g where g.id = t.category_id and g.id in (select category_id from part)) as same_category,
      (select n.name from ticket_items i join device d on d.client_id = i.client_id and d.item_id = i.item_id
        join configuration_items n on n.client_id = i.client_id and n.id = i.item_id
        where i.client_id = t.client_id and i.ticket_id = t.id limit 1) as same_item
    from tickets t join clients c on c.id = t.client_id
    where t.is_open and t.kind = 'incident' and t.created_at >= ${since} and t.id <> ${whole.id} and ${inSight(ctx)}
      and not exists (select from ticket_span_links l where l.client_id = t.client_id and l.ticket_id = t.id and l.how = 'major')
      and not exists (select from major_incidents m where m.client_id = t.client_id and m.ticket_id = t.id and m.state <> 'declined')
    order by t.created_at desc, t.id desc limit ${MOST}`.execute(ctx.tx);
  return rows;
}
