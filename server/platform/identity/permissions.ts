import { ALL_PERMISSIONS, BUILT_IN_ROLES, type Permission } from '#shared/permissions.ts';
import type { Ctx } from '../context/index.ts';

/** The permissions that a person's roles add up to. Built-in roles are code; custom ones are rows. */
export async function permissionsOf(ctx: Ctx, roleKeys: readonly string[]): Promise<ReadonlySet<Permission>> {
  const granted = new Set<string>(
    BUILT_IN_ROLES.filter((role) => roleKeys.includes(role.key)).flatMap((role) => role.permissions),
  );
  const custom = roleKeys.filter((key) => !BUILT_IN_ROLES.some((role) => role.key === key));
  if (custom.length > 0) {
    const rows = await ctx.tx.selectFrom('roles').select('permissions').where('key', 'in', custom).execute();
    for (const permission of rows.flatMap((row) => row.permissions)) granted.add(permission);
  }
  return new Set(ALL_PERMISSIONS.filter((permission) => granted.has(permission)));
}
