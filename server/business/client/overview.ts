import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { ClientOverview } from '#shared/client.ts';
import { viewClient } from './clients.ts';

/** The whole relation with a client on one page: people, places, services, what is open. */
export async function clientOverview(ctx: Ctx, id: string): Promise<ClientOverview> {
  const client = await viewClient(ctx, id);
  const { rows } = await sql<Omit<ClientOverview, 'client'>>`select
    (select count(*)::int from contacts where client_id = ${id} and active) as contacts,
    (select count(*)::int from sites where client_id = ${id} and active) as sites,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]') from client_services x join services s on s.id = x.service_id where x.client_id = ${id}) as services,
    (select count(*)::int from (select from tickets where client_id = ${id} and is_open limit 1000) o) as open,
    (select count(*)::int from (select from tickets where client_id = ${id} and is_open and status_category = 'waiting' limit 1000) o) as waiting,
    (select count(*)::int from (select from tickets where client_id = ${id} and is_open and due_at < ${ctx.now} limit 1000) o) as overdue,
    (select coalesce(json_agg(json_build_object('priority', priority, 'count', n) order by priority), '[]') from (select priority, count(*) n from tickets where client_id = ${id} and is_open group by priority) p) as "openByPriority",
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'title', title) order by name), '[]') from contacts where client_id = ${id} and vip and active) as vips,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'level', escalation_level, 'phone', phone) order by escalation_level, name), '[]') from contacts where client_id = ${id} and escalation_level is not null and active) as escalation`.execute(
    ctx.tx,
  );
  const [facts] = rows;
  if (!facts) throw new Error('A select without a from clause gives one row');
  return { client, ...facts };
}
