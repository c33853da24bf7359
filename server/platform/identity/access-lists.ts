import type { ApiKeyView, SessionView } from '#shared/identity.ts';
import type { SignInWay } from '#shared/portal-sign-in.ts';
import type { Ctx } from '../context/index.ts';
import { type Account, ownedBy } from './account.ts';
import { idleMinutes } from './authenticate.ts';

/** Where somebody is signed in, last seen first. `current` marks the session that asks. */
export async function sessionsOf(ctx: Ctx, account: Account, current: string | null): Promise<SessionView[]> {
  const rows = await ctx.tx
    .selectFrom('sessions')
    .selectAll()
    .where(ownedBy(account))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .where('last_seen_at', '>', new Date(Date.parse(ctx.now) - idleMinutes(account) * 60_000).toISOString())
    .where('stage', '=', 'full')
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
    address: row.address,
    current: row.id === current,
  }));
}

/** How and when somebody of a client last came in; null where no session of theirs is kept any more. */
export async function lastSignIn(ctx: Ctx, account: Account): Promise<{ at: string; way: SignInWay } | null> {
  const row = await ctx.tx
    .selectFrom('sessions')
    .select(['created_at', 'way'])
    .where(ownedBy(account))
    .where('stage', '=', 'full')
    .where('way', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.created_at, way: row.way as SignInWay } : null;
}

/** Since when somebody has a password and codes from an app, null for what they do not have; and how many recovery codes are left. */
export async function credentialsOf(
  ctx: Ctx,
  account: Account,
): Promise<{ passwordSetAt: string | null; totpSince: string | null; recoveryCodesLeft: number }> {
  const row = await ctx.tx
    .selectFrom('credentials')
    .select(['password_hash', 'password_set_at', 'totp_confirmed_at', 'recovery_hashes'])
    .where(ownedBy(account))
    .executeTakeFirst();
  return {
    passwordSetAt: row?.password_hash ? row.password_set_at : null,
    totpSince: row?.totp_confirmed_at ?? null,
    recoveryCodesLeft: row?.recovery_hashes.length ?? 0,
  };
}

/** Somebody's API keys, newest first, revoked ones too. */
export async function keysOf(ctx: Ctx, staffId: string): Promise<ApiKeyView[]> {
  const rows = await ctx.tx
    .selectFrom('api_keys')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    permissions: row.permissions,
    allClients: row.all_clients,
    clientIds: row.client_ids,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    networks: row.networks,
  }));
}
