import { sql } from 'kysely';
import { Fault, forbidden, notFound } from '#kernel/errors.ts';
import type { Permission } from '#shared/permissions.ts';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { idFromText } from '../text/index.ts';

/** Refuses to touch permissions that the caller does not have. */
export function refuseWider(ctx: Ctx, permissions: readonly Permission[]): void {
  const beyond = permissions.filter((permission) => !ctx.can(permission));
  if (beyond.length > 0)
    throw forbidden(`You cannot give ${beyond.slice(0, 3).join(', ')}: you do not have it yourself.`);
}

/** Takes a custom role away that nobody has and nobody gets. Runs under the system's scope with the caller's permissions. */
export async function removeRole(ctx: Ctx, key: string): Promise<void> {
  const role = await ctx.tx.selectFrom('roles').selectAll().where('key', '=', key).forUpdate().executeTakeFirst();
  if (!role) throw notFound('custom role');
  refuseWider(ctx, role.permissions as Permission[]);
  const holder = await ctx.tx
    .selectFrom('staff')
    .select('name')
    .where(sql<boolean>`${key} = any (role_keys)`)
    .limit(1)
    .executeTakeFirst();
  if (holder) throw new Fault('conflict', `${holder.name} has this role, and perhaps others; take it from them first.`);
  const door = await ctx.tx
    .selectFrom('identity_providers')
    .select('name')
    .where('new_staff_role', '=', key)
    .limit(1)
    .executeTakeFirst();
  if (door) throw new Fault('conflict', `People who come through ${door.name} get this role; change that first.`);
  await ctx.tx.deleteFrom('roles').where('key', '=', key).execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'role',
    subjectId: idFromText(`role ${key}`),
    type: 'role.deleted',
    data: { key, permissions: role.permissions },
  });
}
