import { notFound } from '#kernel/errors.ts';
import type { SettingView } from '#shared/settings.ts';
import type { Ctx } from '../context/index.ts';
import { type Place, refuseUnknown } from './place.ts';
import { allSettings, type Setting, settingByKey } from './registry.ts';
import { type Resolved, resolveMany } from './resolve.ts';

function present(setting: Setting, resolved: Resolved<unknown>): SettingView {
  const { key, title, help, levels, schema } = setting;
  return { key, title, help, levels: [...levels], schema, ...resolved };
}

/** Every setting as it is at a place, with the inheritance that leads there. */
export async function viewSettings(
  ctx: Ctx,
  place: { clientId?: string | undefined; groupId?: string | undefined },
): Promise<SettingView[]> {
  if (place.clientId !== undefined) await refuseUnknown(ctx, 'clients', 'client', place.clientId);
  if (place.groupId !== undefined) await refuseUnknown(ctx, 'client_groups', 'client group', place.groupId);
  const settings = allSettings();
  const { clientId = null, groupId = null } = place;
  const resolved = await resolveMany(ctx, settings, { clientId, groupId: clientId === null ? groupId : null });
  return resolved.map((found, index) => present(settings[index] as Setting, found));
}

/** One setting as it is at a place. */
export async function viewSetting(ctx: Ctx, key: string, place: Place): Promise<SettingView> {
  const setting = settingByKey(key);
  if (!setting) throw notFound('setting');
  const [found] = await resolveMany(ctx, [setting], {
    clientId: place.level === 'client' ? place.id : null,
    groupId: place.level === 'group' ? place.id : null,
  });
  return present(setting, found as Resolved<unknown>);
}
