import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';

/** Refuses a list of ids that names something which is not there, or not for the caller to see; `path` is the list's field. */
export async function refuseUnknown(
  ctx: Ctx,
  table: 'clients' | 'client_groups' | 'services' | 'staff' | 'categories' | 'catalogue_items' | 'teams',
  path: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const found = await ctx.tx.selectFrom(table).select('id').where('id', 'in', ids).execute();
  const known = new Set<string>(found.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id.toLowerCase()));
  if (unknown) throw invalid([{ path, message: `names ${unknown}, which does not exist here` }]);
}
