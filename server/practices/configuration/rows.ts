import type { Selectable } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';

export type ItemRecord = Selectable<Tables['configuration_items']>;

/** The item as the caller may see it; what is not there and what they may not see look the same. */
export async function findItem(ctx: Ctx, id: string): Promise<ItemRecord> {
  const found = await ctx.tx.selectFrom('configuration_items').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('item');
  return found;
}

/** The same locked for a change; `conflict` when the writer saw an older version. */
export async function lockItem(ctx: Ctx, id: string, version?: number): Promise<ItemRecord> {
  const found = await ctx.tx
    .selectFrom('configuration_items')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('item');
  if (version !== undefined && found.version !== version) throw staleVersion('item', found.version);
  return found;
}
