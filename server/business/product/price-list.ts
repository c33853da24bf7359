import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { ListFault } from '#kernel/listed-rows.ts';
import { type ListedProduct, readPriceList } from '#kernel/price-list.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { currencyFaults } from '#server/business/contract/index.ts';
import type {
  CreateProduct,
  ImportPriceList,
  PriceListPreview,
  PriceListTaken,
  ProductPrice,
  ProductView,
} from '#shared/product.ts';
import { createProduct, productsByCode, samePrices, saveProduct } from './products.ts';

const WHAT = 'The price book';
const SHOWN = 50;
const MOST_FAULTS = 50;

type Does = PriceListPreview['first'][number]['does'];
/** What taking the list does to one product. */
type Step = { readonly fields: CreateProduct; readonly was: ProductView | null; readonly does: Does };

/** What a list of products says, what it would change, and what is wrong with which line. Nothing is kept. */
export async function previewPriceList(ctx: Ctx, { csv }: ImportPriceList): Promise<PriceListPreview> {
  requireAllClients(ctx, WHAT);
  const { rows, ignored, faults, steps } = await planned(ctx, csv);
  return {
    ...{ rows, ignored: [...ignored], faults: faults.slice(0, MOST_FAULTS), ...counted(steps) },
    first: steps.slice(0, SHOWN).map(({ fields, was, does }) => ({
      ...{ code: fields.code, name: fields.name, does, prices: fields.prices ?? [], was: was?.prices ?? [] },
    })),
  };
}

/** Takes a list of products, all of it or nothing: new codes are added, others changed. Prices in other currencies stay. */
export async function importPriceList(ctx: Ctx, { csv }: ImportPriceList): Promise<PriceListTaken> {
  requireAllClients(ctx, WHAT);
  const { faults, steps } = await planned(ctx, csv);
  if (faults.length > 0)
    throw invalid(
      faults.slice(0, MOST_FAULTS).map(({ line, column, message }) => ({ path: `line ${line}, ${column}`, message })),
    );
  for (const { fields, was, does } of steps) {
    if (does === 'create') await createProduct(ctx, fields);
    else if (does === 'change' && was) await saveProduct(ctx, was.id, { ...fields, version: was.version });
  }
  return counted(steps);
}

const counted = (steps: readonly Step[]): PriceListTaken => {
  const number = (what: Does) => steps.filter(({ does }) => does === what).length;
  return { created: number('create'), changed: number('change'), same: number('same') };
};

async function planned(ctx: Ctx, csv: string) {
  const { rows, products, faults: read, ignored } = readPriceList(csv);
  const faults: ListFault[] = [...read];
  for (const { line, currency } of products.flatMap(({ prices }) => prices))
    if (/^[A-Z]{3}$/.test(currency))
      faults.push(...currencyFaults(currency).map(({ message }) => ({ line, column: 'currency', message })));
  const taxes = await taxesNamed(ctx);
  const there = await productsByCode(
    ctx,
    products.map(({ code }) => code),
  );
  const steps = products.map((product): Step => {
    const taxRateId = product.tax ? taxes.get(product.tax.toLowerCase()) : null;
    if (taxRateId === undefined)
      faults.push({ line: product.line, column: 'tax', message: 'is not the name of a tax rate in use' });
    const was = there.get(product.code.toLowerCase()) ?? null;
    const fields = fieldsOf(product, was, taxRateId ?? null);
    return { fields, was, does: !was ? 'create' : isSame(was, fields) ? 'same' : 'change' };
  });
  return { rows, ignored, faults, steps };
}

async function taxesNamed(ctx: Ctx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, lower(name) as name from tax_rates where active`.execute(ctx.tx);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

function fieldsOf(
  { line: _, tax, prices, ...said }: ListedProduct,
  was: ProductView | null,
  taxRateId: string | null,
): CreateProduct {
  const costs = new Map(was?.prices.map(({ currency, cost }) => [currency, cost]));
  const listed = prices.map(({ currency, price, cost = costs.get(currency) ?? null }) => ({ currency, price, cost }));
  const stay = was?.prices.filter(({ currency }) => !prices.some((one) => one.currency === currency)) ?? [];
  const all: ProductPrice[] = [...listed, ...stay];
  return { ...said, ...(tax === undefined ? {} : { taxRateId }), prices: all };
}

const isSame = (was: ProductView, { prices = [], taxRateId, ...fields }: CreateProduct): boolean =>
  samePrices(was.prices, prices) &&
  (taxRateId === undefined || taxRateId === (was.taxRate?.id ?? null)) &&
  Object.entries(fields).every(([field, value]) => was[field as keyof ProductView] === value);
