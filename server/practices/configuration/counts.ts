import type { Ctx } from '#platform/context/index.ts';
import type { ItemCounts } from '#shared/estate.ts';
import { loadClasses } from './classes.ts';
import { requireClient } from './places.ts';

const COUNTED = `
select class_key as "classKey", count(*)::int as items from configuration_items
where client_id = $1 and merged_into is null and state not in ('retired', 'disposed') group by class_key`;

/** How many items of each class a client has, the most first; without what is retired or was joined with another. */
export async function countItems(ctx: Ctx, clientId: string): Promise<ItemCounts> {
  await requireClient(ctx, clientId);
  const classes = await loadClasses(ctx);
  const rows = await ctx.hot<{ classKey: string; items: number }>('ci_counts', COUNTED, [clientId]);
  const items = rows.map((row) => ({ ...row, className: classes.nameOf(row.classKey) }));
  return { items: items.sort((a, b) => b.items - a.items || a.className.localeCompare(b.className)) };
}
