import Type from 'typebox';
import { Id } from '#shared/http.ts';
import { DropSetting, PutSetting, SettingPlace, SettingReach, SettingView } from '#shared/settings.ts';
import { defineRoute } from '../http/index.ts';
import { dropSetting, putSetting } from './change.ts';
import type { Place } from './place.ts';
import { settingReach } from './reach.ts';
import { viewSetting, viewSettings } from './view.ts';

const ByKey = Type.Object({ key: Type.String({ maxLength: 80 }) });
const placeOf = (named: { level: Place['level']; id?: string | null | undefined }): Place => ({
  level: named.level,
  id: named.id ?? null,
});

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
    async (ctx, { query }) => ({ items: await viewSettings(ctx, query) }),
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
      response: SettingView,
    },
    async (ctx, { params, body }) => {
      const place = placeOf(body);
      await putSetting(ctx, params.key, place, body.value, body.version);
      return viewSetting(ctx, params.key, place);
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
      query: DropSetting,
      response: SettingView,
    },
    async (ctx, { params, query }) => {
      const place = placeOf(query);
      await dropSetting(ctx, params.key, place, query.version);
      return viewSetting(ctx, params.key, place);
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/settings/:key/affected',
      access: 'settings.read',
      tag: 'Settings',
      summary: 'The clients that a change at a place would reach',
      params: ByKey,
      query: SettingPlace,
      response: SettingReach,
    },
    (ctx, { params, query }) => settingReach(ctx, params.key, placeOf(query)),
  ),
];
