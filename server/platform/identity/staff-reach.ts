import { sql } from 'kysely';
import { forbidden, invalid, notFound } from '#kernel/errors.ts';
import type { Permission } from '#shared/permissions.ts';
import type { Ctx } from '../context/index.ts';
import type { Scope } from '../database/index.ts';
import { permissionsOf } from './permissions.ts';

/** Nobody may hand out rights they do not have. */
export async function refuseWiderRoles(ctx: Ctx, roleKeys: readonly string[]): Promise<void> {
  const beyond = [...(await permissionsOf(ctx, roleKeys))].filter((permission: Permission) => !ctx.can(permission));
  if (beyond.length > 0)
    throw forbidden(`These roles include ${beyond.slice(0, 3).join(', ')}, which you do not have yourself.`);
}

type Target = { id: string; role_keys: readonly string[]; all_clients: boolean };

/**
 * Nobody manages an account that can do or see more than they do: whoever could reset an owner's sign-in would be owner.
 * `caller` is the scope of the person asking, since this runs under the system's.
 */
export async function refuseMightier(ctx: Ctx, caller: Scope, target: Target): Promise<void> {
  const beyond = await howBeyond(ctx, caller, target);
  if (beyond !== null) throw forbidden(beyond);
}

/** In what somebody can do or see more than the caller, in a sentence; null where they do not. */
async function howBeyond(ctx: Ctx, caller: Scope, target: Target): Promise<string | null> {
  if (target.id === caller.principalId) return null;
  const mightier = [...(await permissionsOf(ctx, target.role_keys))].some((permission) => !ctx.can(permission));
  if (mightier) return 'This person may do more than you; ask somebody who may do as much.';
  if (caller.allClients) return null;
  const clients = await ctx.tx
    .selectFrom('staff_clients')
    .select('client_id')
    .where('staff_id', '=', target.id)
    .execute();
  const further = target.all_clients || clients.some((row) => !caller.clientIds.includes(row.client_id));
  return further ? 'This person works for clients that you do not see.' : null;
}

/** The same for somebody known by id. Throws `not_found` where nobody has it. */
export async function refuseMightierPerson(ctx: Ctx, caller: Scope, staffId: string): Promise<void> {
  const target = await targetOf(ctx, staffId);
  if (!target) throw notFound('person');
  await refuseMightier(ctx, caller, target);
}

/** Whether the one who asks may manage this person: themselves counts, whatever their role. */
export async function managesPerson(ctx: Ctx, staffId: string): Promise<boolean> {
  if (staffId === ctx.scope.principalId) return true;
  if (!ctx.can('staff.manage')) return false;
  const target = await targetOf(ctx, staffId);
  return target !== undefined && (await howBeyond(ctx, ctx.scope, target)) === null;
}

const targetOf = (ctx: Ctx, staffId: string): Promise<Target | undefined> =>
  ctx.tx.selectFrom('staff').select(['id', 'role_keys', 'all_clients']).where('id', '=', staffId).executeTakeFirst();

/** Somebody limited to some clients gives others no more than those. */
export function refuseWiderClients(
  caller: Scope,
  given: { allClients?: boolean | undefined; clientIds?: readonly string[] | undefined },
): void {
  if (caller.allClients) return;
  if (given.allClients) throw forbidden('You see some clients only, so you cannot give all of them.');
  const foreign = (given.clientIds ?? []).findIndex((id) => !caller.clientIds.includes(id));
  if (foreign >= 0) throw invalid([{ path: `clientIds.${foreign}`, message: 'does not exist or you do not see it' }]);
}

/** The last owner who can sign in and sees every client stays one, or nobody could ever manage roles again. */
export async function refuseLosingLastOwner(ctx: Ctx, staffId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('fettle owners', 0))`.execute(ctx.tx);
  const other = await ctx.tx
    .selectFrom('staff')
    .select('id')
    .where('active', '=', true)
    .where('id', '!=', staffId)
    .where('all_clients', '=', true)
    .where(sql<boolean>`'owner' = any (role_keys)`)
    .where(
      sql<boolean>`exists (select from credentials c where c.staff_id = staff.id and c.password_hash is not null)
        or exists (select from passkeys p where p.staff_id = staff.id)
        or exists (select from federated_identities f where f.staff_id = staff.id)`,
    )
    .limit(1)
    .executeTakeFirst();
  if (!other)
    throw invalid([
      {
        path: 'roleKeys',
        message:
          'the last owner stays an active owner of all clients; make somebody else owner first, who has signed in once',
      },
    ]);
}
