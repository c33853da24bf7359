import type { Selectable } from 'kysely';
import { Fault, forbidden } from '#kernel/errors.ts';
import type { Permission } from '#shared/permissions.ts';
import type { SignInWay } from '#shared/portal-sign-in.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import type { Tables } from '../database/index.ts';
import type { Authenticate, Session } from '../http/index.ts';
import { clientOfHost } from '../portal-address/index.ts';
import { type Account, accountOf } from './account.ts';
import { inNetworks } from './address.ts';
import { policyFor, wayHolds } from './contact/policy.ts';
import { factorAsked } from './contact/second-factor.ts';
import { contactIdentity, narrowed, staffIdentity } from './identities.ts';
import { type Known, recall, remember } from './remembered.ts';
import { mustAddSecondFactor } from './second-factor-rule.ts';
import { strangerCount } from './strangers.ts';
import { tokenHash } from './token.ts';

/** Minutes without a request after which a person signs in again: an hour for staff, a day for people of clients in the portal. */
export const idleMinutes = (account: Account): number => ('staffId' in account ? 60 : 24 * 60);

const SIGN_IN = systemIdentity('Sign-in');
const NOBODY: Known = { session: null, networks: [] };

/** Finds who calls by session cookie or API key. Ended, expired and unknown credentials are all `unauthenticated`. */
export function authenticator(services: Services): Authenticate {
  const strangers = strangerCount();
  return async ({ cookie, bearer, address, host }) => {
    const token = bearer ?? cookie;
    if (token === null) return null;
    const client = await clientOfHost(services, host);
    const answer = (known: Known) => callerOf(known, bearer !== null, address, client);
    const hash = tokenHash(token);
    const known = recall(services, hash);
    if (known) return answer(known);
    strangers.refuseIfNoisy(address, hash);
    const found = await withContext(services, SIGN_IN, (ctx) =>
      bearer === null ? findSession(ctx, hash) : findKey(ctx, hash),
    );
    strangers.note(address, hash, found.session !== null);
    remember(services, hash, found);
    return answer(found);
  };
}

/**
 * A bad key is an error; a stale cookie is simply nobody, so that the sign-in page can be reached with it. At a client's own host
 * everybody but its people is nobody.
 */
function callerOf(known: Known, byKey: boolean, address: string, client: string | null): Session | null {
  const { networks } = known;
  const session = client === null || isOf(client, known.session) ? known.session : null;
  if (!session && byKey) throw new Fault('unauthenticated', 'This API key is not valid any more.');
  if (session && !inNetworks(address, networks)) throw forbidden('This API key may not be used from this address.');
  return session;
}

const isOf = (client: string, session: Session | null): boolean =>
  session?.identity.scope.principal === 'contact' && session.identity.scope.clientIds[0] === client;

async function findSession(ctx: Ctx, hash: string): Promise<Known> {
  const row = await ctx.tx.selectFrom('sessions').selectAll().where('token_hash', '=', hash).executeTakeFirst();
  const session = row ? await sessionOf(ctx, row) : null;
  if (row?.stage === 'full' && !session && !row.ended_at && (await demandOn(ctx, row)) === 'ended')
    await ctx.tx.updateTable('sessions').set({ ended_at: ctx.now }).where('id', '=', row.id).execute();
  if (row && session && Date.parse(ctx.now) - Date.parse(row.last_seen_at) > 60_000)
    await ctx.tx.updateTable('sessions').set({ last_seen_at: ctx.now }).where('id', '=', row.id).execute();
  return { session, networks: [] };
}

/** Whom a session speaks for right now; null when it has ended, was idle too long, or the person is gone. */
export async function sessionOf(ctx: Ctx, row: Selectable<Tables['sessions']>): Promise<Session | null> {
  if (row.ended_at || row.stage !== 'full' || row.expires_at <= ctx.now) return null;
  const account = accountOf(row);
  const idle = Date.parse(ctx.now) - Date.parse(row.last_seen_at);
  if (!account || idle > idleMinutes(account) * 60_000) return null;
  const demand = await demandOn(ctx, row);
  if (demand === 'ended') return null;
  const identity =
    'staffId' in account
      ? await staffIdentity(ctx, account.staffId)
      : await contactIdentity(ctx, account.clientId, account.contactId, row.created_at);
  if (!identity) return null;
  const session = { id: row.id, via: 'cookie', identity, authenticatedAt: row.authenticated_at } as const;
  if (demand === 'nothing') return session;
  const bare = { ...identity, permissions: new Set<Permission>() };
  return { ...session, identity: bare, needsSecondFactor: true };
}

/**
 * What is asked of a session that was opened earlier: nothing more; to add a second factor first; or to sign in anew, since its client
 * lets its people in no more by its way, for so long, or without the code that they have.
 */
async function demandOn(ctx: Ctx, row: Selectable<Tables['sessions']>): Promise<'nothing' | 'set_up' | 'ended'> {
  if (row.staff_id !== null) return (await mustAddSecondFactor(ctx, row.staff_id)) ? 'set_up' : 'nothing';
  if (row.client_id === null || row.contact_id === null) return 'nothing';
  const way = row.way as SignInWay | null;
  const policy = await policyFor(ctx, row.client_id);
  const age = Date.parse(ctx.now) - Date.parse(row.created_at);
  if (!wayHolds(policy, way) || age >= policy.sessionHours * 3_600_000) return 'ended';
  const asked = await factorAsked(ctx, { clientId: row.client_id, contactId: row.contact_id }, way, policy);
  if (asked !== 'code') return asked;
  return row.second_factor ? 'nothing' : 'ended';
}

async function findKey(ctx: Ctx, hash: string): Promise<Known> {
  const row = await ctx.tx.selectFrom('api_keys').selectAll().where('key_hash', '=', hash).executeTakeFirst();
  const session = row ? await keySessionOf(ctx, row) : null;
  if (!row || !session) return NOBODY;
  if (!row.last_used_at || Date.parse(ctx.now) - Date.parse(row.last_used_at) > 60_000)
    await ctx.tx.updateTable('api_keys').set({ last_used_at: ctx.now }).where('id', '=', row.id).execute();
  return { session, networks: row.networks };
}

/** Whom a key speaks for right now; null when it was revoked, has expired, or its maker is gone. */
export async function keySessionOf(ctx: Ctx, row: Selectable<Tables['api_keys']>): Promise<Session | null> {
  if (row.revoked_at || (row.expires_at && row.expires_at <= ctx.now)) return null;
  const maker = await staffIdentity(ctx, row.staff_id);
  if (!maker) return null;
  const { scope, permissions } = narrowed(maker, {
    allClients: row.all_clients,
    clientIds: row.client_ids,
    permissions: row.permissions,
  });
  return {
    id: row.id,
    via: 'key',
    identity: {
      scope,
      actor: { kind: 'key', id: row.staff_id, name: `${maker.actor.name} (key ${row.name})` },
      permissions,
    },
    authenticatedAt: row.created_at,
    limited: row.expires_at !== null || row.networks.length > 0,
  };
}
