import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  CatalogueItemRow,
  CatalogueItemView,
  CreateCatalogueItem,
  OfferView,
  PublishItem,
  PutOffer,
  SaveItem,
} from '#shared/catalogue.ts';
import { Id } from '#shared/http.ts';
import { listItems, viewItem } from './item-queries.ts';
import { createItem, publishItem, saveItem } from './items.ts';
import { dropOffer, listOffers, putOffer } from './offers.ts';

const tag = 'Catalogue';
const params = Type.Object({ catalogueItemId: Id });
const change = { access: 'catalogue.manage', tag, params } as const;

export const catalogueRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/catalogue-items',
      access: 'settings.read',
      tag,
      summary: 'Every item of the catalogue, also those that are not offered',
      response: Type.Object({ items: Type.Array(CatalogueItemRow) }),
    },
    async (ctx) => ({ items: await listItems(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/catalogue-items',
      access: 'catalogue.manage',
      tag,
      summary: 'Begin an item, as a draft',
      body: CreateCatalogueItem,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createItem(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/catalogue-items/:catalogueItemId',
      access: 'settings.read',
      tag,
      summary: 'One item, with its draft and what is offered',
      params,
      response: CatalogueItemView,
    },
    (ctx, input) => viewItem(ctx, input.params.catalogueItemId),
  ),
  defineRoute(
    {
      ...change,
      method: 'PATCH',
      url: '/api/v1/catalogue-items/:catalogueItemId',
      summary: 'Save the draft, or change whom the item is for',
      body: SaveItem,
      response: CatalogueItemView,
    },
    async (ctx, input) => {
      await saveItem(ctx, input.params.catalogueItemId, input.body);
      return viewItem(ctx, input.params.catalogueItemId);
    },
  ),
  defineRoute(
    {
      ...change,
      method: 'POST',
      url: '/api/v1/catalogue-items/:catalogueItemId/publish',
      summary: 'Offer the draft from now on; orders keep the version they were made from',
      body: PublishItem,
      response: CatalogueItemView,
    },
    async (ctx, input) => {
      await publishItem(ctx, input.params.catalogueItemId, input.body);
      return viewItem(ctx, input.params.catalogueItemId);
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/catalogue-items/:catalogueItemId/offers',
      access: 'settings.read',
      tag,
      summary: 'What differs for groups and clients',
      params,
      response: Type.Object({ items: Type.Array(OfferView) }),
    },
    async (ctx, input) => ({ items: await listOffers(ctx, input.params.catalogueItemId) }),
  ),
  defineRoute(
    {
      ...change,
      method: 'PUT',
      url: '/api/v1/catalogue-items/:catalogueItemId/offers',
      summary:
        'Say what an item is for a group or a client where it differs: price, delivery, approval, or not offered',
      body: PutOffer,
      response: Nothing,
      status: 204,
    },
    async (ctx, input) => {
      await putOffer(ctx, input.params.catalogueItemId, input.body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/catalogue-items/:catalogueItemId/offers/:offerId',
      access: 'catalogue.manage',
      tag,
      summary: 'Let a group or client inherit everything again',
      params: Type.Object({ catalogueItemId: Id, offerId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, input) => {
      await dropOffer(ctx, input.params.catalogueItemId, input.params.offerId);
      return null;
    },
  ),
];
