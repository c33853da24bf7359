import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { VendorNameKind } from '#shared/count-words.ts';

type Known = { kind: VendorNameKind; name: string; called: string | null };

/** What is known of the names that a vendor uses: those that were mapped, and those that are a client's or a product's own. */
export async function knownNames(ctx: Ctx, vendor: string) {
  const { rows } = await sql<Known>`
    select n.kind, lower(n.name) as name, coalesce(c.name, p.name) as called
    from vendor_names n left join clients c on c.id = n.for_client_id left join vendor_products p on p.id = n.product_id
    where lower(n.vendor) = lower(${vendor})`.execute(ctx.tx);
  const own = await ownNames(ctx, vendor);
  const known = new Map<string, string | null>([
    ...own.map(({ kind, name, called }) => [`${kind} ${name}`, called] as const),
    ...rows.map(({ kind, name, called }) => [`${kind} ${name}`, called] as const),
  ]);
  const key = (kind: VendorNameKind, name: string) => `${kind} ${name.toLowerCase()}`;
  return {
    /** Whether it is known whose or what it is, or that it is passed over. */
    has: (kind: VendorNameKind, name: string): boolean => known.has(key(kind, name)),
    /** What it is called here; null where it is not known or passed over. */
    calledBy: (kind: VendorNameKind, name: string): string | null => known.get(key(kind, name)) ?? null,
  };
}

type Own = { kind: VendorNameKind; id: string; name: string; called: string };

/** Names that stand for themselves: of one client alone, or of a product of the vendor. */
async function ownNames(ctx: Ctx, vendor: string): Promise<Own[]> {
  const { rows } = await sql<Own>`
    select 'client' as kind, min(id::text) as id, name_key as name, min(name) as called from clients
    where kind = 'client' group by name_key having count(*) = 1
    union all
    select 'product', id::text, lower(name), name from vendor_products where lower(vendor) = lower(${vendor})`.execute(
    ctx.tx,
  );
  return rows;
}

/** Keeps whose and what the names of a list are that stand for themselves, so that it stays so when the client is called otherwise. */
export async function keepKnownNames(
  ctx: Ctx,
  vendor: string,
  { clients, products }: { clients: readonly string[]; products: readonly string[] },
): Promise<void> {
  const own = new Map((await ownNames(ctx, vendor)).map((one) => [`${one.kind} ${one.name}`, one.id]));
  const rows = [
    ...clients.map((name) => ({ kind: 'client', name, id: newId(), of: own.get(`client ${name.toLowerCase()}`) })),
    ...products.map((name) => ({ kind: 'product', name, id: newId(), of: own.get(`product ${name.toLowerCase()}`) })),
  ].filter(({ of }) => of !== undefined);
  await sql`
    insert into vendor_names (id, vendor, kind, name, for_client_id, product_id, created_at, updated_at)
    select id, ${vendor}, kind, name, case kind when 'client' then of end, case kind when 'product' then of end, ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, name text, of uuid)
    on conflict (lower(vendor), kind, lower(name)) do nothing`.execute(ctx.tx);
}
