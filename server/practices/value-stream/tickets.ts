import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { FlowTicket, FlowTicketQuery } from '#shared/value-stream.ts';
import { WAIT_CAUSE_KEYS } from '#shared/value-stream-words.ts';
import { periodOf, rowsAbout, streamInForce } from './period.ts';

/** The tickets behind a figure, those that waited longest first: in all steps or one, for whatever or for one cause. */
export async function flowTickets(ctx: Ctx, id: string, query: FlowTicketQuery) {
  const { step, cause, time = 'calendar', limit = 50 } = query;
  const stream = await streamInForce(ctx, id);
  const about = rowsAbout(ctx, stream, await periodOf(ctx, query), query);
  const cursor = decodeCursor(query.cursor, ['number', 'id']);
  const business = time === 'business';
  const list = business ? sql.raw('s.waits_business') : sql.raw('s.waits');
  const waited = cause
    ? sql`(${list})[${sql.lit(WAIT_CAUSE_KEYS.indexOf(cause) + 1)}]`
    : business
      ? sql.raw('s.wait_business')
      : sql.raw('s.wait');
  const { rows } = await sql<FlowTicket>`
    select g.id, t.key, t.title, jsonb_build_object('id', c.id, 'name', c.name) as client, g.ended_at as "endedAt",
      (select jsonb_build_object('id', m.id, 'name', m.name) from teams m where m.id = t.team_id) as team,
      g.wait, g.touch, g.estimated
    from (
      select s.client_id, s.ticket_id as id, max(s.ended_at) as ended_at, sum(${waited})::float8 as wait,
        sum(${sql.raw(business ? 's.touch_business' : 's.touch')})::float8 as touch, bool_or(s.estimated) as estimated
      from value_stream_steps s where ${about} ${step ? sql`and s.step_key = ${step}` : sql``}
      group by s.client_id, s.ticket_id
      ${cause ? sql`having sum(${waited}) > 0` : sql``}) g
    join tickets t on t.client_id = g.client_id and t.id = g.id join clients c on c.id = g.client_id
    ${cursor ? sql`where (g.wait, g.id) < (${cursor[0]}::float8, ${cursor[1]}::uuid)` : sql``}
    order by g.wait desc, g.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.wait, row.id]);
}
