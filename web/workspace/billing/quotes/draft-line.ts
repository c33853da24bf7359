import type { ProductView } from '#shared/product.ts';
import type { BilledWay, ProductKind } from '#shared/product-words.ts';
import type { QuoteLineInput, QuoteLineView } from '#shared/quote.ts';
import type { Choice } from '#shared/quote-words.ts';

/** A line as it is being written. */
export type DraftLine = {
  readonly productId: string | null;
  readonly name: string;
  readonly description: string;
  readonly kind: ProductKind;
  readonly billed: BilledWay;
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly cost: string;
  readonly supplier: string;
  readonly taxRateId: string | null;
  readonly choice: Choice;
  readonly group: string;
  readonly chosen: boolean;
};

const EMPTY: DraftLine = {
  ...{ productId: null, name: '', description: '', kind: 'service', billed: 'once', unit: '', quantity: '1' },
  ...{ price: '', discount: '0', cost: '', supplier: '', taxRateId: null, choice: 'fixed', group: '', chosen: true },
};

/** A line of one's own words. */
export const freeLine = (name: string): DraftLine => ({ ...EMPTY, name });

/** A line of what is in the price book, at its price in a currency; without one there, the price is left to be said. */
export function productLine(product: ProductView, currency: string): DraftLine {
  const { id, name, description, kind, billed, unit, supplier, taxRate, prices } = product;
  const priced = prices.find((one) => one.currency === currency);
  return {
    ...{ ...EMPTY, productId: id, name, description, kind, billed, unit, supplier, taxRateId: taxRate?.id ?? null },
    ...{ price: priced?.price ?? '', cost: priced?.cost ?? '' },
  };
}

/** What is stored, to be written on. */
export const draftOf = (line: QuoteLineView): DraftLine => ({
  ...{
    productId: line.productId,
    name: line.name,
    description: line.description,
    kind: line.kind,
    billed: line.billed,
  },
  ...{ unit: line.unit, quantity: line.quantity, price: line.price, discount: line.discount, cost: line.cost ?? '' },
  ...{ supplier: line.supplier, taxRateId: line.taxRate?.id ?? null, choice: line.choice, group: line.group },
  chosen: line.chosen,
});

/** What is sent of it. */
export const inputOf = (line: DraftLine): QuoteLineInput => ({
  ...line,
  ...{ quantity: line.quantity.trim(), price: line.price.trim(), discount: line.discount.trim() || '0' },
  cost: line.cost.trim() || null,
});
