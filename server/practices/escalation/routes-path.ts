import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { CreatePath, PathView, UpdatePath } from '#shared/escalation.ts';
import { Id } from '#shared/http.ts';
import { createPath, deletePath, updatePath } from './paths.ts';
import { listPaths, viewPath } from './query-paths.ts';

const tag = 'Escalation';
const ById = Type.Object({ id: Id });

export const pathRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/escalation-paths',
      access: 'settings.read',
      tag,
      summary: 'Escalation paths, with whom they call and where they are used',
      response: Type.Object({ items: Type.Array(PathView) }),
    },
    async (ctx) => ({ items: await listPaths(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/escalation-paths',
      access: 'settings.manage',
      tag,
      summary: 'Make an escalation path',
      body: CreatePath,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createPath(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/escalation-paths/:id',
      access: 'settings.read',
      tag,
      summary: 'One escalation path',
      params: ById,
      response: PathView,
    },
    (ctx, { params }) => viewPath(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/escalation-paths/:id',
      access: 'settings.manage',
      tag,
      summary: 'Change an escalation path; pages that are open keep it as it was',
      params: ById,
      body: UpdatePath,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updatePath(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/escalation-paths/:id',
      access: 'settings.manage',
      tag,
      summary: 'Throw an escalation path away; refused while it is in use',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await deletePath(ctx, params.id);
      return null;
    },
  ),
];
