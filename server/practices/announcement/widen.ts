import type { Ctx } from '#platform/context/index.ts';
import { requireReach } from './reach.ts';
import { changeAnnouncement, lockAnnouncement } from './rows.ts';
import { statusSaid } from './said.ts';
import { tell } from './tell.ts';

/**
 * Shows an announcement for chosen clients to more of them, also one that has ended, with all that was said since but for the updates
 * that are `withheld` from them.
 */
export async function widenAnnouncement(
  ctx: Ctx,
  id: string,
  clientIds: readonly string[],
  withheld: readonly string[],
): Promise<void> {
  const before = await lockAnnouncement(ctx, id);
  await requireReach(ctx, before);
  await ctx.tx
    .insertInto('announcement_clients')
    .values(clientIds.map((client_id) => ({ client_id, announcement_id: id, withheld: [...withheld] })))
    .execute();
  const after = await changeAnnouncement(ctx, before, { client_count: before.client_count + clientIds.length });
  await tell(ctx, after, 'changed');
  if (after.state === 'published') await statusSaid(ctx, { source: 'announcement', id });
}
