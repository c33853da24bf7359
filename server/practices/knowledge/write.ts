import type { Insertable } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { differences, type Tables, toColumns } from '#platform/database/index.ts';
import type { CreateArticle, UpdateArticle } from '#shared/knowledge.ts';
import { changeArticle } from './change.ts';
import { adoptPictures } from './pictures.ts';
import { checkReferences, refusePast } from './references.ts';
import { type ArticleRecord, draftOf, lockLiving } from './rows.ts';
import { putReaders } from './show.ts';
import { tell } from './tell.ts';
import { type ArticleText, checkedText } from './text.ts';
import { indexWords } from './words.ts';

/** Writes a new article, as a draft that nobody but staff reads. Returns its id. */
export async function createArticle(ctx: Ctx, input: CreateArticle): Promise<string> {
  const { title, body, visibility = 'internal', clientIds, ...about } = input;
  await checkReferences(ctx, about);
  refusePast(ctx, about.reviewOn);
  const text = checkedText(title, body);
  const row: Insertable<Tables['articles']> = {
    ...toColumns(about),
    id: newId(),
    owner_id: about.ownerId === undefined ? actingStaff(ctx) : about.ownerId,
    draft_state: 'draft',
    created_by: actingStaff(ctx),
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  const made = await ctx.tx.insertInto('articles').values(row).returningAll().executeTakeFirstOrThrow();
  await keepDraft(ctx, made, text);
  const article = await putReaders(ctx, made, visibility, clientIds);
  await tell(ctx, article, 'created');
  return article.id;
}

/**
 * Changes an article. What holds for all of its texts holds at once; another title or body makes or changes the draft, and what is
 * in force stays as it is until that is published.
 */
export async function updateArticle(ctx: Ctx, id: string, input: UpdateArticle): Promise<ArticleRecord> {
  const { version, title, body, ...about } = input;
  const article = await lockLiving(ctx, id, version);
  await checkReferences(ctx, about);
  const columns = toColumns(about);
  const changes = differences(article, columns);
  if ('review_on' in changes) refusePast(ctx, about.reviewOn);
  const before = await latestText(ctx, article);
  const text = checkedText(title ?? before.title, body ?? before.body_html);
  const rewritten = text.title !== before.title || text.body_html !== before.body_html;
  if (!rewritten && Object.keys(changes).length === 0) return article;
  if (rewritten) await keepDraft(ctx, article, text);
  const after = await changeArticle(ctx, article, {
    ...columns,
    ...(rewritten ? { draft_state: article.draft_state ?? 'draft' } : {}),
  });
  await tell(ctx, after, rewritten ? 'rewritten' : 'changed', { changes });
  return after;
}

/** The newest text: the draft, or what is in force. */
export async function latestText(ctx: Ctx, article: ArticleRecord): Promise<ArticleText> {
  const draft = await draftOf(ctx, article.id);
  if (draft) return draft;
  return ctx.tx
    .selectFrom('article_versions')
    .select(['title', 'body_html', 'body_text'])
    .where('article_id', '=', article.id)
    .where('number', '=', article.published_number ?? 0)
    .executeTakeFirstOrThrow();
}

/** Puts a text in the place of the draft; what a reviewer said about the one before is done with. */
export async function keepDraft(ctx: Ctx, article: Pick<ArticleRecord, 'id'>, text: ArticleText): Promise<void> {
  const kept = {
    title: text.title,
    body_html: await adoptPictures(ctx, article.id, text.body_html),
    body_text: text.body_text,
    updated_by: actingStaff(ctx),
    updated_by_name: ctx.actor.name,
    updated_at: ctx.now,
  };
  await ctx.tx
    .insertInto('article_drafts')
    .values({ article_id: article.id, ...kept })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(kept))
    .execute();
  await indexWords(ctx, article.id, 'draft', kept);
}
