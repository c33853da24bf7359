import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type Place, placesOf } from '#server/desk/ticket/index.ts';
import { MOST_IN_BACKGROUND, type PreviewBulk } from '#shared/bulk.ts';

/**
 * The tickets that are meant: those named, or what the filter finds. Refuses neither and both, more than the most, none at all, and
 * ids that the caller does not see.
 */
export async function targetsOf(
  ctx: Ctx,
  { ids, filter }: Pick<PreviewBulk, 'ids' | 'filter'>,
): Promise<readonly Place[]> {
  if ((ids === undefined) === (filter === undefined))
    throw invalid([{ path: 'filter', message: 'or ids must say which tickets, and only one of them' }]);
  if (ids) return named(ctx, ids);
  const found = await placesOf(ctx, filter ?? {}, MOST_IN_BACKGROUND + 1);
  if (found.length > MOST_IN_BACKGROUND)
    throw invalid([{ path: 'filter', message: `finds more than ${MOST_IN_BACKGROUND} tickets; narrow it down` }]);
  if (found.length === 0) throw invalid([{ path: 'filter', message: 'finds no ticket' }]);
  return found;
}

async function named(ctx: Ctx, ids: readonly string[]): Promise<readonly Place[]> {
  const rows = await ctx.hot<Place>(
    'bulk_named',
    'select client_id, id from tickets where id = any ($1::uuid[]) order by id',
    [ids],
  );
  if (rows.length < ids.length)
    throw invalid([{ path: 'ids', message: `name ${ids.length - rows.length} tickets that are not there` }]);
  return rows;
}
