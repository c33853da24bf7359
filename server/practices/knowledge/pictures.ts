import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { PICTURE } from '#platform/text/index.ts';

const IMG = /<img\b[^>]*?\ssrc="([^"]*)"[^>]*>/g;
const addressOf = (id: string) => `/api/v1/article-files/${id}`;

/** The pictures that a text shows, by id. */
export function picturesIn(html: string): string[] {
  return [...new Set([...html.matchAll(IMG)].flatMap(([, src = '']) => PICTURE.exec(src)?.[1] ?? []))];
}

/**
 * Makes the pictures of a text the article's own: those just uploaded are taken, those of another article (a text copied from there)
 * are taken over under an id of their own, and what the writer may not see is left out. Returns the text with where they are now.
 */
export async function adoptPictures(ctx: Ctx, articleId: string, html: string): Promise<string> {
  const ids = picturesIn(html);
  if (ids.length === 0) return html;
  const files = await ctx.tx.selectFrom('article_files').selectAll().where('id', 'in', ids).execute();
  const places = new Map<string, string>();
  for (const file of files) {
    const id = file.article_id === null || file.article_id === articleId ? file.id : newId();
    if (file.article_id === null)
      await ctx.tx.updateTable('article_files').set({ article_id: articleId }).where('id', '=', file.id).execute();
    if (id !== file.id)
      await ctx.tx
        .insertInto('article_files')
        .values({ ...file, id, article_id: articleId, shown: false, created_at: ctx.now })
        .execute();
    places.set(file.id, id);
  }
  return html.replace(IMG, (whole: string, src: string) => {
    const id = places.get(PICTURE.exec(src)?.[1] ?? '');
    return id ? whole.replace(src, addressOf(id)) : '';
  });
}

/** From now on readers outside the desk see the pictures of this text, and no others of the article. */
export async function showPictures(ctx: Ctx, articleId: string, html: string): Promise<void> {
  await ctx.hot('show_pictures', 'update article_files set shown = id = any ($2::uuid[]) where article_id = $1', [
    articleId,
    picturesIn(html),
  ]);
}
