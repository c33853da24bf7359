import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  CreateProduct,
  ImportPriceList,
  PriceListPreview,
  PriceListTaken,
  ProductQuery,
  ProductView,
  SaveProduct,
} from '#shared/product.ts';
import { importPriceList, previewPriceList } from './price-list.ts';
import { createProduct, listProducts, saveProduct } from './products.ts';

const tag = 'Products';
const products = '/api/v1/products';
const [read, manage] = ['contract.read', 'contract.manage'] as const;
const ById = Type.Object({ id: Id });
/** A list of a million letters, as JSON writes them. */
const LIST_BYTES = 4_000_000;

export const productRoutes = [
  defineRoute(
    {
      ...{
        method: 'GET',
        url: products,
        access: read,
        tag,
        summary: 'The price book: what is sold, and what it costs',
      },
      query: ProductQuery,
      response: Type.Object({ items: Type.Array(ProductView) }),
    },
    async (ctx, { query }) => ({ items: await listProducts(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: products, access: manage, tag, summary: 'Add a product to the price book' },
      ...{ body: CreateProduct, response: ById, status: 201 },
    },
    async (ctx, { body }) => ({ id: await createProduct(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${products}/:id`, access: manage, tag },
      summary: 'Change a product, what it costs, or whether it is sold',
      ...{ params: ById, body: SaveProduct, response: Nothing, status: 204 },
    },
    async (ctx, { params, body }) => {
      await saveProduct(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: '/api/v1/price-lists/preview', access: manage, tag },
      summary: 'What a list of products would add and change, and what is wrong with which line; nothing is kept',
      ...{ body: ImportPriceList, response: PriceListPreview, bodyLimit: LIST_BYTES },
    },
    (ctx, { body }) => previewPriceList(ctx, body),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: '/api/v1/price-lists', access: manage, tag },
      summary: 'Take a list of products, all of it or nothing',
      ...{ body: ImportPriceList, response: PriceListTaken, status: 201, bodyLimit: LIST_BYTES },
    },
    (ctx, { body }) => importPriceList(ctx, body),
  ),
];
