import type { Ctx } from '../context/index.ts';

/** Revokes every API key of somebody. */
export async function revokeKeys(ctx: Ctx, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .execute();
}
