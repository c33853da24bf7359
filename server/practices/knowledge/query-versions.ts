import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ArticleDiff, ArticleDiffQuery, ArticleVersionRow } from '#shared/knowledge.ts';
import { compareTexts } from './compare.ts';
import { draftOf, findArticle } from './rows.ts';
import type { ArticleText } from './text.ts';

/** The versions that the reader may see, newest first; the latest of very many. */
export async function versionsOf(ctx: Ctx, id: string): Promise<ArticleVersionRow[]> {
  const article = await findArticle(ctx, id);
  const { rows } = await sql<ArticleVersionRow>`
    select number, title, note, published_at as at, published_by_name as by, visibility, number = ${article.published_number ?? 0} as "inForce"
    from article_versions where article_id = ${id} order by number desc limit 500`.execute(ctx.tx);
  return rows;
}

/** One version with its text. */
export async function versionOf(ctx: Ctx, id: string, number: number): Promise<ArticleVersionRow & { body: string }> {
  const article = await findArticle(ctx, id);
  const { rows } = await sql<ArticleVersionRow & { body: string }>`
    select number, title, note, published_at as at, published_by_name as by, visibility, number = ${article.published_number ?? 0} as "inForce", body_html as body
    from article_versions where article_id = ${id} and number = ${number}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('version of this article');
  return rows[0];
}

export async function versionText(ctx: Ctx, id: string, number: number): Promise<ArticleText> {
  const found = await ctx.tx
    .selectFrom('article_versions')
    .select(['title', 'body_html', 'body_text'])
    .where('article_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!found) throw notFound('version of this article');
  return found;
}

/** What differs between two texts of an article, block by block. */
export async function diffOf(ctx: Ctx, id: string, { before, after }: ArticleDiffQuery): Promise<ArticleDiff> {
  await findArticle(ctx, id);
  const text = async (which: string): Promise<ArticleText> => {
    if (which !== 'draft') return versionText(ctx, id, Number(which));
    const draft = await draftOf(ctx, id);
    if (!draft) throw notFound('draft of this article');
    return draft;
  };
  return { blocks: compareTexts(await text(before), await text(after)) };
}
