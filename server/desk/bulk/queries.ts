import { type Selectable, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { Reach } from '#platform/identity/index.ts';
import type { BulkItem, BulkItemQuery, BulkView } from '#shared/bulk.ts';

export type BulkRow = Omit<Selectable<Tables['bulk_changes']>, 'actions' | 'reach' | 'state'> &
  Pick<BulkView, 'actions' | 'state'> & { reach: Reach };

/** Somebody sees their own changes, as long as they see one of its tickets: what they asked for may name what is no longer theirs to see. */
const IN_SIGHT = sql<boolean>`exists (select from bulk_change_items i where i.bulk_id = b.id)`;

/** Somebody's own change; others' do not exist for them. */
export async function bulkRow(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<BulkRow> {
  const query = ctx.tx
    .selectFrom('bulk_changes as b')
    .selectAll()
    .where('b.id', '=', id)
    .where('b.staff_id', '=', ctx.scope.principalId ?? '')
    .where(IN_SIGHT);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw notFound('change of many tickets');
  return row as never as BulkRow;
}

const COUNTS = `
select b.id, b.state, b.total, b.actions, b.created_at as "createdAt", b.finished_at as "finishedAt",
  json_build_object('waiting', 0, 'changed', 0, 'unchanged', 0, 'refused', 0, 'reverted', 0, 'kept', 0)::jsonb
    || coalesce((select jsonb_object_agg(state, n) from (
      select state, count(*)::int as n from bulk_change_items i where i.bulk_id = b.id group by state) c), '{}') as counts
from bulk_changes b where b.staff_id = $1 and ($2::uuid is null or b.id = $2)
  and exists (select from bulk_change_items i where i.bulk_id = b.id)
order by b.created_at desc, b.id desc limit 50`;

/** The caller's latest changes of many tickets, with how far each is. */
export function listBulks(ctx: Ctx): Promise<BulkView[]> {
  return ctx.hot<BulkView>('bulk_list', COUNTS, [ctx.scope.principalId, null]);
}

export async function viewBulk(ctx: Ctx, id: string): Promise<BulkView> {
  const [found] = await ctx.hot<BulkView>('bulk_list', COUNTS, [ctx.scope.principalId, id]);
  if (!found) throw notFound('change of many tickets');
  return found;
}

/** What came of it for each ticket, a page at a time. */
export async function listBulkItems(
  ctx: Ctx,
  id: string,
  query: BulkItemQuery,
): Promise<{ items: BulkItem[]; nextCursor: string | null }> {
  await bulkRow(ctx, id);
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['number']);
  const { rows } = await sql<BulkItem & { position: number }>`
    select i.ticket_id as "ticketId", t.key, t.title, i.state, i.detail, i.position
    from bulk_change_items i join tickets t on t.client_id = i.client_id and t.id = i.ticket_id
    where i.bulk_id = ${id} and i.position > ${cursor?.[0] ?? 0}
      and (${query.state ?? null}::text is null or i.state = ${query.state ?? null})
    order by i.position limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.position]);
  return { ...page, items: page.items.map(({ position: _position, ...item }) => item) };
}
