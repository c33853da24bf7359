import Type from 'typebox';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { CreateRole, RoleView, UpdateRole } from '#shared/identity.ts';
import { BUILT_IN_ROLES, type Permission } from '#shared/permissions.ts';
import { requireAllClients, systemIdentity, withContext } from '../context/index.ts';
import { differences, toColumns } from '../database/index.ts';
import { appendEvent } from '../events/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '../http/index.ts';
import { idFromText } from '../text/index.ts';
import { requireFresh } from './person.ts';
import { refuseWider, removeRole } from './role-remove.ts';

const ByKey = Type.Object({ key: Type.String({ maxLength: 60 }) });

export const roleRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/roles',
      access: 'team.read',
      tag: 'Roles',
      summary: 'Built-in and custom roles with their permissions',
      response: Type.Object({ items: Type.Array(RoleView) }),
    },
    async (ctx) => {
      const custom = await ctx.tx.selectFrom('roles').selectAll().orderBy('name').execute();
      return {
        items: [
          ...BUILT_IN_ROLES.map((role) => ({ ...role, permissions: [...role.permissions], builtIn: true, version: 1 })),
          ...custom.map((role) => ({
            key: role.key,
            name: role.name,
            description: role.description,
            permissions: role.permissions,
            builtIn: false,
            version: role.version,
          })),
        ],
      };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/roles',
      access: 'role.manage',
      tag: 'Roles',
      summary: 'Make a custom role',
      body: CreateRole,
      response: Nothing,
      status: 201,
    },
    async (ctx, { body, request }) => {
      requireFresh(request.session, ctx.now);
      requireAllClients(ctx, 'A role');
      refuseWider(ctx, body.permissions);
      if (BUILT_IN_ROLES.some((role) => role.key === body.key))
        throw invalid([{ path: 'key', message: 'is that of a built-in role' }]);
      await ctx.tx
        .insertInto('roles')
        .values({ key: body.key, name: body.name, description: body.description ?? '', permissions: body.permissions })
        .execute();
      await appendEvent(ctx, {
        clientId: null,
        subjectType: 'role',
        subjectId: idFromText(`role ${body.key}`),
        type: 'role.created',
        data: { key: body.key, permissions: body.permissions },
      });
      return null;
    },
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/roles/:key',
      access: 'role.manage',
      tag: 'Roles',
      summary: 'Change a custom role',
      params: ByKey,
      body: UpdateRole,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body, request }) => {
      requireFresh(request.session, ctx.now);
      requireAllClients(ctx, 'A role');
      const role = await ctx.tx
        .selectFrom('roles')
        .selectAll()
        .where('key', '=', params.key)
        .forUpdate()
        .executeTakeFirst();
      if (!role) throw notFound('custom role');
      if (role.version !== body.version) throw staleVersion('role', role.version);
      refuseWider(ctx, [...(role.permissions as Permission[]), ...(body.permissions ?? [])]);
      const { version: _version, ...changed } = body;
      await ctx.tx
        .updateTable('roles')
        .set({
          name: body.name ?? role.name,
          description: body.description ?? role.description,
          permissions: body.permissions ?? role.permissions,
          version: role.version + 1,
        })
        .where('key', '=', params.key)
        .execute();
      await appendEvent(ctx, {
        clientId: null,
        subjectType: 'role',
        subjectId: idFromText(`role ${params.key}`),
        type: 'role.changed',
        data: { key: params.key, changes: differences(role, toColumns(changed)) },
      });
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/roles/:key',
      access: 'role.manage',
      tag: 'Roles',
      summary: 'Take a custom role away that nobody has',
      params: ByKey,
      response: Nothing,
      status: 204,
    },
    async (services, { params, session }) => {
      if (!session) throw notFound('session');
      requireFresh(session, services.now());
      const { actor, permissions } = session.identity;
      requireAllClients(session.identity, 'A role');
      // Identity providers are read by the program only, so the caller's rights go along under its scope.
      await withContext(services, { ...systemIdentity('Roles'), actor, permissions }, (ctx) =>
        removeRole(ctx, params.key),
      );
      return null;
    },
  ),
];
