import Type from 'typebox';
import { Id } from '#shared/http.ts';
import { PutSetting, SettingPlace, SettingView } from '#shared/settings.ts';
import { defineRoute, Nothing } from '../http/index.ts';
import { affectedClients, dropSetting, putSetting } from './change.ts';
import { allSettings } from './registry.ts';
import { resolveMany } from './resolve.ts';

const ByKey = Type.Object({ key: Type.String({ maxLength: 80 }) });

export const settingsRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/settings',
      access: 'settings.read',
      tag: 'Settings',
      summary: 'Every setting as it is for a client, a group or the provider, and where each value comes from',
      query: Type.Object({ clientId: Type.Optional(Id), groupId: Type.Optional(Id) }),
      response: Type.Object({ items: Type.Array(SettingView) }),
    },
    async (ctx, { query }) => {
      const settings = allSettings();
      const resolved = await resolveMany(ctx, settings, {
        clientId: query.clientId ?? null,
        groupId: query.groupId ?? null,
      });
      return {
        items: settings.flatMap((setting, index) => {
          const found = resolved[index];
          return found
            ? [
                {
                  key: setting.key,
                  title: setting.title,
                  help: setting.help,
                  levels: [...setting.levels],
                  schema: setting.schema,
                  ...found,
                },
              ]
            : [];
        }),
      };
    },
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/settings/:key',
      access: 'settings.manage',
      tag: 'Settings',
      summary: 'Set a setting for the provider, a group or a client',
      params: ByKey,
      body: PutSetting,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await putSetting(ctx, params.key, { level: body.level, id: body.id ?? null }, body.value);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/settings/:key',
      access: 'settings.manage',
      tag: 'Settings',
      summary: 'Go back to the inherited value',
      params: ByKey,
      query: SettingPlace,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, query }) => {
      await dropSetting(ctx, params.key, { level: query.level, id: query.id ?? null });
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/settings/:key/affected',
      access: 'settings.read',
      tag: 'Settings',
      summary: 'Whom a change here would reach',
      params: ByKey,
      query: SettingPlace,
      response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
    },
    async (ctx, { params, query }) => ({
      items: await affectedClients(ctx, params.key, { level: query.level, id: query.id ?? null }),
    }),
  ),
];
