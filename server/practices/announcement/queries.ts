import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { AnnouncementQuery, AnnouncementRow, AnnouncementView } from '#shared/announcement.ts';

/** What is said of an announcement `a` in a list. */
const COLUMNS = sql`a.id, a.kind, a.title, a.state, a.effect, a.audience, a.from_at as "fromAt", a.until_at as "untilAt",
  a.published_at as "publishedAt", a.ended_at as "endedAt", a.updated_at as "updatedAt",
  coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by lower(s.name)) from services s
    where s.id = any (a.service_ids)), '[]') as services,
  coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by lower(g.name)) from client_groups g
    where g.id = any (a.group_ids)), '[]') as groups,
  coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name_key) from announcement_clients ac
    join clients c on c.id = ac.client_id where ac.announcement_id = a.id), '[]') as clients,
  coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'clientId', s.client_id) order by lower(s.name), s.id)
    from announcement_sites x join sites s on s.client_id = x.client_id and s.id = x.site_id where x.announcement_id = a.id), '[]') as sites`;

/** Announcements, the newest first by when they begin. */
export async function listAnnouncements(ctx: Ctx, query: AnnouncementQuery) {
  const limit = query.limit ?? 50;
  const { state, kind, serviceId, clientId } = query;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const conditions = [
    sql`true`,
    ...(state?.length ? [sql`a.state = any (${state}::text[])`] : []),
    ...(kind?.length ? [sql`a.kind = any (${kind}::text[])`] : []),
    ...(serviceId ? [sql`${serviceId}::uuid = any (a.service_ids)`] : []),
    ...(clientId
      ? [sql`exists (select from clients c where c.id = ${clientId}) and app.announced_to(a, ${clientId}::uuid)`]
      : []),
    ...(cursor ? [sql`(a.from_at, a.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<AnnouncementRow>`select ${COLUMNS} from announcements a
    where ${sql.join(conditions, sql` and `)} order by a.from_at desc, a.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.fromAt, row.id]);
}

/** An announcement whole, for staff. */
export async function viewAnnouncement(ctx: Ctx, id: string): Promise<AnnouncementView> {
  const { rows } =
    await sql<AnnouncementView>`select ${COLUMNS}, a.body as text, a.version, a.created_at as "createdAt",
      (select s.name from staff s where s.id = a.created_by) as "createdBy",
      coalesce((select json_agg(json_build_object('id', u.id, 'text', u.text, 'by', u.by_name, 'at', ${INSTANT(sql`u.at`)}) order by u.at, u.id)
        from announcement_updates u where u.announcement_id = a.id), '[]') as updates,
      coalesce((select json_agg(json_build_object('id', t.id, 'key', t.key, 'title', t.title) order by t.created_at, t.id)
        from announcement_tickets l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id where l.announcement_id = a.id), '[]') as tickets,
      (select count(*)::int from announcement_readers r where r.announcement_id = a.id and r.follows_since is not null) as followers
    from announcements a where a.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('announcement');
  return rows[0];
}

/** An instant inside JSON, written as the API writes instants. */
export const INSTANT = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
