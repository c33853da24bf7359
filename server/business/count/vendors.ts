import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { VendorProductView } from '#shared/count.ts';

/** The lists that count now: of each vendor the one of the latest day, and of several for that day the last. */
export const CURRENT_LISTS = sql`(select distinct on (lower(vendor)) * from vendor_lists order by lower(vendor), day desc, id desc)`;

/** A vendor as it was written before, whichever capitals it is written in now. */
export async function vendorAsKnown(ctx: Ctx, vendor: string): Promise<string> {
  const plain = vendor.trim();
  const { rows } = await sql<{ vendor: string }>`
    select vendor from vendor_lists where lower(vendor) = lower(${plain}) order by id limit 1`.execute(ctx.tx);
  return rows[0]?.vendor ?? plain;
}

/** What vendors sell, by vendor and name. */
export async function listProducts(ctx: Ctx): Promise<VendorProductView[]> {
  const { rows } = await sql<VendorProductView>`
    select id, vendor, name from vendor_products order by lower(vendor), lower(name), id limit 2000`.execute(ctx.tx);
  return rows;
}

/** The product of a vendor by its name, made where it is not there yet. */
export async function productNamed(ctx: Ctx, vendor: string, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into vendor_products (id, vendor, name, created_at) values (${newId()}, ${vendor}, ${name.trim()}, ${ctx.now})
    on conflict (lower(vendor), lower(name)) do nothing returning id`.execute(ctx.tx);
  if (rows[0]) return rows[0].id;
  const found = await sql<{ id: string }>`
    select id from vendor_products where lower(vendor) = lower(${vendor}) and lower(name) = lower(${name.trim()})`.execute(
    ctx.tx,
  );
  return found.rows[0]?.id ?? '';
}
