import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Orderer } from './quote.ts';

/** Refuses to order for a client that the caller does not see, or for somebody who is not of it. */
export async function refuseStranger(ctx: Ctx, { clientId, requesterId }: Orderer): Promise<void> {
  const client = await ctx.tx
    .selectFrom('clients')
    .select('id')
    .where('id', '=', clientId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!client) throw notFound('client');
  const contact = await ctx.tx
    .selectFrom('contacts')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '=', requesterId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!contact) throw invalid([{ path: 'requesterId', message: 'is not an active contact of this client' }]);
}
