import type { Ctx } from '#platform/context/index.ts';
import { mayDo } from '#platform/identity/index.ts';
import type { ArticleRecord } from './rows.ts';

/** Whose role lets them publish, and who sees all whom the article is for, as `requireReach` asks. */
const PUBLISHERS = `
select s.id from staff s, articles a
where a.id = $1 and s.active and ${mayDo('knowledge.publish')}
  and (s.all_clients or (a.visibility = 'chosen' and a.client_count = (
    select count(*) from article_clients c join staff_clients l on l.client_id = c.client_id and l.staff_id = s.id
    where c.article_id = a.id)))
order by s.id limit 200`;

/** The ids of those who may publish an article. */
export async function publishersOf(ctx: Ctx, { id }: ArticleRecord): Promise<string[]> {
  return (await ctx.hot<{ id: string }>('article_publishers', PUBLISHERS, [id])).map((row) => row.id);
}
