import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { Stock } from '#shared/estate.ts';
import { loadClasses } from './classes.ts';

/** What lies in stock or is on order: how many of each class at which site of which client, the most first. */
export async function stockOf(ctx: Ctx, clientId: string | null): Promise<Stock> {
  const classes = await loadClasses(ctx);
  const { rows } = await sql<Omit<Stock['items'][number], 'className'>>`
    select i.class_key as "classKey", json_build_object('id', c.id, 'name', c.name) as client,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as site,
      count(*) filter (where i.state = 'in_stock')::int as "inStock", count(*) filter (where i.state = 'on_order')::int as "onOrder"
    from configuration_items i join clients c on c.id = i.client_id
    left join sites s on s.client_id = i.client_id and s.id = i.site_id
    where i.state in ('in_stock', 'on_order') and i.merged_into is null
      and (${clientId}::uuid is null or i.client_id = ${clientId}::uuid)
    group by i.class_key, c.id, c.name, s.id, s.name
    order by count(*) desc, c.name, s.name, i.class_key limit 1000`.execute(ctx.tx);
  return { items: rows.map((row) => ({ ...row, className: classes.nameOf(row.classKey) })) };
}
