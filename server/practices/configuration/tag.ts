import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

const TAKEN = `select name from configuration_items where client_id = $1 and lower(asset_tag) = lower($2) and id is distinct from $3::uuid`;

/** Refuses an asset tag that another item of the client has. */
export async function refuseTag(ctx: Ctx, clientId: string, tag: string, itemId: string | null): Promise<void> {
  if (tag === '') return;
  const [taken] = await ctx.hot<{ name: string }>('ci_tag_taken', TAKEN, [clientId, tag, itemId]);
  if (taken) throw invalid([{ path: 'assetTag', message: `is the tag of ${taken.name}` }]);
}
