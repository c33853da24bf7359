import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import { forbidden, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import type { UpdateStaff } from '#shared/identity.ts';
import type { Ctx } from '../context/index.ts';
import type { Scope, Tables } from '../database/index.ts';
import { refuseUnknown } from '../record/index.ts';
import { revokeKeys } from './revoke-keys.ts';
import { endSessions } from './session.ts';
import { staffEvent } from './staff-event.ts';
import { followStaffLeaving } from './staff-leaving.ts';
import { refuseLosingLastOwner, refuseMightier, refuseWiderClients, refuseWiderRoles } from './staff-reach.ts';

/** Whether a change touches what somebody may do or see, rather than how they are called. */
export function changesRights(input: UpdateStaff): boolean {
  return [input.roleKeys, input.allClients, input.clientIds, input.active].some((value) => value !== undefined);
}

/**
 * Changes somebody in the name of `caller` (whose scope it is, as this runs under the system's). Deactivating ends their
 * sessions and keys. Refuses to reach beyond the caller's own rights and clients, and to lose the last owner.
 */
export async function updateStaff(ctx: Ctx, caller: Scope, id: string, input: UpdateStaff): Promise<void> {
  const before = await ctx.tx.selectFrom('staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!before) throw notFound('person');
  await refuseMightier(ctx, caller, before);
  if (before.version !== input.version) throw staleVersion('person', before.version);
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone))
    throw invalid([{ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' }]);
  if (input.roleKeys) {
    if (!ctx.can('role.manage')) throw forbidden('Changing roles needs the permission "role.manage".');
    await refuseWiderRoles(ctx, input.roleKeys);
  }
  refuseWiderClients(caller, input);
  const losesOwner =
    before.role_keys.includes('owner') &&
    ((input.roleKeys && !input.roleKeys.includes('owner')) ||
      input.active === false ||
      (input.allClients === false && before.all_clients));
  if (losesOwner) await refuseLosingLastOwner(ctx, id);
  await ctx.tx
    .updateTable('staff')
    .set({ ...columnsOf(input), version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  if (input.clientIds) {
    await refuseUnknown(ctx, 'clients', 'clientIds', input.clientIds);
    await ctx.tx.deleteFrom('staff_clients').where('staff_id', '=', id).execute();
    for (const clientId of input.clientIds)
      await ctx.tx.insertInto('staff_clients').values({ client_id: clientId, staff_id: id }).execute();
  }
  const { clientIds } = input;
  await staffEvent(ctx, id, 'staff.changed', {
    changes: changesOf(before, input),
    ...(clientIds ? { clientIds } : {}),
  });
  if (before.active && input.active === false) await shutOut(ctx, id);
}

const COLUMNS = {
  name: 'name',
  title: 'title',
  timeZone: 'time_zone',
  language: 'language',
  skills: 'skills',
  capacity: 'capacity',
  roleKeys: 'role_keys',
  allClients: 'all_clients',
  active: 'active',
} as const;
type Field = keyof typeof COLUMNS;
type Row = Selectable<Tables['staff']>;

const given = (input: UpdateStaff) => (Object.keys(COLUMNS) as Field[]).filter((field) => input[field] !== undefined);

const wantedOf = (input: UpdateStaff, field: Field) => (field === 'name' ? input.name?.trim() : input[field]);

const columnsOf = (input: UpdateStaff): Partial<Pick<Row, (typeof COLUMNS)[Field]>> =>
  Object.fromEntries(given(input).map((field) => [COLUMNS[field], wantedOf(input, field)]));

/** What was before and what is now, field by field, where they differ. */
const changesOf = (before: Row, input: UpdateStaff): Record<string, [unknown, unknown]> =>
  Object.fromEntries(
    given(input)
      .map((field): [string, [unknown, unknown]] => [COLUMNS[field], [before[COLUMNS[field]], wantedOf(input, field)]])
      .filter(([, [was, is]]) => !isDeepStrictEqual(was, is)),
  );

/** Ends sessions, keys and open links of somebody who left; they stay ended when the account is woken again. */
async function shutOut(ctx: Ctx, staffId: string): Promise<void> {
  await endSessions(ctx, { staffId });
  await revokeKeys(ctx, staffId);
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute();
  await followStaffLeaving(ctx, staffId);
}
