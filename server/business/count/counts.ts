import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { countedName } from '#server/business/contract/index.ts';
import type { CountQuery, CountView } from '#shared/count.ts';

/** What was counted last of each source at a client by a day; `not_found` for a client out of sight. */
export async function listCounts(ctx: Ctx, { clientId, day }: CountQuery): Promise<CountView[]> {
  const client = await sql`select from clients where id = ${clientId}`.execute(ctx.tx);
  if (client.rows.length === 0) throw notFound('client');
  const name = countedName(sql`s.source`, sql`s.key`, sql`case when s.source = 'vendor' then s.key::uuid end`);
  const { rows } = await sql<CountView>`
    select s.id, jsonb_build_object('id', c.id, 'name', c.name) as client, s.source, s.key, coalesce(${name}, s.key) as name, s.day,
      trim_scale(s.number)::text as number
    from (select distinct on (source, key) * from count_snapshots
      where client_id = ${clientId} and (${day ?? null}::date is null or day <= ${day ?? null}::date)
      order by source, key, day desc, id desc) s
    join clients c on c.id = s.client_id
    order by array_position(array['people', 'vendor', 'items'], s.source), 5`.execute(ctx.tx);
  return rows;
}
