import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';

/** Revokes every API key of somebody. */
export async function revokeKeys(ctx: Ctx, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Revokes one key of a person. Throws `not_found` for what is not theirs, or revoked already. */
export async function revokeKey(ctx: Ctx, staffId: string, keyId: string): Promise<void> {
  const done = await ctx.tx
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now })
    .where('id', '=', keyId)
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw notFound('key');
  await appendEvent(ctx, { clientId: null, subjectType: 'api_key', subjectId: keyId, type: 'api_key.revoked' });
}
