import { type RawBuilder, sql } from 'kysely';
import { normalIdentifier } from '#kernel/estate/identifiers.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { likeText } from '#platform/text/index.ts';
import type { EstateItemRow, ItemFilter, ItemQuery, ItemTableQuery } from '#shared/estate.ts';
import { IDENTIFIER_KINDS } from '#shared/estate-words.ts';
import type { Counted } from '#shared/http.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { type Classes, loadClasses } from './classes.ts';
import { BESIDE, ROW, rowOf } from './row-columns.ts';
import { SORTS } from './sorts.ts';
import { isUsedBy } from './used-by.ts';

type Found = EstateItemRow & { nameKey: string; head: string | null };

/** Items in the order that is asked for; those that were joined with another are left out. */
export async function listItems(ctx: Ctx, query: ItemQuery) {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, SORTS[query.sort ?? 'name'].kinds);
  const rows = await rowsOf(ctx, query, limit + 1, cursor);
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.head, row.nameKey, row.id]);
  return { items: items.map(({ nameKey: _, head: __, ...row }) => row), nextCursor };
}

/** At most so many of the items that a filter finds, after where a page ended. */
export async function rowsOf(
  ctx: Ctx,
  query: ItemTableQuery,
  limit: number,
  cursor: readonly (string | number | null)[] | null,
): Promise<Found[]> {
  const classes = await loadClasses(ctx);
  const { head, segments } = SORTS[query.sort ?? 'name'];
  const conditions = await filterOf(ctx, query, classes);
  // What has no value that is sorted by comes after all that has one.
  const first = cursor && cursor[0] === null ? segments.length - 1 : 0;
  const found: Found[] = [];
  for (const [index, { only, order, after }] of segments.entries()) {
    if (index < first || found.length >= limit) continue;
    const where = [...conditions, only, ...(cursor && index === first ? [after(cursor)] : [])];
    const { rows } = await sql<Found>`select ${ROW}, i.name_key as "nameKey", ${head} as head
      from configuration_items i ${BESIDE} where ${sql.join(where, sql` and `)}
      order by ${order} limit ${limit - found.length}`.execute(ctx.tx);
    found.push(...rows.map((row) => rowOf(row, classes)));
  }
  return found;
}

async function filterOf(ctx: Ctx, query: ItemFilter, classes: Classes): Promise<RawBuilder<unknown>[]> {
  return [
    ...conditionsOf(query, classes, await namedLike(ctx, query), ctx.now.slice(0, 10)),
    ...(query.usedBy ? [isUsedBy(query.usedBy)] : []),
  ];
}

/** How many items a filter finds, looking no further than the cap. */
export async function countFound(ctx: Ctx, query: ItemFilter): Promise<Counted> {
  const classes = await loadClasses(ctx);
  const conditions = await filterOf(ctx, query, classes);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from configuration_items i where ${sql.join(conditions, sql` and `)} limit ${COUNT_CAP}) capped`.execute(
    ctx.tx,
  );
  const count = rows[0]?.count ?? 0;
  return { count, capped: count >= COUNT_CAP };
}

/** So few that have a piece of text in their name are listed by it; of more the names are walked, where the next is never far. */
const FEW = 2_000;
/** What is shorter has no pieces in the index. */
const SHORTEST = 3;

type Named = { client_id: string; item_id: string };

/** Every item in sight with what is sought in its name, where they are few; else null. */
async function namedLike(ctx: Ctx, { q, clientId }: ItemFilter): Promise<readonly Named[] | null> {
  const piece = q?.trim() ?? '';
  if (piece.length < SHORTEST) return null;
  const found = await ctx.hot<Named>('ci_named_like', 'select client_id, item_id from app.find_items($1, $2, $3)', [
    piece,
    clientId ?? null,
    FEW + 1,
  ]);
  return found.length > FEW ? null : found;
}

function conditionsOf(
  query: ItemFilter,
  classes: Classes,
  named: readonly Named[] | null,
  today: string,
): RawBuilder<unknown>[] {
  const { q, clientId, classKey, state, siteId, contactId, online, sourceId, gone, warranty, id } = query;
  return [
    sql`i.merged_into is null`,
    ...(clientId ? [sql`i.client_id = ${clientId}`] : []),
    ...(classKey ? [sql`i.class_key = any (${classes.below(classKey)}::text[])`] : []),
    ...(state?.length ? [sql`i.state = any (${state}::text[])`] : []),
    ...(siteId ? [sql`i.site_id = ${siteId}`] : []),
    ...(contactId ? [sql`i.contact_id = ${contactId}`] : []),
    ...(online === undefined ? [] : [sql`i.online is not distinct from ${online}`]),
    ...(sourceId
      ? [
          sql`exists (select from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.source_id = ${sourceId})`,
        ]
      : []),
    ...(gone ? [GONE] : []),
    ...(warranty ? [warrantyIs(warranty, today)] : []),
    ...(id ? [sql`i.id = any (${id}::uuid[])`] : []),
    ...(q?.trim() ? [foundBy(q.trim(), named)] : []),
  ];
}

/** Within so many days a warranty is ending. */
const ENDING_DAYS = 90;

function warrantyIs(how: NonNullable<ItemQuery['warranty']>, today: string): RawBuilder<unknown> {
  const ends = sql`from ci_expiries w where w.client_id = i.client_id and w.item_id = i.id and w.attribute = 'warrantyUntil'`;
  if (how === 'unknown') return sql`not exists (select ${ends})`;
  return how === 'ended'
    ? sql`exists (select ${ends} and w.on_day < ${today}::date)`
    : sql`exists (select ${ends} and w.on_day between ${today}::date and ${today}::date + ${ENDING_DAYS}::int)`;
}

/** Every source but people has stopped listing it. */
const GONE = sql`exists (select from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.source_kind <> 'person')
  and not exists (select from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.source_kind <> 'person' and x.gone_at is null)`;

/** What somebody typed is a piece of the name, or is a tag, a serial number, a MAC address or a host name. */
function foundBy(typed: string, named: readonly Named[] | null): RawBuilder<unknown> {
  const from = typed.toLowerCase();
  const identifiers = IDENTIFIER_KINDS.map((kind) => normalIdentifier({ kind, value: typed })).filter(
    (one) => one !== null,
  );
  const known = sql`select x.client_id, x.item_id from ci_identifiers x
    where x.value = any (${identifiers.map((one) => one.value)}::text[]) and x.kind = any (${identifiers.map((one) => one.kind)}::text[])`;
  const tagged = sql`select t.client_id, t.id from configuration_items t where t.tag_key = ${from}`;
  if (named === null)
    return sql`(i.name_key like ${`%${likeText(from)}%`} or i.tag_key = ${from} or (i.client_id, i.id) in (${known}))`;
  return sql`(i.client_id, i.id) in (
    select * from unnest(${named.map((one) => one.client_id)}::uuid[], ${named.map((one) => one.item_id)}::uuid[])
    union ${tagged} union ${known})`;
}
