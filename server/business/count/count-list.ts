import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { CURRENT_LISTS } from './vendors.ts';

/** Counts the list of a vendor that counts now, by its names as they are mapped now. */
export async function countCurrent(ctx: Ctx, vendor: string): Promise<void> {
  const { rows } = await sql<{ id: string; vendor: string; day: string }>`
    select id, vendor, day from ${CURRENT_LISTS} x where lower(vendor) = lower(${vendor})`.execute(ctx.tx);
  for (const list of rows) await countList(ctx, list);
}

type Row = { clientId: string; productId: string; number: string };

/**
 * Counts what a list says, by the names as they are mapped now: what differs from what was counted of it before is added, nothing is taken
 * away. A client that has a product no more has none of it, unless a name of the list that nobody has mapped may be the client or the product.
 */
async function countList(ctx: Ctx, list: { id: string; vendor: string; day: string }): Promise<void> {
  const { rows } = await sql<Row>`
    with names as (select kind, lower(name) as name, for_client_id, product_id from vendor_names where lower(vendor) = lower(${list.vendor})),
    said as (
      select r.quantity, n.for_client_id as client_id, n.name is not null as client_known, p.product_id, p.name is not null as product_known
      from vendor_list_rows r
      left join names n on n.kind = 'client' and n.name = lower(r.client_name)
      left join names p on p.kind = 'product' and p.name = lower(r.product_name)
      where r.list_id = ${list.id}),
    has as (
      select client_id, product_id, sum(quantity) as number from said
      where client_id is not null and product_id is not null group by 1, 2),
    expected as (
      select for_client_id as client_id from names where kind = 'client' and for_client_id is not null
      except select client_id from said where not product_known),
    whole as (select client_id from expected
      where client_id in (select client_id from said) or not exists (select from said where not client_known)),
    none as (
      select w.client_id, v.id as product_id from whole w cross join vendor_products v
      where lower(v.vendor) = lower(${list.vendor}) and (
        exists (select from contract_lines l where l.client_id = w.client_id and l.count_product = v.id)
        or exists (select from count_snapshots s where s.client_id = w.client_id and s.source = 'vendor' and s.key = v.id::text))
      except select client_id, product_id from has),
    taken_back as (
      select s.client_id, s.key::uuid as product_id from count_snapshots s where s.list_id = ${list.id}
      except select client_id, product_id from has),
    now as (
      select client_id, product_id, number from has
      union select client_id, product_id, 0 from none
      union select client_id, product_id, 0 from taken_back)
    select n.client_id as "clientId", n.product_id as "productId", n.number::text as number from now n
    where n.number is distinct from (select s.number from count_snapshots s where s.client_id = n.client_id and s.list_id = ${list.id}
      and s.key = n.product_id::text order by s.id desc limit 1)
    order by 1, 2`.execute(ctx.tx);
  if (rows.length === 0) return;
  await sql`
    insert into count_snapshots (client_id, id, day, source, key, number, list_id, created_at)
    select "clientId", id, ${list.day}, 'vendor', "productId"::text, number, ${list.id}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))}::jsonb)
      as r ("clientId" uuid, id uuid, "productId" uuid, number numeric)`.execute(ctx.tx);
}
