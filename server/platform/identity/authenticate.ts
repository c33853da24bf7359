import { Fault } from '#kernel/errors.ts';
import type { Permission } from '#shared/permissions.ts';
import { type Ctx, type Identity, type Services, systemIdentity, withContext } from '../context/index.ts';
import type { Scope } from '../database/index.ts';
import type { Authenticate, Session } from '../http/index.ts';
import { permissionsOf } from './permissions.ts';
import { tokenHash } from './token.ts';

/** How long a found caller is remembered: revoking takes effect within this time everywhere. */
const REMEMBER_MS = 2_000;
const MAX_REMEMBERED = 5_000;
/** Minutes without a request after which a person signs in again. */
export const IDLE_MINUTES = 60;

const SIGN_IN = systemIdentity('Sign-in');

/** Finds who calls by session cookie or API key. Ended, expired and unknown credentials are all `unauthenticated`. */
export function authenticator(services: Services): Authenticate {
  const remembered = new Map<string, { until: number; session: Session | null }>();
  return async ({ cookie, bearer }) => {
    const token = bearer ?? cookie;
    if (token === null) return null;
    const hash = tokenHash(token);
    const known = remembered.get(hash);
    const now = Date.now();
    if (known && known.until > now) return answer(known.session, bearer !== null);
    const session = await withContext(services, SIGN_IN, (ctx) =>
      bearer === null ? findSession(ctx, hash) : findKey(ctx, hash),
    );
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(hash, { until: now + REMEMBER_MS, session });
    return answer(session, bearer !== null);
  };
}

/** A bad key is an error; a stale cookie is simply nobody, so that the sign-in page can be reached with it. */
function answer(session: Session | null, byKey: boolean): Session | null {
  if (!session && byKey) throw new Fault('unauthenticated', 'This API key is not valid any more.');
  return session;
}

async function findSession(ctx: Ctx, hash: string): Promise<Session | null> {
  const row = await ctx.tx.selectFrom('sessions').selectAll().where('token_hash', '=', hash).executeTakeFirst();
  if (!row || row.ended_at || row.stage !== 'full' || row.expires_at < ctx.now) return null;
  const idle = Date.parse(ctx.now) - Date.parse(row.last_seen_at);
  if (idle > IDLE_MINUTES * 60_000) return null;
  if (idle > 60_000)
    await ctx.tx.updateTable('sessions').set({ last_seen_at: ctx.now }).where('id', '=', row.id).execute();
  const identity =
    row.principal_kind === 'staff' && row.staff_id
      ? await staffIdentity(ctx, row.staff_id)
      : await contactIdentity(ctx, row.client_id, row.contact_id);
  return identity && { id: row.id, via: 'cookie', identity, authenticatedAt: row.authenticated_at };
}

async function findKey(ctx: Ctx, hash: string): Promise<Session | null> {
  const row = await ctx.tx.selectFrom('api_keys').selectAll().where('key_hash', '=', hash).executeTakeFirst();
  if (!row || row.revoked_at || (row.expires_at && row.expires_at < ctx.now)) return null;
  if (!row.last_used_at || Date.parse(ctx.now) - Date.parse(row.last_used_at) > 60_000)
    await ctx.tx.updateTable('api_keys').set({ last_used_at: ctx.now }).where('id', '=', row.id).execute();
  const maker = await staffIdentity(ctx, row.staff_id);
  if (!maker) return null;
  const permissions = new Set([...maker.permissions].filter((permission) => row.permissions.includes(permission)));
  return {
    id: row.id,
    via: 'key',
    identity: {
      scope: narrowed(maker.scope, row.all_clients, row.client_ids),
      actor: { kind: 'key', id: row.staff_id, name: `${maker.actor.name} (key ${row.name})` },
      permissions,
    },
    authenticatedAt: row.created_at,
  };
}

/** A key never sees more than its maker does today, whatever was allowed when it was made. */
function narrowed(scope: Scope, all: boolean, clientIds: readonly string[]): Scope {
  if (all) return scope;
  return {
    ...scope,
    allClients: false,
    clientIds: scope.allClients ? clientIds : clientIds.filter((id) => scope.clientIds.includes(id)),
  };
}

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

/** A client's own person: one client, their own work unless they look after the whole company, and no permission of staff. */
export async function contactIdentity(
  ctx: Ctx,
  clientId: string | null,
  contactId: string | null,
): Promise<FullIdentity | null> {
  if (!clientId || !contactId) return null;
  const contact = await ctx.tx
    .selectFrom('contacts')
    .innerJoin('clients', 'clients.id', 'contacts.client_id')
    .select(['contacts.id', 'contacts.name', 'contacts.company_wide'])
    .where('contacts.client_id', '=', clientId)
    .where('contacts.id', '=', contactId)
    .where('contacts.active', '=', true)
    .where('clients.active', '=', true)
    .executeTakeFirst();
  if (!contact) return null;
  return {
    scope: {
      principal: 'contact',
      principalId: contact.id,
      allClients: false,
      clientIds: [clientId],
      contactId: contact.id,
      companyWide: contact.company_wide,
    },
    actor: { kind: 'contact', id: contact.id, name: contact.name },
    permissions: new Set(),
  };
}
