import { sql } from 'kysely';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { MapVendorName, VendorNameView } from '#shared/count.ts';
import { countCurrent } from './count-list.ts';
import { CURRENT_LISTS, productNamed, vendorAsKnown } from './vendors.ts';

const WHAT = 'What a vendor calls clients and products';

/** The names that vendors use: first those of the lists that count which nobody has mapped, then what the others mean. */
export async function listNames(ctx: Ctx): Promise<VendorNameView[]> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql<VendorNameView>`
    with rows as (
      select x.vendor, k.kind, lower(k.name) as name_key, min(k.name) as name, count(*)::int as rows
      from ${CURRENT_LISTS} x join vendor_list_rows r on r.list_id = x.id
      cross join lateral (values ('client', r.client_name), ('product', r.product_name)) k (kind, name)
      group by 1, 2, 3)
    select coalesce(n.vendor, x.vendor) as vendor, coalesce(n.kind, x.kind) as kind, coalesce(n.name, x.name) as name,
      case when n.id is null then 'open' when n.for_client_id is null and n.product_id is null then 'passed_over' else 'mapped' end as state,
      case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as client,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as product,
      coalesce(n.version, 0) as version, coalesce(x.rows, 0) as rows
    from rows x full join vendor_names n on lower(n.vendor) = lower(x.vendor) and n.kind = x.kind and lower(n.name) = x.name_key
    left join clients c on c.id = n.for_client_id left join vendor_products p on p.id = n.product_id
    order by n.id is not null, 1, 2, lower(coalesce(n.name, x.name)) limit 5000`.execute(ctx.tx);
  return rows;
}

/**
 * Says once whose or what a name of a vendor is: a client; a product, one that is there or a new one; or, with neither, that it is passed
 * over. It holds from now on and for the list that counts, which is counted anew. `conflict` where somebody mapped it meanwhile.
 */
export async function mapName(ctx: Ctx, input: MapVendorName): Promise<void> {
  requireAllClients(ctx, WHAT);
  const { kind, name } = input;
  const vendor = await vendorAsKnown(ctx, input.vendor);
  const target = await targetOf(ctx, vendor, input);
  const before = await sql<{ id: string; version: number }>`
    select id, version from vendor_names where lower(vendor) = lower(${vendor}) and kind = ${kind} and lower(name) = lower(${name}) for update`.execute(
    ctx.tx,
  );
  const [known] = before.rows;
  if ((known?.version ?? 0) !== input.version) throw staleVersion('name', known?.version ?? 0);
  const id = known?.id ?? newId();
  if (known)
    await sql`
      update vendor_names set for_client_id = ${target.clientId}, product_id = ${target.productId}, version = version + 1, updated_at = ${ctx.now}
      where id = ${id}`.execute(ctx.tx);
  else {
    await refuseUnsaid(ctx, vendor, kind, name);
    await sql`
      insert into vendor_names (id, vendor, kind, name, for_client_id, product_id, created_at, updated_at)
      values (${id}, ${vendor}, ${kind}, ${name}, ${target.clientId}, ${target.productId}, ${ctx.now}, ${ctx.now})`.execute(
      ctx.tx,
    );
  }
  await appendEvent(ctx, {
    ...{ clientId: target.clientId, subjectType: 'vendor_name', subjectId: id, type: 'vendor_name.mapped' },
    // What a vendor calls a client stands with that client alone.
    data: { vendor, kind, ...(kind === 'product' || target.clientId ? { name } : {}), productId: target.productId },
  });
  await countCurrent(ctx, vendor);
}

async function targetOf(ctx: Ctx, vendor: string, input: MapVendorName) {
  const { kind, clientId, productId, newProduct } = input;
  const faults: FieldError[] = [];
  if (kind === 'product' && clientId) faults.push({ path: 'clientId', message: 'is for the name of a client' });
  if (kind === 'client' && productId) faults.push({ path: 'productId', message: 'is for the name of a product' });
  if (newProduct && (kind === 'client' || productId))
    faults.push({ path: 'newProduct', message: 'is for the name of a product that is not mapped to another' });
  if (clientId && faults.length === 0) {
    const { rows } = await sql`select from clients where id = ${clientId} and kind = 'client'`.execute(ctx.tx);
    if (rows.length === 0) faults.push({ path: 'clientId', message: 'is not a client that you see' });
  }
  if (productId && faults.length === 0) {
    const { rows } =
      await sql`select from vendor_products where id = ${productId} and lower(vendor) = lower(${vendor})`.execute(
        ctx.tx,
      );
    if (rows.length === 0) faults.push({ path: 'productId', message: 'is not a product of this vendor' });
  }
  if (faults.length > 0) throw invalid(faults);
  const made = newProduct ? await productNamed(ctx, vendor, newProduct) : null;
  return { clientId: clientId ?? null, productId: productId ?? made };
}

/** Only what a list of the vendor says is mapped. */
async function refuseUnsaid(ctx: Ctx, vendor: string, kind: string, name: string): Promise<void> {
  const column = kind === 'client' ? sql`r.client_name` : sql`r.product_name`;
  const { rows } = await sql`
    select from vendor_list_rows r join vendor_lists v on v.id = r.list_id
    where lower(v.vendor) = lower(${vendor}) and lower(${column}) = lower(${name}) limit 1`.execute(ctx.tx);
  if (rows.length === 0) throw notFound('name in a list of this vendor');
}
