import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

/** `invalid` where something would be agreed with a client that the writer does not see. */
export async function refuseUnknownClient(ctx: Ctx, clientId: string): Promise<void> {
  const seen = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!seen) throw invalid([{ path: 'clientId', message: 'is not a client that you see' }]);
}
