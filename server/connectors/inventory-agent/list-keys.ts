import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { EnrolmentKeyView } from '#shared/inventory-agent.ts';

/** More keys than anybody makes for one client. */
const MOST = 500;

/** A client's keys: those in use first, then by name. */
export async function listEnrolmentKeys(ctx: Ctx, clientId: string): Promise<EnrolmentKeyView[]> {
  const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  const { rows } = await sql<EnrolmentKeyView>`
    select k.id, k.name, k.hint, k.created_at as "createdAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt",
      case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as site,
      (select p.name from staff p where p.id = k.created_by) as "createdBy",
      (select count(*)::integer from agent_reports r
        where r.client_id = k.client_id and r.key_id = k.id) as devices
    from enrolment_keys k left join sites s on s.client_id = k.client_id and s.id = k.site_id
    where k.client_id = ${clientId}
    order by k.revoked_at is not null, lower(k.name), k.id limit ${MOST}`.execute(ctx.tx);
  return rows;
}
