import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { OutageQuery, OutageView } from '#shared/service.ts';

/** The rows of clients in sight, by a column that names the client. */
export const inSight = ({ scope }: Ctx, column: string): RawBuilder<unknown> =>
  scope.allClients ? sql`true` : sql`${sql.ref(column)} = any (${[...scope.clientIds]}::uuid[])`;

/** That an outage `o` lasts at an instant. */
export const lasts = (now: string): RawBuilder<unknown> =>
  sql`o.withdrawn_at is null and o.began_at <= ${now} and (o.ended_at is null or o.ended_at > ${now})`;

const LINKED = (columns: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
  sql`coalesce((select json_agg(json_build_object(${columns}) order by l.created_at, l.id)
    from outage_links l join ${from} where l.client_id = o.client_id and l.outage_id = o.id), '[]')`;

const COLUMNS = sql`o.id, json_build_object('id', c.id, 'name', c.name) as client, json_build_object('id', s.id, 'name', s.name) as service,
  o.began_at as "beganAt", o.ended_at as "endedAt", o.planned, o.share, o.title, o.told, o.cause, o.source,
  case o.source
    when 'change' then (select json_build_object('id', t.id, 'key', t.key, 'title', t.title) from tickets t where t.id = o.source_id)
    when 'announcement' then (select json_build_object('id', a.id, 'key', null, 'title', a.title) from announcements a where a.id = o.source_id)
  end as "from",
  ${LINKED(sql`'id', t.id, 'key', t.key, 'title', t.title`, sql`tickets t on t.client_id = l.client_id and t.id = l.ticket_id`)} as tickets,
  ${LINKED(sql`'id', a.id, 'key', null, 'title', a.title`, sql`alerts a on a.client_id = l.client_id and a.id = l.alert_id`)} as alerts,
  ${LINKED(sql`'id', a.id, 'key', null, 'title', a.title`, sql`announcements a on a.id = l.announcement_id`)} as announcements,
  o.withdrawn_at as "withdrawnAt", o.version`;
const FROM = sql`outages o join clients c on c.id = o.client_id join services s on s.id = o.service_id`;

/** Outages, the newest beginning first, of clients in sight. */
export async function listOutages(ctx: Ctx, query: OutageQuery) {
  const { clientId, serviceId, running, withdrawn, limit = 50 } = query;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const where = [
    inSight(ctx, 'o.client_id'),
    ...(clientId ? [sql`o.client_id = ${clientId}`] : []),
    ...(serviceId ? [sql`o.service_id = ${serviceId}`] : []),
    ...(running ? [lasts(ctx.now)] : []),
    ...(withdrawn ? [] : [sql`o.withdrawn_at is null`]),
    ...(cursor ? [sql`(o.began_at, o.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<OutageView>`select ${COLUMNS} from ${FROM} where ${sql.join(where, sql` and `)}
    order by o.began_at desc, o.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.beganAt, row.id]);
}

/** One outage, for staff. */
export async function viewOutage(ctx: Ctx, id: string): Promise<OutageView> {
  const { rows } = await sql<OutageView>`
    select ${COLUMNS} from ${FROM} where o.id = ${id} and ${inSight(ctx, 'o.client_id')}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('outage');
  return rows[0];
}
