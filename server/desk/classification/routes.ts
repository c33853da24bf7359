import { sql } from 'kysely';
import Type from 'typebox';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
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

const ById = Type.Object({ id: Id });
const Made = Type.Object({ id: Id });
const Items = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Object({ items: Type.Array(item) });

async function listServices(ctx: Ctx): Promise<ServiceView[]> {
  const { rows } =
    await sql<ServiceView>`select s.id, s.name, s.description, s.team_id as "teamId", s.active, s.version, (select count(*)::int from client_services c where c.service_id = s.id) as clients from services s order by lower(s.name) limit 2000`.execute(
      ctx.tx,
    );
  return rows;
}

async function listCustomFields(ctx: Ctx): Promise<CustomFieldView[]> {
  const { rows } =
    await sql<CustomFieldView>`select id, key, label, type, kinds, options, required, help, active, position, version from custom_fields order by position, lower(label)`.execute(
      ctx.tx,
    );
  return rows;
}

/** An option that tickets carry cannot simply vanish. */
async function refuseLostOptions(ctx: Ctx, id: string, options: readonly string[] | undefined): Promise<void> {
  if (!options) return;
  const { rows } = await sql<{
    value: string;
  }>`select v.value from custom_fields f join ticket_custom_values v on v.field_key = f.key where f.id = ${id} and f.type in ('choice', 'choices') and v.value <> all (${options}::text[]) limit 1`.execute(
    ctx.tx,
  );
  if (rows[0])
    throw invalid([
      { path: 'options', message: `"${rows[0].value}" is used by tickets; change those first, or keep it` },
    ]);
}

const settings = { access: 'settings.read', tag: 'Classification' } as const;
const manage = { access: 'settings.manage', tag: 'Classification' } as const;

export const classificationRoutes = [
  defineRoute(
    {
      ...settings,
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
    async (ctx, { body }) => ({ id: await createRecord(ctx, 'services', 'service', body) }),
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
      await updateRecord(ctx, 'services', 'service', params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...settings,
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
      ...settings,
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
    async (ctx, { body }) => ({ id: await createRecord(ctx, 'custom_fields', 'custom_field', body) }),
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
      await refuseLostOptions(ctx, params.id, (body as { options?: string[] }).options);
      await updateRecord(ctx, 'custom_fields', 'custom_field', params.id, body);
      return null;
    },
  ),
];
