import { type RawBuilder, sql } from 'kysely';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CountedBy, CountedByView } from '#shared/count.ts';

/** What counts a line, as its fields; null: nothing does. */
export const countedBy = (counts: CountedBy | null) => ({
  countSource: counts?.source ?? null,
  countClass: counts?.classKey ?? null,
  countProduct: counts?.productId ?? null,
});

/** `invalid` by field where a line would be counted by a class or product that is not there, or lacks the one that its source needs. */
export async function refuseUnknownCount(ctx: Ctx, { source, classKey, productId }: CountedBy): Promise<void> {
  const faults: FieldError[] = [];
  const needs = { items: classKey, vendor: productId, people: 'none' }[source];
  if (needs === undefined)
    faults.push({
      path: source === 'items' ? 'counts.classKey' : 'counts.productId',
      message: source === 'items' ? 'must say which class of items' : 'must say which product of a vendor',
    });
  if (classKey !== undefined && source !== 'items')
    faults.push({ path: 'counts.classKey', message: 'is for what is counted by items' });
  if (productId !== undefined && source !== 'vendor')
    faults.push({ path: 'counts.productId', message: 'is for what is counted by a vendor’s lists' });
  if (faults.length === 0 && needs !== 'none') {
    const { rows } =
      source === 'items'
        ? await sql`select from ci_classes where key = ${classKey}`.execute(ctx.tx)
        : await sql`select from vendor_products where id = ${productId}`.execute(ctx.tx);
    if (rows.length === 0)
      faults.push({
        path: source === 'items' ? 'counts.classKey' : 'counts.productId',
        message: source === 'items' ? 'must be a class of items' : 'must be a product that was imported',
      });
  }
  if (faults.length > 0) throw invalid(faults);
}

/** What something counted is called: “People”, a class of items, or a vendor’s product. */
export function countedName(source: RawBuilder<unknown>, classKey: RawBuilder<unknown>, product: RawBuilder<unknown>) {
  return sql<string>`case ${source} when 'people' then 'People' when 'items' then (select name from ci_classes where key = ${classKey})
    else (select vendor || ': ' || name from vendor_products where id = ${product}) end`;
}

/** What counts a line, of contract_lines as `l`; null where nothing does. */
export const COUNTED_BY = sql<CountedByView | null>`case when l.count_source is not null then jsonb_strip_nulls(jsonb_build_object(
  'source', l.count_source, 'classKey', l.count_class, 'productId', l.count_product,
  'name', ${countedName(sql`l.count_source`, sql`l.count_class`, sql`l.count_product`)})) end`;
