import { type RawBuilder, sql } from 'kysely';
import { fragment } from '#kernel/fragment.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ArticlePage, ArticleQuery } from '#shared/knowledge.ts';
import { type Found, findArticles } from './find.ts';
import { ARTICLE_TABLES, articleColumns, OPEN_FLAGS, type Row, today } from './query-rows.ts';

type Scored = Row & { score: number };
/** So much of a text is looked at for the piece that is shown. */
const LETTERS = 40_000;

/** Articles that fit a filter: newest change first, or with words the best fit first, each with the piece where they stand. */
export async function listArticles(ctx: Ctx, query: ArticleQuery): Promise<ArticlePage> {
  const limit = query.limit ?? 50;
  const found = query.q?.trim() ? await findArticles(ctx, query.q) : null;
  const conditions = conditionsOf(ctx, query);
  if (found) {
    const items = await foundRows(ctx, found, conditions, { limit, cursor: query.cursor });
    const page = pageOf(items, limit, (row) => [row.score, row.id]);
    // Words to be marked in what was found; where nothing was, there is nothing to say.
    const words = page.items.length > 0 ? [...found.words] : [];
    return { ...page, items: page.items.map((row) => withPiece(row, words)), words };
  }
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  if (cursor) conditions.push(sql`(a.updated_at, a.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
  const { rows } =
    await sql<Row>`select ${articleColumns(ctx)}, ${OPEN_FLAGS} as flags, '' as text from ${ARTICLE_TABLES}
    where ${sql.join(conditions, sql` and `)} order by a.updated_at desc, a.id desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
  return { ...page, items: page.items.map((row) => withPiece(row, [])), words: [] };
}

async function foundRows(
  ctx: Ctx,
  found: Found,
  conditions: RawBuilder<unknown>[],
  page: { limit: number; cursor: string | undefined },
): Promise<Scored[]> {
  const cursor = decodeCursor(page.cursor, ['number', 'id']);
  if (cursor) conditions.push(sql`(h.score, a.id) < (${cursor[0]}::real, ${cursor[1]}::uuid)`);
  const { rows } = await sql<Scored>`
    select ${articleColumns(ctx)}, ${OPEN_FLAGS} as flags, h.score, left(coalesce(v.body_text, d.body_text, ''), ${LETTERS}) as text
    from unnest(${found.hits.map(({ id }) => id)}::uuid[], ${found.hits.map(({ score }) => score)}::real[]) h (id, score)
    join ${ARTICLE_TABLES} on a.id = h.id
    where ${sql.join(conditions, sql` and `)} order by h.score desc, a.id desc limit ${page.limit + 1}`.execute(ctx.tx);
  return rows;
}

function withPiece({ text, ...row }: Row, words: readonly string[]) {
  return { ...row, found: words.length > 0 ? fragment(text, words) : null };
}

/** What a filter asks of an article; without a state, what is not retired. */
function conditionsOf(ctx: Ctx, query: ArticleQuery): RawBuilder<unknown>[] {
  const { state, visibility, ownerId, categoryId, clientId, flagged, overdue, pending } = query;
  return [
    state?.length ? sql`a.state = any (${state}::text[])` : sql`a.state <> 'retired'`,
    ...(visibility?.length ? [sql`a.visibility = any (${visibility}::text[])`] : []),
    ...(ownerId ? [sql`a.owner_id = ${ownerId}`] : []),
    ...(categoryId
      ? [
          sql`a.category_id in (select g.id from categories g join categories top on top.id = ${categoryId}
          where g.id = top.id or starts_with(g.path, top.path || ' / '))`,
        ]
      : []),
    ...(clientId
      ? [
          sql`a.state = 'published' and exists (select from clients c where c.id = ${clientId}) and (a.visibility in ('all', 'public')
          or exists (select from article_clients ac where ac.client_id = ${clientId} and ac.article_id = a.id))`,
        ]
      : []),
    ...(overdue ? [sql`a.state = 'published' and a.review_on < ${today(ctx)}::date`] : []),
    ...(flagged ? [sql`exists (select from article_flags f where f.article_id = a.id and f.settled_at is null)`] : []),
    ...(pending ? [sql`a.draft_state = 'in_review'`] : []),
  ];
}
