import { sql } from 'kysely';
import { titleWords } from '#kernel/alike.ts';
import { COMMON } from '#kernel/common-words.ts';
import { notFound } from '#kernel/errors.ts';
import { fragment } from '#kernel/fragment.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { wordsOf } from '#server/desk/search/index.ts';
import type { PortalArticle, PortalArticleQuery, PortalArticleRow } from '#shared/knowledge.ts';
import { findArticles, nearWords, suggestArticles } from './find.ts';

type Row = Omit<PortalArticleRow, 'piece'> & { text: string; score: number };
const LETTERS = 40_000;
const OPENING = 140;
const OFFERED = 5;
const MOST_WORDS = 12;
const MOST_MENDED = 3;

const COLUMNS = sql`a.id, v.title, a.language, g.name as category, v.published_at as "updatedAt"`;
const TABLES = sql`articles a join article_versions v on v.article_id = a.id and v.number = a.published_number
  left join categories g on g.id = a.category_id`;

/** Articles that the reader may read, the newest first; with words, the best fit first. */
export async function listShown(ctx: Ctx, query: PortalArticleQuery) {
  const limit = query.limit ?? 50;
  if (query.q?.trim()) {
    const found = await findArticles(ctx, query.q);
    const cursor = decodeCursor(query.cursor, ['number', 'id']);
    const after = cursor ? sql`where (h.score, a.id) < (${cursor[0]}::real, ${cursor[1]}::uuid)` : sql``;
    const rows = await shownOf(ctx, found.hits, sql`${after} order by h.score desc, a.id desc limit ${limit + 1}`);
    const page = pageOf(rows, limit, (row) => [row.score, row.id]);
    const words = page.items.length > 0 ? [...found.words] : [];
    return { ...page, items: page.items.map((row) => present(row, words)), words };
  }
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const after = cursor ? sql`where (v.published_at, a.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``;
  const { rows } = await sql<Row>`select ${COLUMNS}, left(v.body_text, ${OPENING}) as text, 0 as score from ${TABLES}
    ${after} order by v.published_at desc, a.id desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
  return { ...page, items: page.items.map((row) => present(row, [])), words: [] };
}

async function shownOf(
  ctx: Ctx,
  hits: readonly { id: string; score: number }[],
  rest: ReturnType<typeof sql>,
): Promise<Row[]> {
  if (hits.length === 0) return [];
  const { rows } = await sql<Row>`select ${COLUMNS}, left(v.body_text, ${LETTERS}) as text, h.score
    from unnest(${hits.map(({ id }) => id)}::uuid[], ${hits.map(({ score }) => score)}::real[]) h (id, score)
    join ${TABLES} on a.id = h.id ${rest}`.execute(ctx.tx);
  return rows;
}

function present({ text, score: _rank, ...row }: Row, words: readonly string[]): PortalArticleRow {
  return { ...row, piece: fragment(text, words) ?? opening(text) };
}

/** How a text begins, up to a whole word. */
const opening = (text: string) =>
  text.length < OPENING ? text : `${text.slice(0, OPENING).replace(/\s+\S*$/u, '')} …`;

/** Articles that may spare somebody the asking, from what they have typed so far. */
export async function suggestShown(ctx: Ctx, q: string): Promise<{ items: PortalArticleRow[]; words: string[] }> {
  const typed = [...titleWords(q)].filter((word) => !COMMON.has(word)).slice(-MOST_WORDS);
  const words = typed.length > 0 ? typed : wordsOf(q).filter((word) => word.length > 2);
  const near = await nearWords(ctx, words.slice(-MOST_MENDED));
  const asked = words.map((word) => near.get(word)?.[0] ?? word);
  const found = await suggestArticles(ctx, asked, OFFERED);
  const rows = await shownOf(ctx, found, sql`order by h.score desc, a.id desc`);
  return { items: rows.map((row) => present(row, asked)), words: rows.length > 0 ? asked : [] };
}

/** One article as it is read outside the desk. */
export async function shownArticle(ctx: Ctx, id: string): Promise<PortalArticle> {
  const { rows } = await sql<PortalArticle>`select ${COLUMNS}, v.body_html as body,
      (select o.helpful from article_votes o where o.client_id = any (${ctx.scope.clientIds}::uuid[])
        and o.contact_id = ${ctx.scope.contactId ?? null} and o.article_id = a.id) as vote
    from ${TABLES} where a.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('article');
  return rows[0];
}
