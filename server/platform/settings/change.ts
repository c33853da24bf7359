import { Compile } from 'typebox/compile';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { type Setting, type SettingLevel, settingByKey } from './registry.ts';

export type Place = { level: SettingLevel; id: string | null };

function settingFor(key: string, place: Place): Setting {
  const setting = settingByKey(key);
  if (!setting) throw notFound('setting');
  if (!setting.levels.includes(place.level))
    throw invalid([{ path: 'level', message: `this setting can be set for ${setting.levels.join(', ')}` }]);
  if ((place.level === 'provider') !== (place.id === null))
    throw invalid([{ path: 'id', message: 'names the group or client; the provider has none' }]);
  return setting;
}

/** Overrides a setting at one place; what lies below inherits it. Returns how it was there before. */
export async function putSetting(ctx: Ctx, key: string, place: Place, value: unknown): Promise<void> {
  const setting = settingFor(key, place);
  const validator = Compile(setting.schema);
  if (!validator.Check(value)) {
    const faults = [...validator.Errors(value)]
      .slice(0, 20)
      .map((error) => ({ path: `value${error.instancePath.replaceAll('/', '.')}`, message: error.message }));
    throw invalid(faults);
  }
  const before = await existing(ctx, key, place);
  const fields = { value: JSON.stringify(value), updated_at: ctx.now, updated_by: ctx.actor.id };
  if (before)
    await ctx.tx
      .updateTable('settings')
      .set({ ...fields, version: before.version + 1 })
      .where('id', '=', before.id)
      .execute();
  else
    await ctx.tx
      .insertInto('settings')
      .values({
        id: newId(),
        key,
        client_id: place.level === 'client' ? place.id : null,
        group_id: place.level === 'group' ? place.id : null,
        ...fields,
      })
      .execute();
  await tell(ctx, key, place, [before?.value ?? null, value]);
}

/** Takes an override away, so that the place inherits again. */
export async function dropSetting(ctx: Ctx, key: string, place: Place): Promise<void> {
  settingFor(key, place);
  const before = await existing(ctx, key, place);
  if (!before) return;
  await ctx.tx.deleteFrom('settings').where('id', '=', before.id).execute();
  await tell(ctx, key, place, [before.value, null]);
}

function existing(ctx: Ctx, key: string, place: Place) {
  return ctx.tx
    .selectFrom('settings')
    .select(['id', 'value', 'version'])
    .where('key', '=', key)
    .where('client_id', 'is not distinct from', place.level === 'client' ? place.id : null)
    .where('group_id', 'is not distinct from', place.level === 'group' ? place.id : null)
    .forUpdate()
    .executeTakeFirst();
}

async function tell(ctx: Ctx, key: string, place: Place, change: [unknown, unknown]): Promise<void> {
  const clientId = place.level === 'client' ? place.id : null;
  await appendEvent(ctx, {
    clientId,
    subjectType: 'setting',
    subjectId: place.id ?? newId(),
    type: 'setting.changed',
    data: { key, level: place.level, changes: { [key]: change } },
  });
}

/** The clients whose value would change with an override at `place`: those below it that no nearer override shields. */
export async function affectedClients(ctx: Ctx, key: string, place: Place): Promise<{ id: string; name: string }[]> {
  settingFor(key, place);
  let query = ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('active', '=', true)
    .orderBy('name')
    .limit(1000);
  if (place.level === 'client') query = query.where('id', '=', place.id ?? '');
  if (place.level === 'group') query = query.where('group_id', '=', place.id ?? '');
  if (place.level !== 'client')
    query = query.where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('settings')
            .select('id')
            .whereRef('settings.client_id', '=', 'clients.id')
            .where('key', '=', key),
        ),
      ),
    );
  if (place.level === 'provider')
    query = query.where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('settings')
            .select('id')
            .whereRef('settings.group_id', '=', 'clients.group_id')
            .where('key', '=', key),
        ),
      ),
    );
  return query.execute();
}
