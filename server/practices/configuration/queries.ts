import { type RawBuilder, sql } from 'kysely';
import { normalIdentifier } from '#kernel/estate/identifiers.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { likeText } from '#platform/text/index.ts';
import type { EstateItemRow, ItemQuery } from '#shared/estate.ts';
import { IDENTIFIER_KINDS } from '#shared/estate-words.ts';
import { type Classes, loadClasses } from './classes.ts';
import { BESIDE, ROW, rowOf } from './row-columns.ts';

/** Items by name; those that were joined with another are left out. */
export async function listItems(ctx: Ctx, query: ItemQuery) {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['text', 'id']);
  const classes = await loadClasses(ctx);
  const conditions = [
    ...conditionsOf(query, classes),
    ...(cursor ? [sql`(i.name_key, i.id) > (${cursor[0]}, ${cursor[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<EstateItemRow & { nameKey: string }>`select ${ROW}, i.name_key as "nameKey"
    from configuration_items i ${BESIDE} where ${sql.join(conditions, sql` and `)}
    order by i.name_key, i.id limit ${limit + 1}`.execute(ctx.tx);
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.nameKey, row.id]);
  return { items: items.map(({ nameKey: _, ...row }) => rowOf(row, classes)), nextCursor };
}

function conditionsOf(query: ItemQuery, classes: Classes): RawBuilder<unknown>[] {
  const { q, clientId, classKey, state, siteId, contactId, online, sourceId, gone, id } = query;
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
    ...(id ? [sql`i.id = any (${id}::uuid[])`] : []),
    ...(q?.trim() ? [foundBy(q.trim())] : []),
  ];
}

/** Every source but people has stopped listing it. */
const GONE = sql`exists (select from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.source_kind <> 'person')
  and not exists (select from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.source_kind <> 'person' and x.gone_at is null)`;

/** What somebody typed begins the name, or is a tag, a serial number, a MAC address or a host name. */
function foundBy(typed: string): RawBuilder<unknown> {
  const from = typed.toLowerCase();
  const identifiers = IDENTIFIER_KINDS.map((kind) => normalIdentifier({ kind, value: typed })).filter(
    (one) => one !== null,
  );
  return sql`(i.name_key like ${`%${likeText(from)}%`} or lower(i.asset_tag) = ${from} or (i.client_id, i.id) in (
    select x.client_id, x.item_id from ci_identifiers x
    where x.value = any (${identifiers.map((one) => one.value)}::text[]) and x.kind = any (${identifiers.map((one) => one.kind)}::text[])))`;
}
