import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { CreateView, SavedView, UpdateView, ViewCount } from '#shared/view.ts';
import { createView, deleteView, updateView } from './commands.ts';
import { countViews, listViews, MOST_COUNTED } from './queries.ts';

const tag = 'Views';
const params = Type.Object({ id: Id });

export const viewRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/views',
      access: 'ticket.read',
      tag,
      summary: 'My saved views and the shared ones',
      response: Type.Object({ items: Type.Array(SavedView) }),
    },
    async (ctx) => ({ items: await listViews(ctx) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/views/counts',
      access: 'ticket.read',
      tag,
      summary: `How many tickets each view finds, for up to ${MOST_COUNTED} views`,
      query: Type.Object({ id: Type.Optional(Type.Array(Id, { maxItems: MOST_COUNTED })) }),
      response: Type.Object({ items: Type.Array(ViewCount) }),
    },
    async (ctx, { query }) => ({ items: await countViews(ctx, query.id) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/views',
      access: 'ticket.read',
      tag,
      summary: 'Save a view; sharing it needs view.share',
      body: CreateView,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createView(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/views/:id',
      access: 'ticket.read',
      tag,
      summary: 'Change a view',
      params,
      body: UpdateView,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id }, body }) => {
      await updateView(ctx, id, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/views/:id',
      access: 'ticket.read',
      tag,
      summary: 'Delete a view',
      params,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id } }) => {
      await deleteView(ctx, id);
      return null;
    },
  ),
];
