import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { CreateWorkType, SaveWorkType, WorkTypeView } from '#shared/time.ts';
import { createWorkType, listWorkTypes, saveWorkType } from './work-types.ts';

const tag = 'Time';
const types = '/api/v1/work-types';

export const workTypeRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: types,
      access: 'ticket.read',
      tag,
      summary: 'Kinds of work, in the order in which they are offered',
      response: Type.Object({ items: Type.Array(WorkTypeView) }),
    },
    async (ctx) => ({ items: await listWorkTypes(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: types,
      access: 'settings.manage',
      tag,
      summary: 'Add a kind of work',
      body: CreateWorkType,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createWorkType(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: `${types}/:id`,
      access: 'settings.manage',
      tag,
      summary: 'Change a kind of work, or take it out of use',
      params: Type.Object({ id: Id }),
      body: SaveWorkType,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await saveWorkType(ctx, params.id, body);
      return null;
    },
  ),
];
