import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { LinkedTicket, WholeView } from '#shared/span.ts';

/** What stands above a ticket, as it is known at the ticket's client. `open`: whether the reader sees the whole itself. */
export async function wholesOf(ctx: Ctx, idOrKey: string): Promise<WholeView[]> {
  const ticket = await findTicket(ctx, idOrKey);
  const { rows } = await sql<WholeView>`
    select s.whole_id as id, s.kind, l.how, l.why, s.key, s.title, s.status, s.status_category as "statusCategory", s.brief,
      l.linked_by as "linkedBy", l.linked_at as "linkedAt", s.updated_at as "updatedAt",
      exists (select from tickets t where t.client_id = s.whole_client_id and t.id = s.whole_id) as open
    from ticket_span_links l join ticket_spans s on s.client_id = l.client_id and s.whole_id = l.whole_id
    where l.client_id = ${ticket.client_id} and l.ticket_id = ${ticket.id} order by l.linked_at, s.key limit 50`.execute(
    ctx.tx,
  );
  return rows;
}

/** The tickets below a whole, of the clients that the reader sees, oldest first; at most 500. */
export async function linkedTickets(ctx: Ctx, whole: Pick<TicketRecord, 'id'>): Promise<LinkedTicket[]> {
  const { rows } = await sql<LinkedTicket>`
    select t.id, t.key, t.kind, t.title, t.status, t.status_category as "statusCategory", t.priority, l.how, l.why,
      l.linked_by as "linkedBy", l.linked_at as "linkedAt", t.created_at as "createdAt",
      jsonb_build_object('id', c.id, 'name', c.name, 'code', c.code) as client
    from ticket_span_links l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id join clients c on c.id = l.client_id
    where l.whole_id = ${whole.id} and ${inSight(ctx)} order by t.created_at, t.id limit 500`.execute(ctx.tx);
  return rows;
}

const OPEN = `
select t.key, null::int as unseen from ticket_span_links l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id
where l.whole_id = $2 and t.is_open and ($3::uuid[] is null or l.client_id = any ($3::uuid[]))
union all select null, app.open_parts_out_of_sight($1, $2)
order by 1`;

/** What is open below a whole: the keys of what the reader sees, and how many others there are at clients that they do not see. */
export async function openParts(
  ctx: Ctx,
  whole: Pick<TicketRecord, 'client_id' | 'id'>,
): Promise<{ keys: string[]; unseen: number }> {
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const rows = await ctx.hot<{ key: string | null; unseen: number | null }>('span_open', OPEN, [
    ...[whole.client_id, whole.id, clients],
  ]);
  return {
    keys: rows.flatMap(({ key }) => (key === null ? [] : [key])),
    unseen: rows.find(({ key }) => key === null)?.unseen ?? 0,
  };
}

/** The clients that a whole touches, of those that the reader sees, with what they are told. */
export async function spansOf(ctx: Ctx, whole: Pick<TicketRecord, 'id'>) {
  const { rows } = await sql<{ clientId: string; clientName: string; title: string; tickets: number }>`
    select l.client_id as "clientId", c.name as "clientName", l.title,
      (select count(*)::int from ticket_span_links x where x.client_id = l.client_id and x.whole_id = l.whole_id) as tickets
    from ticket_spans l join clients c on c.id = l.client_id
    where l.whole_id = ${whole.id} and ${inSight(ctx)} order by lower(c.name) limit 2000`.execute(ctx.tx);
  return rows;
}

/** The net is the policy; this is the plan. */
const inSight = (ctx: Ctx) =>
  ctx.scope.allClients ? sql`true` : sql`l.client_id = any (${[...ctx.scope.clientIds]}::uuid[])`;
