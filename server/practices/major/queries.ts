import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { viewAnnouncement } from '#server/practices/announcement/index.ts';
import { linkedTickets, spansOf } from '#server/practices/span/index.ts';
import type { MajorQuery, MajorRow, MajorView } from '#shared/major.ts';
import { movesOf } from './move.ts';
import { majorOf } from './rows.ts';

const inSight = (ctx: Ctx, column: 'm' | 'l') =>
  ctx.scope.allClients ? sql`true` : sql`${sql.ref(`${column}.client_id`)} = any (${[...ctx.scope.clientIds]}::uuid[])`;

const columns = (ctx: Ctx) => sql`t.id, t.key, t.title, t.priority, t.status, m.state, m.proposed_at as "proposedAt",
  m.declared_at as "declaredAt", m.restored_at as "restoredAt", m.next_update_at as "nextUpdateAt",
  jsonb_build_object('id', c.id, 'name', c.name, 'code', c.code) as client,
  (select jsonb_build_object('id', s.id, 'name', s.name) from jsonb_array_elements(m.roles) r join staff s on s.id = (r ->> 'staffId')::uuid
    where r ->> 'role' = 'manager' limit 1) as manager,
  (select count(*)::int from ticket_span_links l where l.whole_id = m.ticket_id and ${inSight(ctx, 'l')}) as tickets`;

/** Major incidents, the newest proposal first. */
export async function listMajors(ctx: Ctx, { state, limit = 50, cursor }: MajorQuery) {
  const after = decodeCursor(cursor, ['instant', 'id']);
  const { rows } = await sql<MajorRow>`select ${columns(ctx)}
    from major_incidents m join tickets t on t.client_id = m.client_id and t.id = m.ticket_id join clients c on c.id = m.client_id
    where ${inSight(ctx, 'm')} and ${state?.length ? sql`m.state = any (${state}::text[])` : sql`true`}
      and ${after ? sql`(m.proposed_at, m.ticket_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by m.proposed_at desc, m.ticket_id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.proposedAt, row.id]);
}

/** A major incident whole: what was said of it, what hangs under it, and where it can go from here. */
export async function viewMajor(ctx: Ctx, idOrKey: string): Promise<MajorView> {
  const { ticket, major } = await majorOf(ctx, idOrKey);
  const { rows } = await sql<MajorRow>`select ${columns(ctx)}
    from major_incidents m join tickets t on t.client_id = m.client_id and t.id = m.ticket_id join clients c on c.id = m.client_id
    where m.client_id = ${ticket.client_id} and m.ticket_id = ${ticket.id}`.execute(ctx.tx);
  const { rows: people } = await sql<{ id: string; name: string }>`
    select id, name from staff where id = any (${major.roles.map(({ staffId }) => staffId)}::uuid[])`.execute(ctx.tx);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const told = major.announcement_id ? await viewAnnouncement(ctx, major.announcement_id) : null;
  return {
    ...(rows[0] as MajorRow),
    reason: major.reason,
    criteria: major.criteria,
    proposedBy: major.proposed_by,
    decidedBy: major.decided_by,
    stabilisedAt: major.stabilised_at,
    completedAt: major.completed_at,
    declinedAt: major.declined_at,
    roles: major.roles.map(({ role, staffId }) => ({
      role,
      staff: { id: staffId, name: nameOf.get(staffId) ?? 'Somebody who has left' },
    })),
    bridge: major.bridge,
    toldTitle: major.told_title,
    cadenceMinutes: major.cadence_minutes,
    announcementId: major.announcement_id,
    updates: told
      ? [
          { id: told.id, text: told.text, by: told.createdBy ?? '', at: told.publishedAt ?? told.createdAt },
          ...told.updates,
        ]
      : [],
    clients: (await spansOf(ctx, ticket)).map(({ clientId, clientName, tickets }) => ({
      ...{ id: clientId, name: clientName, tickets },
    })),
    linked: await linkedTickets(ctx, ticket),
    review: major.review,
    moves: await movesOf(ctx, { ticket, major }),
    version: major.version,
  };
}
