import type { Ctx } from '#platform/context/index.ts';

type Text = { title: string; body_text: string };

/** Writes the words by which a text of an article is found. */
export async function indexWords(ctx: Ctx, articleId: string, kind: 'published' | 'draft', text: Text): Promise<void> {
  await ctx.hot('index_article', 'select app.index_article($1, $2, $3, $4)', [
    articleId,
    kind,
    text.title,
    text.body_text,
  ]);
}

export async function forgetWords(ctx: Ctx, articleId: string, kind: 'published' | 'draft'): Promise<void> {
  await ctx.hot('forget_article', 'select app.forget_article($1, $2)', [articleId, kind]);
}
