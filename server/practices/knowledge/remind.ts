import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { notifyOfArticle } from '#server/desk/notification/index.ts';
import { today } from './query-rows.ts';

const REMINDER = systemIdentity('Knowledge');
/** So many at a time; the rest has its turn at the next look. */
const MOST = 500;

/** What is in force, has an owner and was to be looked through before today, and of which the owner has not been told since. */
const DUE = `
select a.id, a.owner_id, v.title from articles a
join article_versions v on v.article_id = a.id and v.number = a.published_number
join staff s on s.id = a.owner_id and s.active
where a.state = 'published' and a.review_on < $1::date and not exists (
  select from notifications n where n.article_id = a.id and n.staff_id = a.owner_id and n.kind = 'article_review'
    and n.created_at >= a.review_on)
order by a.review_on desc, a.id limit $2 for update of a skip locked`;

/** Tells owners, once each, which of their articles are to be looked through. */
export function remindOwners(services: Services): Promise<void> {
  return withContext(services, REMINDER, async (ctx) => {
    const due = await ctx.hot<{ id: string; owner_id: string; title: string }>('article_due', DUE, [today(ctx), MOST]);
    for (const { id, owner_id, title } of due)
      await notifyOfArticle(ctx, id, [owner_id], 'article_review', `“${title}” is due to be looked through`);
  });
}
