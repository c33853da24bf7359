import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { holdItems } from './hold.ts';
import type { Source } from './take.ts';

const END = `
update ci_sources set gone_at = $3 where source_id = $1 and gone_at is null and not exists (select from unnest($2::text[]) as seen (id) where seen.id = external_id)
returning client_id, item_id`;

/**
 * Says that a source lists nothing but `seen` any more, from a listing that was complete: the others are gone there. Nothing is deleted;
 * the items stay and say so. Returns how many.
 */
export async function endUnseen(ctx: Ctx, source: Source, seen: ReadonlySet<string>): Promise<number> {
  const rows = await ctx.hot<{ client_id: string; item_id: string }>('ci_end_unseen', END, [
    source.id,
    [...seen],
    ctx.now,
  ]);
  for (const [clientId, gone] of Map.groupBy(rows, (row) => row.client_id)) {
    for (const { item_id } of gone)
      await appendEvent(ctx, {
        clientId,
        subjectType: 'item',
        subjectId: item_id,
        type: 'item.gone',
        data: { source: source.name },
      });
    await holdItems(
      ctx,
      clientId,
      gone.map((row) => row.item_id),
      source.name,
    );
  }
  return rows.length;
}
