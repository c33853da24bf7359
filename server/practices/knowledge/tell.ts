import type { Ctx } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import type { ArticleRecord } from './rows.ts';

type Said = { changes?: Changes; number?: number };

/** Tells of an article. Where it is for one client it is that client's event; its texts are never part of it. */
export async function tell(ctx: Ctx, article: ArticleRecord, verb: string, said: Said = {}): Promise<string> {
  const clients =
    article.visibility === 'chosen' && article.client_count === 1
      ? await ctx.tx.selectFrom('article_clients').select('client_id').where('article_id', '=', article.id).execute()
      : [];
  return appendEvent(ctx, {
    clientId: clients[0]?.client_id ?? null,
    subjectType: 'article',
    subjectId: article.id,
    type: `article.${verb}`,
    data: { ...said },
  });
}
