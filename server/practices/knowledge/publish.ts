import { Fault, invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import type { PublishArticle } from '#shared/knowledge.ts';
import { changeArticle } from './change.ts';
import { showPictures } from './pictures.ts';
import { versionText } from './query-versions.ts';
import { requireReach } from './reach.ts';
import { refusePast } from './references.ts';
import { type ArticleRecord, draftOf, lockArticle, lockLiving } from './rows.ts';
import { tell } from './tell.ts';
import { forgetWords, indexWords } from './words.ts';
import { keepDraft } from './write.ts';

/** Puts the draft in force as the next version, for those whom the article is for. */
export async function publishArticle(ctx: Ctx, id: string, input: PublishArticle): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, input.version);
  refusePast(ctx, input.reviewOn);
  const draft = await draftOf(ctx, id);
  if (!draft) throw new Fault('invalid', 'There is no draft to publish.');
  await requireReach(ctx, article);
  const clients = await ctx.tx.selectFrom('article_clients').select('client_id').where('article_id', '=', id).execute();
  const number = article.last_number + 1;
  const after = await changeArticle(ctx, article, {
    last_number: number,
    published_number: number,
    published_at: ctx.now,
    draft_state: null,
    ...(input.reviewOn === undefined ? {} : { review_on: input.reviewOn }),
  });
  await ctx.tx
    .insertInto('article_versions')
    .values({
      article_id: id,
      number,
      title: draft.title,
      body_html: draft.body_html,
      body_text: draft.body_text,
      visibility: article.visibility,
      client_ids: clients.map(({ client_id }) => client_id),
      note: input.note?.trim() ?? '',
      published_by: actingStaff(ctx),
      published_by_name: ctx.actor.name,
      published_at: ctx.now,
    })
    .execute();
  await ctx.tx.deleteFrom('article_drafts').where('article_id', '=', id).execute();
  await indexWords(ctx, id, 'published', draft);
  await forgetWords(ctx, id, 'draft');
  await showPictures(ctx, id, draft.body_html);
  await tell(ctx, after, 'published', { number });
  return after;
}

/** Brings a retired article back as it was. */
export async function restoreArticle(ctx: Ctx, id: string, { version }: { version: number }): Promise<ArticleRecord> {
  const article = await lockArticle(ctx, id, version);
  if (article.retired_at === null) throw new Fault('invalid', 'It is not retired.');
  await requireReach(ctx, article);
  const after = await changeArticle(ctx, article, { retired_at: null });
  await tell(ctx, after, 'restored');
  return after;
}

/** Makes the text of an earlier version the draft, so that it can be published again; a draft that is there must be gone first. */
export async function redraftArticle(
  ctx: Ctx,
  id: string,
  { version, number }: { version: number; number: number },
): Promise<ArticleRecord> {
  const article = await lockLiving(ctx, id, version);
  if (article.draft_state !== null)
    throw invalid([
      { path: 'number', message: 'cannot take the place of the draft that is there; throw that away first' },
    ]);
  await keepDraft(ctx, article, await versionText(ctx, id, number));
  const after = await changeArticle(ctx, article, { draft_state: 'draft' });
  await tell(ctx, after, 'redrafted', { number });
  return after;
}
