import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { countedName } from '#server/business/contract/index.ts';
import type { CountQuery, CountView } from '#shared/count.ts';

/**
 * What was counted last of each source at a client, or at all of them, by a day; `not_found` for a client out of sight. `uncontracted`: only
 * products of vendors that a client has some of, and that no line counts of a contract that has not ended.
 */
export async function listCounts(ctx: Ctx, { clientId, day, uncontracted = false }: CountQuery): Promise<CountView[]> {
  if (clientId) {
    const client = await sql`select from clients where id = ${clientId}`.execute(ctx.tx);
    if (client.rows.length === 0) throw notFound('client');
  }
  const name = countedName(sql`s.source`, sql`s.key`, sql`case when s.source = 'vendor' then s.key::uuid end`);
  const { rows } = await sql<CountView>`
    select s.id, jsonb_build_object('id', c.id, 'name', c.name) as client, s.source, s.key, coalesce(${name}, s.key) as name, s.day,
      trim_scale(s.number)::text as number
    from (select distinct on (client_id, source, key) * from count_snapshots
      where (${clientId ?? null}::uuid is null or client_id = ${clientId ?? null}::uuid) and (not ${uncontracted}::boolean or source = 'vendor')
        and (${day ?? null}::date is null or day <= ${day ?? null}::date)
      order by client_id, source, key, day desc, id desc) s
    join clients c on c.id = s.client_id
    where not ${uncontracted}::boolean or (s.number > 0 and not exists (
      select from contract_lines l join contracts k on k.client_id = l.client_id and k.id = l.contract_id
      cross join lateral (select (${ctx.now}::timestamptz at time zone c.time_zone)::date as day) d
      where l.client_id = s.client_id and l.count_source = 'vendor' and l.count_product::text = s.key and k.state <> 'ended'
        and (k.ends is null or k.ends > d.day) and (l.until_day is null or l.until_day > d.day)))
    order by c.name_key, c.id, array_position(array['people', 'vendor', 'items'], s.source), 5`.execute(ctx.tx);
  return rows;
}
