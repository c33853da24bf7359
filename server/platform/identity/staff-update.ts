import { forbidden, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import type { UpdateStaff } from '#shared/identity.ts';
import type { Ctx } from '../context/index.ts';
import type { Scope } from '../database/index.ts';
import { refuseUnknown } from '../record/index.ts';
import { revokeKeys } from './revoke-keys.ts';
import { endSessions } from './session.ts';
import { staffEvent } from './staff-event.ts';
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
  const { version: _version, ...changed } = input;
  await staffEvent(ctx, id, 'staff.changed', changed);
  if (before.active && input.active === false) await shutOut(ctx, id);
}

function columnsOf(input: UpdateStaff) {
  return {
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.timeZone === undefined ? {} : { time_zone: input.timeZone }),
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(input.skills === undefined ? {} : { skills: input.skills }),
    ...(input.capacity === undefined ? {} : { capacity: input.capacity }),
    ...(input.roleKeys === undefined ? {} : { role_keys: input.roleKeys }),
    ...(input.allClients === undefined ? {} : { all_clients: input.allClients }),
    ...(input.active === undefined ? {} : { active: input.active }),
  };
}

/** Ends sessions, keys and open links of somebody who left; they stay ended when the account is woken again. */
async function shutOut(ctx: Ctx, staffId: string): Promise<void> {
  await endSessions(ctx, staffId);
  await revokeKeys(ctx, staffId);
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute();
}
