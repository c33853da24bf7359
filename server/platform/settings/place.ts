import { invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '../context/index.ts';
import { type Setting, type SettingLevel, settingByKey } from './registry.ts';

/** Where an override sits: `id` names the group or client, and is null for the provider. */
export type Place = { level: SettingLevel; id: string | null };

/** The setting that may be set at this place. Throws `not_found` for an unknown key, group or client, `invalid` for a wrong level. */
export async function settingAt(ctx: Ctx, key: string, place: Place): Promise<Setting> {
  const setting = settingByKey(key);
  if (!setting) throw notFound('setting');
  if (!setting.levels.includes(place.level))
    throw invalid([{ path: 'level', message: `this setting can be set for: ${setting.levels.join(', ')}` }]);
  if ((place.level === 'provider') !== (place.id === null))
    throw invalid([{ path: 'id', message: 'names the group or client; the provider has none' }]);
  if (place.level === 'client') await refuseUnknown(ctx, 'clients', 'client', place.id);
  if (place.level === 'group') await refuseUnknown(ctx, 'client_groups', 'client group', place.id);
  return setting;
}

/** The same for a change: what reaches clients that the writer does not see is not theirs to change. */
export async function settingForChange(ctx: Ctx, key: string, place: Place): Promise<Setting> {
  if (place.level !== 'client') requireAllClients(ctx, 'A setting of the provider or of a group');
  return settingAt(ctx, key, place);
}

export async function refuseUnknown(
  ctx: Ctx,
  table: 'clients' | 'client_groups',
  what: string,
  id: string | null,
): Promise<void> {
  const row = await ctx.tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id ?? '')
    .executeTakeFirst();
  if (!row) throw notFound(what);
}
