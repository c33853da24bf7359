import { sql } from 'kysely';
import { identifierText } from '#kernel/estate/identifiers.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { Duplicate, DuplicateQuery, EstateItemRow } from '#shared/estate.ts';
import type { Static } from '#shared/http.ts';
import { loadClasses } from './classes.ts';
import { BESIDE, ROW, rowOf } from './row-columns.ts';

type Pair = Omit<Static<typeof Duplicate>, 'kept' | 'other'> & { keptId: string; otherId: string };

/** Items that may be one, those that were joined, and those that were found to be two; the latest first. */
export async function listDuplicates(ctx: Ctx, query: DuplicateQuery) {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const conditions = [
    sql`d.state = ${query.state ?? 'proposed'}`,
    ...(query.clientId ? [sql`d.client_id = ${query.clientId}`] : []),
    ...(cursor ? [sql`(d.created_at, d.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ];
  const { rows } =
    await sql<Pair>`select d.id, jsonb_build_object('id', c.id, 'name', c.name) as client, d.state, d.why, d.kept_id as "keptId", d.other_id as "otherId",
      d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.created_at as "createdAt"
    from ci_duplicates d join clients c on c.id = d.client_id where ${sql.join(conditions, sql` and `)}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
  const items = await itemsById(
    ctx,
    page.items.flatMap((row) => [row.keptId, row.otherId]),
  );
  return {
    ...page,
    items: page.items.flatMap(({ keptId, otherId, ...row }) => {
      const [kept, other] = [items.get(keptId), items.get(otherId)];
      const why = row.why.map((one) => ({ ...one, value: identifierText(one) }));
      return kept && other ? [{ ...row, why, kept, other }] : [];
    }),
  };
}

async function itemsById(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, EstateItemRow>> {
  const classes = await loadClasses(ctx);
  const { rows } = await sql<
    Omit<EstateItemRow, 'className'>
  >`select ${ROW} from configuration_items i ${BESIDE} where i.id = any (${[...ids]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, rowOf(row, classes)]));
}
