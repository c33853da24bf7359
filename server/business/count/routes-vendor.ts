import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  ImportVendorList,
  MapVendorName,
  VendorListPreview,
  VendorListRow,
  VendorListTaken,
  VendorListView,
  VendorNameView,
  VendorProductView,
} from '#shared/count.ts';
import { Id } from '#shared/http.ts';
import { importList, listLists, previewList, viewList } from './lists.ts';
import { listNames, mapName } from './names.ts';
import { listProducts } from './vendors.ts';

const tag = 'Counts';
const [lists, names] = ['/api/v1/vendor-lists', '/api/v1/vendor-names'];
/** A list of a million letters, as JSON writes them. */
const LIST_BYTES = 4_000_000;
const [read, write] = ['contract.read', 'contract.manage'] as const;

export const vendorRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/vendor-products', access: read, tag },
      summary: 'What vendors sell, as lines of contracts count it',
      response: Type.Object({ items: Type.Array(VendorProductView) }),
    },
    async (ctx) => ({ items: await listProducts(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: lists, access: read, tag, summary: 'Lists of vendors, the latest first' },
      response: Type.Object({ items: Type.Array(VendorListRow) }),
    },
    async (ctx) => ({ items: await listLists(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${lists}/:id`, access: read, tag, summary: 'A list of a vendor with its rows' },
      params: Type.Object({ id: Id }),
      response: VendorListView,
    },
    (ctx, { params }) => viewList(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${lists}/preview`, access: write, tag },
      summary: 'What a list of a vendor says, and what is wrong with which line; nothing is kept',
      body: ImportVendorList,
      response: VendorListPreview,
      bodyLimit: LIST_BYTES,
    },
    (ctx, { body }) => previewList(ctx, body),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: lists, access: write, tag },
      summary: 'Take a list of a vendor, all of it or nothing; the same file for the same day is taken once',
      body: ImportVendorList,
      response: VendorListTaken,
      status: 201,
      bodyLimit: LIST_BYTES,
    },
    (ctx, { body }) => importList(ctx, body),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: names, access: read, tag },
      summary: 'What vendors call clients and products, first what nobody has mapped yet',
      response: Type.Object({ items: Type.Array(VendorNameView) }),
    },
    async (ctx) => ({ items: await listNames(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'PUT', url: names, access: write, tag },
      summary: 'Say once whose or what a name of a vendor is; the list that counts is counted anew',
      body: MapVendorName,
      response: Nothing,
      status: 204,
    },
    async (ctx, { body }) => {
      await mapName(ctx, body);
      return null;
    },
  ),
];
