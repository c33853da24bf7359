import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { countTickets } from '#server/desk/ticket/index.ts';
import type { SavedView, ViewCount } from '#shared/view.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { hiddenIds, mayChange, names } from './policy.ts';

/** Views that one person can have in sight. */
const MOST = 200;
/** Views that one call counts. */
export const MOST_COUNTED = 60;

type Row = Omit<SavedView, 'owner' | 'editable'> & { owner_id: string | null; owner_name: string | null };

/** The caller's own views and the shared ones, in their order; without those that name what the caller may not see. */
export async function listViews(ctx: Ctx): Promise<SavedView[]> {
  const { rows } = await sql<Row>`
    select v.id, v.name, v.filter, v.sort, v.columns, v.shared, v.position, v.version, v.owner_id, s.name as owner_name
    from saved_views v left join staff s on s.id = v.owner_id
    where v.shared or v.owner_id = ${ctx.scope.principalId}
    order by v.position, lower(v.name), v.id limit ${MOST}`.execute(ctx.tx);
  const hidden = ctx.scope.allClients
    ? new Set<string>()
    : await hiddenIds(
        ctx,
        rows.map((row) => row.filter),
      );
  return rows
    .filter((row) => !names(row.filter, hidden))
    .map(({ owner_id, owner_name, ...view }) => ({
      ...view,
      owner: owner_id === null ? null : { id: owner_id, name: owner_name ?? '' },
      editable: mayChange(ctx, { owner_id, shared: view.shared }),
    }));
}

/** How many tickets each view finds, looking no further than the cap: all views in sight, or those named. */
export async function countViews(ctx: Ctx, ids?: readonly string[]): Promise<ViewCount[]> {
  const wanted = (await listViews(ctx)).filter((view) => ids?.includes(view.id) ?? true).slice(0, MOST_COUNTED);
  const counts: ViewCount[] = [];
  for (const view of wanted) {
    const count = await countTickets(ctx, view.filter);
    counts.push({ id: view.id, count, capped: count >= COUNT_CAP });
  }
  return counts;
}
