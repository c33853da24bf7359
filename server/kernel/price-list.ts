import { BILLED_WAYS, type BilledWay, PRODUCT_KINDS, type ProductKind } from '#shared/product-words.ts';
import { type ListFault, nameFault, numberFault, readListed, ungrouped } from './listed-rows.ts';

/** A product of a list; what the list has no column for is undefined, and stays as it is. */
export type ListedProduct = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly billed: BilledWay;
  readonly description?: string;
  readonly unit?: string;
  readonly supplier?: string;
  readonly tax?: string;
  readonly prices: readonly ListedPrice[];
};
type ListedPrice = {
  readonly line: number;
  readonly currency: string;
  readonly price: string;
  /** Undefined where the list has no such column: it stays as it is. Null where it says none. */
  readonly cost?: string | null;
};
export type PriceListRead = {
  readonly rows: number;
  readonly products: readonly ListedProduct[];
  readonly faults: readonly ListFault[];
  readonly ignored: readonly string[];
};

/** What suppliers call the columns, without blanks and marks. */
const CALLED = {
  code: ['code', 'sku', 'partnumber', 'productcode', 'itemcode', 'mpn'],
  name: ['name', 'productname', 'product', 'item', 'title'],
  kind: ['kind', 'type', 'category'],
  billed: ['billed', 'billing', 'frequency'],
  currency: ['currency', 'currencycode'],
  price: ['price', 'unitprice', 'sellprice', 'rrp'],
  cost: ['cost', 'unitcost', 'buyprice', 'costprice'],
  description: ['description', 'details'],
  unit: ['unit', 'uom', 'unitofmeasure'],
  supplier: ['supplier', 'vendor', 'distributor'],
  tax: ['tax', 'taxrate', 'taxname'],
} as const;
type Column = keyof typeof CALLED;
const NEEDED = ['code', 'name', 'kind', 'billed', 'currency', 'price'] as const;
const LETTERS = { code: 60, name: 200, description: 2_000, unit: 40, supplier: 200, tax: 200 } as const;
const MOST_ROWS = 5_000;
const MOST_PRICE = 10_000_000;
const MONTHLY = ['monthly', 'month', 'recurring', 'each month'];
const ONCE = ['once', 'one-off', 'one off', 'onetime', 'one-time', 'one time'];

/**
 * Reads a list of products, a row for each product and currency. What is wrong is named by line and column; with any fault nothing of the
 * list should be taken. What several rows say of a product but its prices has to be the same.
 */
export function readPriceList(text: string): PriceListRead {
  const {
    lines,
    faults: found,
    ignored,
    has,
  } = readListed<Column>(text, {
    called: CALLED,
    needed: NEEDED,
    mostRows: MOST_ROWS,
  });
  const faults = [...found];
  const products = new Map<string, ListedProduct>();
  for (const { line, value } of lines) {
    const wrong = (column: Column, message: string | null) => {
      if (message) faults.push({ line, column, message });
    };
    const kind = PRODUCT_KINDS.find((one) => one === value('kind').toLowerCase().replace('license', 'licence'));
    const billed = billedAs(value('billed'));
    for (const column of ['code', 'name'] as const) wrong(column, nameFault(value(column), LETTERS[column]));
    for (const column of ['description', 'unit', 'supplier', 'tax'] as const)
      if (value(column) !== '') wrong(column, nameFault(value(column), LETTERS[column]));
    if (!kind) wrong('kind', `must be one of ${PRODUCT_KINDS.join(', ')}`);
    if (!billed) wrong('billed', `must be ${BILLED_WAYS.join(' or ')}`);
    if (!/^[A-Za-z]{3}$/.test(value('currency'))) wrong('currency', 'must be three letters such as AUD');
    const [sells, buys] = [ungrouped(value('price')), ungrouped(value('cost'))];
    wrong('price', numberFault(sells, MOST_PRICE, '12 or 2.5'));
    if (buys !== '') wrong('cost', numberFault(buys, MOST_PRICE, '12 or 2.5'));
    if (!kind || !billed) continue;
    const price = {
      ...{ line, currency: value('currency').toUpperCase(), price: sells },
      ...(has('cost') ? { cost: buys === '' ? null : buys } : {}),
    };
    const said = (column: 'description' | 'unit' | 'supplier' | 'tax') =>
      has(column) ? { [column]: value(column) } : {};
    const product: ListedProduct = {
      ...{ line, code: value('code'), name: value('name'), kind, billed, prices: [price] },
      ...{ ...said('description'), ...said('unit'), ...said('supplier'), ...said('tax') },
    };
    const key = product.code.toLowerCase();
    const before = products.get(key);
    const differs = before && differsIn(before, product);
    if (differs) wrong(differs, `is another than in line ${before.line}, of the same code`);
    const twin = before?.prices.find(({ currency }) => currency === price.currency);
    if (twin) wrong('currency', `stands in line ${twin.line} too, of the same code`);
    products.set(key, before ? { ...before, prices: [...before.prices, price] } : product);
  }
  return { rows: lines.length, products: [...products.values()], faults, ignored };
}

function billedAs(text: string): BilledWay | undefined {
  const said = text.toLowerCase();
  if (MONTHLY.includes(said)) return 'monthly';
  return ONCE.includes(said) ? 'once' : undefined;
}

const SAID = ['name', 'kind', 'billed', 'description', 'unit', 'supplier', 'tax'] as const;
const differsIn = (before: ListedProduct, now: ListedProduct) => SAID.find((field) => before[field] !== now[field]);
