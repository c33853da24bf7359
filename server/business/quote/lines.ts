import { sql } from 'kysely';
import { exact } from '#kernel/billing.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { discounted } from '#kernel/quote.ts';
import type { Ctx } from '#platform/context/index.ts';
import { MOST, MOST_WORTH } from '#server/business/contract/index.ts';
import type { QuoteLineInput } from '#shared/quote.ts';

type Of = { readonly clientId: string; readonly quoteId: string };

/** Writes what a draft offers, in place of what it offered before. `invalid` by line and field. */
export async function keepLines(ctx: Ctx, { clientId, quoteId }: Of, lines: readonly QuoteLineInput[]): Promise<void> {
  await refuseLines(ctx, lines);
  await sql`delete from quote_lines where client_id = ${clientId} and quote_id = ${quoteId}`.execute(ctx.tx);
  const rows = lines.map((line, position) => ({
    ...{ id: newId(), position, description: '', unit: '', discount: '0', cost: null, supplier: '' },
    ...{ choice: 'fixed', chosen: true, productId: null, taxRateId: null, ...line },
    group: line.choice === 'one_of' ? (line.group ?? '').trim() : '',
    name: line.name.trim(),
  }));
  await sql`
    insert into quote_lines (client_id, id, quote_id, position, product_id, name, description, kind, billed, unit, quantity, price, discount, cost,
      supplier, tax_rate_id, choice, choice_group, chosen)
    select ${clientId}, id, ${quoteId}, position, "productId", name, description, kind, billed, unit, quantity, price, discount, cost,
      supplier, "taxRateId", choice, "group", chosen
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, position int, "productId" uuid, name text, description text, kind text,
      billed text, unit text, quantity numeric, price numeric, discount numeric, cost numeric, supplier text, "taxRateId" uuid, choice text,
      "group" text, chosen boolean)`.execute(ctx.tx);
}

async function refuseLines(ctx: Ctx, lines: readonly QuoteLineInput[]): Promise<void> {
  const [products, taxes] = await knownIn(ctx, lines);
  const faults = lines.flatMap((line, nth) =>
    faultsOf(line, { products, taxes }).map(({ path, message }) => ({ path: `lines.${nth}.${path}`, message })),
  );
  faults.push(...groupFaults(lines));
  if (faults.length > 0) throw invalid(faults);
}

type Known = { readonly products: ReadonlySet<string>; readonly taxes: ReadonlySet<string> };

function faultsOf(line: QuoteLineInput, { products, taxes }: Known): FieldError[] {
  const { quantity, price, discount = '0', cost = null, choice, group = '', productId, taxRateId } = line;
  const faults: FieldError[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message });
  const atMost = (path: string, value: string, most: number) => {
    if (Number(value) > most) fault(path, `must be at most ${most.toLocaleString('en')}`);
  };
  if (Number(quantity) === 0) fault('quantity', 'must be more than 0');
  atMost('quantity', quantity, MOST.quantity);
  atMost('price', price, MOST.price);
  atMost('discount', discount, 100);
  if (cost !== null) atMost('cost', cost, MOST.price);
  if (
    faults.length === 0 &&
    exact(quantity)
      .mul(exact(discounted({ price, discount })))
      .compare(MOST_WORTH) > 0
  )
    fault('quantity', `comes to more than ${MOST_WORTH.toLocaleString('en')} with this price`);
  if (faults.length === 0 && cost !== null && exact(quantity).mul(exact(cost)).compare(MOST_WORTH) > 0)
    fault('cost', `comes to more than ${MOST_WORTH.toLocaleString('en')} with this quantity`);
  if (choice === 'one_of' && group.trim() === '') fault('group', 'must say which lines stand for each other');
  if (productId && !products.has(productId)) fault('productId', 'is not in the price book');
  if (taxRateId && !taxes.has(taxRateId)) fault('taxRateId', 'is not a tax rate in use');
  return faults;
}

/** One of a group of one is no choice, and of a group that is billed both ways nothing could be compared. */
function groupFaults(lines: readonly QuoteLineInput[]): FieldError[] {
  const grouped = lines
    .map((line, nth) => ({ line, nth }))
    .filter(({ line: { choice, group = '' } }) => choice === 'one_of' && group.trim() !== '');
  return [...Map.groupBy(grouped, ({ line }) => (line.group ?? '').trim()).values()]
    .filter(({ length }) => length === 1)
    .map(([only]) => ({
      path: `lines.${only?.nth}.group`,
      message: 'needs another line of the same group, of which one is taken',
    }));
}

async function knownIn(ctx: Ctx, lines: readonly QuoteLineInput[]): Promise<[Set<string>, Set<string>]> {
  const idsOf = (field: 'productId' | 'taxRateId') => [...new Set(lines.flatMap((line) => line[field] ?? []))];
  const products = await sql<{
    id: string;
  }>`select id from products where id = any (${idsOf('productId')}::uuid[])`.execute(ctx.tx);
  const taxes = await sql<{ id: string }>`
    select id from tax_rates where active and id = any (${idsOf('taxRateId')}::uuid[])`.execute(ctx.tx);
  const ids = ({ rows }: { rows: { id: string }[] }) => new Set(rows.map(({ id }) => id));
  return [ids(products), ids(taxes)];
}
