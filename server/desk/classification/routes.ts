import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  CategoryView,
  CreateCategory,
  CreateCustomField,
  CreateService,
  CustomFieldView,
  ServiceView,
  UpdateCategory,
  UpdateCustomField,
  UpdateService,
} from '#shared/classification.ts';
import { Id } from '#shared/http.ts';
import { createCategory, listCategories, updateCategory } from './categories.ts';
import { createCustomField, listCustomFields, updateCustomField } from './custom-fields.ts';
import { createService, listServices, updateService } from './services.ts';

const ById = Type.Object({ id: Id });
const Made = Type.Object({ id: Id });
const Items = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Object({ items: Type.Array(item) });

/** The words of the desk: whoever works here reads tickets in them. */
const words = { access: 'authenticated', tag: 'Classification' } as const;
const manage = { access: 'settings.manage', tag: 'Classification' } as const;

export const classificationRoutes = [
  defineRoute(
    {
      ...words,
      method: 'GET',
      url: '/api/v1/services',
      summary: 'Services that clients consume',
      response: Items(ServiceView),
    },
    async (ctx) => ({ items: await listServices(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/services',
      summary: 'Add a service',
      body: CreateService,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createService(ctx, body) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/services/:id',
      summary: 'Change a service',
      params: ById,
      body: UpdateService,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateService(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...words,
      method: 'GET',
      url: '/api/v1/categories',
      summary: 'The tree of categories, by path',
      response: Items(CategoryView),
    },
    async (ctx) => ({ items: await listCategories(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/categories',
      summary: 'Add a category',
      body: CreateCategory,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createCategory(ctx, body as CreateCategory) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/categories/:id',
      summary: 'Rename, move or retire a category',
      params: ById,
      body: UpdateCategory,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateCategory(ctx, params.id, body as UpdateCategory);
      return null;
    },
  ),
  defineRoute(
    {
      ...words,
      method: 'GET',
      url: '/api/v1/custom-fields',
      summary: 'Custom fields of tickets',
      response: Items(CustomFieldView),
    },
    async (ctx) => ({ items: await listCustomFields(ctx) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/custom-fields',
      summary: 'Add a custom field; its key and type stay',
      body: CreateCustomField,
      response: Made,
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createCustomField(ctx, body) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/custom-fields/:id',
      summary: 'Change a custom field',
      params: ById,
      body: UpdateCustomField,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateCustomField(ctx, params.id, body);
      return null;
    },
  ),
];
