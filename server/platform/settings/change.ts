import { Compile } from 'typebox/compile';
import { Fault, type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, readAnew } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { closed, fieldFaults } from '../http/index.ts';
import { type Place, settingForChange } from './place.ts';
import type { Setting } from './registry.ts';

const MOST_FAULTS = 20;

/**
 * Overrides a setting at one place; what lies below inherits it. `version` is that of the override the writer saw, 0 for none;
 * another one stored means somebody was faster (`conflict`). Unchanged values write nothing.
 */
export async function putSetting(ctx: Ctx, key: string, place: Place, value: unknown, version?: number): Promise<void> {
  const setting = await settingForChange(ctx, key, place);
  const faults = await faultsOf(ctx, setting, value);
  if (faults.length > 0) throw invalid(faults);
  const before = await existing(ctx, key, place);
  refuseStale(before?.version, version);
  const text = JSON.stringify(value);
  if (before && JSON.stringify(before.value) === text) return;
  const fields = { value: text, updated_at: ctx.now, updated_by: ctx.actor.id };
  const id = before?.id ?? newId();
  if (before)
    await ctx.tx
      .updateTable('settings')
      .set({ ...fields, version: before.version + 1 })
      .where('id', '=', id)
      .execute();
  else {
    const client_id = place.level === 'client' ? place.id : null;
    const group_id = place.level === 'group' ? place.id : null;
    const made = await ctx.tx
      .insertInto('settings')
      .values({ id, key, client_id, group_id, ...fields })
      .onConflict((on) => on.columns(['client_id', 'group_id', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Fault('conflict', 'Somebody set this a moment ago. Look at the change, then save again.');
  }
  await tell(ctx, id, key, place, [before?.value ?? null, value]);
  await setting.changed?.(ctx, place);
}

/** Takes an override away, so that the place inherits again. Nothing happens where there is none. */
export async function dropSetting(ctx: Ctx, key: string, place: Place, version?: number): Promise<void> {
  const setting = await settingForChange(ctx, key, place);
  const before = await existing(ctx, key, place);
  refuseStale(before?.version, version);
  if (!before) return;
  await ctx.tx.deleteFrom('settings').where('id', '=', before.id).execute();
  await tell(ctx, before.id, key, place, [before.value, null]);
  await setting.changed?.(ctx, place);
}

async function faultsOf(ctx: Ctx, setting: Setting, value: unknown): Promise<FieldError[]> {
  const validator = Compile(closed(setting.schema) as typeof setting.schema);
  if (!validator.Check(value))
    return fieldFaults(
      [...validator.Errors(value)].map((error) => ({ ...error, instancePath: `/value${error.instancePath}` })),
      'value',
    ).slice(0, MOST_FAULTS);
  const deeper = (await setting.check?.(ctx, value)) ?? [];
  return deeper.map((error) => ({ ...error, path: error.path ? `value.${error.path}` : 'value' }));
}

function refuseStale(stored: number | undefined, seen: number | undefined): void {
  if (seen !== undefined && seen !== (stored ?? 0)) throw staleVersion('setting', stored ?? 0);
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

async function tell(ctx: Ctx, id: string, key: string, place: Place, change: [unknown, unknown]): Promise<void> {
  readAnew(ctx);
  await appendEvent(ctx, {
    clientId: place.level === 'client' ? place.id : null,
    subjectType: 'setting',
    subjectId: id,
    type: 'setting.changed',
    data: { key, ...place, changes: { [key]: change } },
  });
}
