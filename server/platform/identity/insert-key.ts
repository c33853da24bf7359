import { newId } from '#kernel/ids.ts';
import type { Permission } from '#shared/permissions.ts';
import type { Ctx } from '../context/index.ts';
import { newToken, tokenHash } from './token.ts';

/** What a key may do, and for whom: null clients means every client that its owner sees. */
export type KeyLimits = {
  name: string;
  permissions: readonly Permission[];
  clientIds: readonly string[] | null;
  expiresAt?: string | null;
  networks?: readonly string[];
};

/** Stores a new key of a staff member and returns it; only its hash is kept. The caller has checked the limits. */
export async function insertKey(ctx: Ctx, staffId: string, limits: KeyLimits): Promise<{ id: string; key: string }> {
  const key = `fettle_${newToken()}`;
  const id = newId();
  await ctx.tx
    .insertInto('api_keys')
    .values({
      id,
      staff_id: staffId,
      name: limits.name.trim(),
      key_hash: tokenHash(key),
      hint: key.slice(-4),
      permissions: [...limits.permissions],
      all_clients: limits.clientIds === null,
      client_ids: [...(limits.clientIds ?? [])],
      expires_at: limits.expiresAt ?? null,
      networks: [...(limits.networks ?? [])],
      created_at: ctx.now,
    })
    .execute();
  return { id, key };
}
