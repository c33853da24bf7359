import { sql } from 'kysely';
import { type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { Changes } from '#platform/events/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import { currencyFaults, refuseTaxRate } from '#server/business/contract/index.ts';
import type { CreateProduct, ProductPrice, ProductQuery, ProductView, SaveProduct } from '#shared/product.ts';

const WHAT = 'The price book';

const PRICES = sql<ProductPrice[]>`coalesce((select jsonb_agg(jsonb_build_object('currency', r.currency,
  'price', trim_scale(r.price)::text, 'cost', trim_scale(r.cost)::text) order by r.currency)
  from product_prices r where r.product_id = p.id), '[]')`;

const VIEW = sql`
  select p.id, p.code, p.name, p.description, p.kind, p.billed, p.unit, p.supplier, p.active, p.version, ${PRICES} as prices,
    case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name) end as "taxRate"
  from products p left join tax_rates x on x.id = p.tax_rate_id`;

/** What stands for itself in a pattern. */
const plain = (text: string): string => text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);

/** The products, by name: those in use, unless others are asked for. Where words are given, those that begin with them come first. */
export async function listProducts(ctx: Ctx, query: ProductQuery): Promise<ProductView[]> {
  const { q = '', kind = null, currency = null, retired = false } = query;
  const [within, begins] = [`%${plain(q.trim())}%`, `${plain(q.trim())}%`];
  const { rows } = await sql<ProductView>`
    ${VIEW} where (p.active or ${retired}) and (${kind}::text is null or p.kind = ${kind})
      and (p.code ilike ${within} or p.name ilike ${within} or p.description ilike ${within})
      and (${currency}::text is null or exists (select from product_prices r where r.product_id = p.id and r.currency = ${currency}))
    order by not p.active, not (p.code ilike ${begins} or p.name ilike ${begins}), lower(p.name), p.id limit 2000`.execute(
    ctx.tx,
  );
  return rows;
}

/** The products that have one of these codes, by the code in small letters. */
export async function productsByCode(ctx: Ctx, codes: readonly string[]): Promise<Map<string, ProductView>> {
  const keys = codes.map((code) => code.toLowerCase());
  const { rows } = await sql<ProductView>`${VIEW} where lower(p.code) = any (${keys}::text[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.code.toLowerCase(), row]));
}

/** Adds a product. Returns its id. `invalid` by field where the code is taken, or a price is of no currency. */
export async function createProduct(ctx: Ctx, { prices = [], ...input }: CreateProduct): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, { ...input, prices }, null);
  const fields = { ...input, code: input.code.trim() };
  const id = await createRecord(ctx, 'products', 'product', fields, null, { prices });
  await keepPrices(ctx, id, prices);
  return id;
}

/** Changes a product, what it costs, or whether it is sold. Quotes that were written keep what they say. */
export async function saveProduct(ctx: Ctx, id: string, { prices, ...input }: SaveProduct): Promise<void> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, { ...input, ...(prices ? { prices } : {}) }, id);
  const was = await pricesOf(ctx, id);
  const beside: Changes = prices && !samePrices(was, prices) ? { prices: [was, prices] } : {};
  const code = input.code === undefined ? {} : { code: input.code.trim() };
  await updateRecord(ctx, 'products', 'product', id, { ...input, ...code }, null, beside);
  if (!prices || !beside.prices) return;
  const { rows } = await sql<{ version: number }>`select version from products where id = ${id}`.execute(ctx.tx);
  if (rows[0]?.version !== input.version + 1) throw staleVersion('product', rows[0]?.version ?? 0);
  await sql`delete from product_prices where product_id = ${id}`.execute(ctx.tx);
  await keepPrices(ctx, id, prices);
}

async function pricesOf(ctx: Ctx, id: string): Promise<ProductPrice[]> {
  const { rows } = await sql<{ prices: ProductPrice[] }>`
    select ${PRICES} as prices from products p where p.id = ${id}`.execute(ctx.tx);
  return rows[0]?.prices ?? [];
}

const keyOf = ({ currency, price, cost }: ProductPrice): string =>
  `${currency} ${Number(price)} ${cost === null ? '' : Number(cost)}`;

/** Whether two lists of prices say the same, in whichever order and however written. */
export const samePrices = (one: readonly ProductPrice[], other: readonly ProductPrice[]): boolean =>
  one.map(keyOf).sort().join() === other.map(keyOf).sort().join();

async function keepPrices(ctx: Ctx, id: string, prices: readonly ProductPrice[]): Promise<void> {
  await sql`
    insert into product_prices (product_id, currency, price, cost)
    select ${id}, currency, price, cost
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as r (currency text, price numeric, cost numeric)`.execute(
    ctx.tx,
  );
}

const MOST = 10_000_000;

async function refuse(
  ctx: Ctx,
  { code, taxRateId, prices = [] }: { [K in keyof CreateProduct]?: CreateProduct[K] | undefined },
  id: string | null,
): Promise<void> {
  const faults: FieldError[] = [];
  for (const [nth, { currency, price, cost }] of prices.entries()) {
    const at = (field: string) => `prices.${nth}.${field}`;
    faults.push(...currencyFaults(currency).map(({ message }) => ({ path: at('currency'), message })));
    if (prices.findIndex((one) => one.currency === currency) !== nth)
      faults.push({ path: at('currency'), message: 'stands there already: one price for each currency' });
    for (const [field, value] of Object.entries({ price, cost }))
      if (value !== null && Number(value) > MOST)
        faults.push({ path: at(field), message: `must be at most ${MOST.toLocaleString('en')}` });
  }
  const fault = taxRateId ? await refuseTaxRate(ctx, taxRateId) : null;
  if (fault) faults.push(fault);
  if (code !== undefined) {
    const { rows } = await sql`
      select from products where lower(code) = lower(${code.trim()}) and id is distinct from ${id}`.execute(ctx.tx);
    if (rows.length > 0) faults.push({ path: 'code', message: 'is the code of another product' });
  }
  if (faults.length > 0) throw invalid(faults);
}
