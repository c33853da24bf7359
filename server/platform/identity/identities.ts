import type { Permission } from '#shared/permissions.ts';
import type { Sees } from '#shared/vocabulary.ts';
import type { Ctx, Identity } from '../context/index.ts';
import { sightOf } from './contact/sight.ts';
import { permissionsOf } from './permissions.ts';

export type FullIdentity = Identity & { permissions: ReadonlySet<Permission> };

/** What a staff member may see and do right now; null when deactivated or gone. */
export async function staffIdentity(ctx: Ctx, staffId: string): Promise<FullIdentity | null> {
  const staff = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'name', 'role_keys', 'all_clients', 'active'])
    .where('id', '=', staffId)
    .executeTakeFirst();
  if (!staff?.active) return null;
  const clients = staff.all_clients
    ? []
    : await ctx.tx.selectFrom('staff_clients').select('client_id').where('staff_id', '=', staffId).execute();
  return {
    scope: {
      principal: 'staff',
      principalId: staff.id,
      allClients: staff.all_clients,
      clientIds: clients.map((row) => row.client_id),
    },
    actor: { kind: 'staff', id: staff.id, name: staff.name },
    permissions: await permissionsOf(ctx, staff.role_keys),
  };
}

/**
 * A client's own person: one client, their own work, their site's or all of it, and no permission of staff. Null where they are gone, or
 * were at any time after `since`.
 */
export async function contactIdentity(
  ctx: Ctx,
  clientId: string | null,
  contactId: string | null,
  since?: string,
): Promise<FullIdentity | null> {
  if (!clientId || !contactId) return null;
  const contact = await ctx.tx
    .selectFrom('contacts')
    .innerJoin('clients', 'clients.id', 'contacts.client_id')
    .select(['contacts.id', 'contacts.name', 'contacts.sees', 'contacts.site_id', 'contacts.left_at'])
    .where('contacts.client_id', '=', clientId)
    .where('contacts.id', '=', contactId)
    .where('contacts.active', '=', true)
    .where('clients.active', '=', true)
    .executeTakeFirst();
  if (!contact || (since !== undefined && contact.left_at !== null && contact.left_at >= since)) return null;
  return {
    scope: {
      principal: 'contact',
      principalId: contact.id,
      allClients: false,
      clientIds: [clientId],
      contactId: contact.id,
      ...(await sightOf(ctx, clientId, { sees: contact.sees as Sees | null, siteId: contact.site_id })),
    },
    actor: { kind: 'contact', id: contact.id, name: contact.name },
    permissions: new Set(),
  };
}

/** What something acting for a person was allowed when it was made: a key, or work that goes on in the background. */
export type Reach = {
  readonly allClients: boolean;
  readonly clientIds: readonly string[];
  readonly permissions: readonly string[];
};

/** The person within that reach: never more than they see and may today, whatever was allowed then. */
export function narrowed(person: FullIdentity, reach: Reach): FullIdentity {
  const { scope } = person;
  const clientIds = scope.allClients
    ? reach.clientIds
    : reach.clientIds.filter((clientId) => scope.clientIds.includes(clientId));
  return {
    ...person,
    scope: reach.allClients ? scope : { ...scope, allClients: false, clientIds },
    permissions: new Set([...person.permissions].filter((permission) => reach.permissions.includes(permission))),
  };
}
