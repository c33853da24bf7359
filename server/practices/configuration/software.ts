import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { likeText } from '#platform/text/index.ts';
import { findItem } from './rows.ts';

type Software = {
  name: string;
  version: string;
  publisher: string;
  installedOn: string | null;
  by: string;
  key: string;
};

/** What is installed on an item, each version once, by name. */
export async function softwareOf(ctx: Ctx, id: string, query: { limit?: number; cursor?: string; q?: string }) {
  const item = await findItem(ctx, id);
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['text', 'text']);
  const typed = query.q?.trim().toLowerCase();
  const conditions = [
    sql`s.client_id = ${item.client_id} and s.item_id = ${item.id} and s.gone_at is null`,
    ...(typed ? [sql`x.name_key like ${`%${likeText(typed)}%`}`] : []),
    ...(cursor ? [sql`(x.name_key, x.version) > (${cursor[0]}, ${cursor[1]})`] : []),
  ];
  const { rows } =
    await sql<Software>`select distinct on (x.name_key, x.version) x.name, x.version, x.publisher, x.installed_on as "installedOn",
      s.source_name as by, x.name_key as key
    from ci_sources s join ci_software x on x.client_id = s.client_id and x.source_ref = s.id
    where ${sql.join(conditions, sql` and `)} order by x.name_key, x.version, s.source_kind = 'agent' desc limit ${limit + 1}`.execute(
      ctx.tx,
    );
  const page = pageOf(rows, limit, (row) => [row.key, row.version]);
  return { ...page, items: page.items.map(({ key, ...row }) => ({ id: `${key} ${row.version}`, ...row })) };
}
