import type { Ctx } from '#platform/context/index.ts';

const PROVIDER = "select id from clients where kind = 'internal'";
const IS_PROVIDER = "select 1 from clients where id = $1 and kind = 'internal'";

/** The client that is the provider itself; null where the caller does not see it. */
export async function providerOf(ctx: Ctx): Promise<string | null> {
  const [found] = await ctx.hot<{ id: string }>('client_internal', PROVIDER, []);
  return found?.id ?? null;
}

/** Whether a client is the provider itself, whose tickets may stand above those of any client. */
export const isProvider = async (ctx: Ctx, clientId: string): Promise<boolean> =>
  (await ctx.hot('client_is_internal', IS_PROVIDER, [clientId])).length > 0;
