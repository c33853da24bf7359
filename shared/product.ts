import Type, { type Static } from 'typebox';
import { AmountText, Currency } from './contract.ts';
import { Id, Name, Nullable, ONE_LINE, OneOf, Version } from './http.ts';
import { BILLED_WAYS, PRODUCT_KINDS } from './product-words.ts';

const Called = Type.Object({ id: Id, name: Type.String() });

/** What one costs in a currency, and what it costs the provider. */
export const ProductPrice = Type.Object({
  currency: Currency,
  price: Type.Unsafe<string>({ ...AmountText, description: 'Of one, in major units, before tax' }),
  cost: Type.Unsafe<string | null>({
    ...Nullable(AmountText),
    description: 'What one costs the provider; null where nobody has said',
  }),
});
export type ProductPrice = Static<typeof ProductPrice>;

const product = {
  code: Type.String({ minLength: 1, maxLength: 60, pattern: ONE_LINE, description: 'Its own, such as a part number' }),
  name: Name,
  description: Type.String({ maxLength: 2_000, description: 'What clients read of it' }),
  kind: OneOf(PRODUCT_KINDS),
  billed: OneOf(BILLED_WAYS),
  unit: Type.String({ maxLength: 40, description: 'What is counted: user, device, hour' }),
  taxRateId: Type.Unsafe<string | null>({ ...Nullable(Id), description: 'Null: as the client pays' }),
  supplier: Type.String({ maxLength: 200, description: 'From whom it is bought' }),
  prices: Type.Array(ProductPrice, { maxItems: 30 }),
};
const { code, name, kind, billed, ...more } = product;
export const CreateProduct = Type.Object({ code, name, kind, billed, ...Type.Partial(Type.Object(more)).properties });
export type CreateProduct = Static<typeof CreateProduct>;
export const SaveProduct = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...product, active: Type.Boolean() })).properties,
});
export type SaveProduct = Static<typeof SaveProduct>;

const { taxRateId: _, ...plain } = product;
export const ProductView = Type.Object({
  id: Id,
  ...plain,
  code: Type.String(),
  name: Type.String(),
  taxRate: Nullable(Called),
  active: Type.Boolean(),
  version: Version,
});
export type ProductView = Static<typeof ProductView>;
export const ProductQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'What stands in its code, name or description' })),
  kind: Type.Optional(OneOf(PRODUCT_KINDS)),
  currency: Type.Optional(Type.Unsafe<string>({ ...Currency, description: 'With a price in it' })),
  retired: Type.Optional(Type.Boolean({ description: 'Those that are sold no more, too' })),
});
export type ProductQuery = Static<typeof ProductQuery>;

/** A list of products (CSV): a row for each product and currency. */
export const ImportPriceList = Type.Object({
  csv: Type.String({
    minLength: 1,
    maxLength: 1_000_000,
    description: 'With the columns code, name, kind, billed, currency and price, and more where they are there',
  }),
});
export type ImportPriceList = Static<typeof ImportPriceList>;
export const PriceListPreview = Type.Object({
  rows: Type.Integer(),
  created: Type.Integer({ description: 'How many products are new' }),
  changed: Type.Integer({ description: 'How many would be changed' }),
  same: Type.Integer({ description: 'How many are as they are' }),
  ignored: Type.Array(Type.String()),
  faults: Type.Array(Type.Object({ line: Type.Integer(), column: Type.String(), message: Type.String() })),
  first: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      does: OneOf(['create', 'change', 'same']),
      prices: Type.Array(ProductPrice),
      was: Type.Unsafe<ProductPrice[]>({ ...Type.Array(ProductPrice), description: 'What it costs until now' }),
    }),
  ),
});
export type PriceListPreview = Static<typeof PriceListPreview>;
export const PriceListTaken = Type.Object({
  created: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
});
export type PriceListTaken = Static<typeof PriceListTaken>;
