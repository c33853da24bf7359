import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { BUILT_IN_ROLES } from '#shared/permissions.ts';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { refuseUnknown } from '../record/index.ts';
import { choosePassword } from './choose-password.ts';

export type NewStaff = {
  email: string;
  name: string;
  title?: string;
  roleKeys: readonly string[];
  timeZone?: string;
  language?: string;
  skills?: readonly string[];
  capacity?: number;
  allClients?: boolean;
  clientIds?: readonly string[];
  /** False for people who only appear in history: they cannot sign in and are not offered work. */
  active?: boolean;
};

/** Makes a staff account without a password: set one, or send the invitation. Refuses unknown roles and taken addresses. */
export async function createStaff(ctx: Ctx, input: NewStaff): Promise<string> {
  const roles = await ctx.tx.selectFrom('roles').select('key').execute();
  const known = new Set([...BUILT_IN_ROLES.map((role) => role.key), ...roles.map((role) => role.key)]);
  const unknown = input.roleKeys.find((key) => !known.has(key));
  if (unknown !== undefined || input.roleKeys.length === 0)
    throw invalid([{ path: 'roleKeys', message: `must name at least one of ${[...known].join(', ')}` }]);
  await refuseUnknown(ctx, 'clients', 'clientIds', input.clientIds ?? []);
  const id = newId();
  await ctx.tx
    .insertInto('staff')
    .values({
      id,
      email: input.email.trim(),
      name: input.name.trim(),
      title: input.title ?? '',
      time_zone: input.timeZone ?? (await firmZone(ctx)),
      language: input.language ?? 'en',
      skills: [...(input.skills ?? [])],
      capacity: input.capacity ?? 20,
      role_keys: [...input.roleKeys],
      all_clients: input.allClients ?? true,
      active: input.active ?? true,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  for (const clientId of input.clientIds ?? [])
    await ctx.tx.insertInto('staff_clients').values({ client_id: clientId, staff_id: id }).execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'staff',
    subjectId: id,
    type: 'staff.created',
    data: { name: input.name, roles: input.roleKeys },
  });
  return id;
}

/** The clocks of the firm: whoever is new there lives by them until they say otherwise. */
async function firmZone(ctx: Ctx): Promise<string> {
  const firm = await ctx.tx.selectFrom('clients').select('time_zone').where('kind', '=', 'internal').executeTakeFirst();
  return firm?.time_zone ?? 'UTC';
}

/** Sets the password of a staff member, under the system's scope. */
export const setPassword = (ctx: Ctx, staffId: string, password: string): Promise<void> =>
  choosePassword(ctx, { staffId }, password);
