import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { NotificationPage } from '#shared/notification.ts';

/** What happened that concerns the reader, newest first. */
export async function myNotifications(
  ctx: Ctx,
  query: { limit?: number; cursor?: string; unread?: boolean },
): Promise<NotificationPage> {
  const limit = query.limit ?? 50;
  const [at, id] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<NotificationPage['items'][number]>`
    select n.id, n.kind, n.text, t.key as "ticketKey", n.article_id as "articleId", n.connector_id as "connectorId", n.improvement_id as "improvementId",
      n.contract_id as "contractId", n.project_id as "projectId", q.id as "quoteId", n.own_page as "ownPage", n.created_at as "createdAt",
      n.read_at as "readAt"
    from notifications n left join tickets t on t.client_id = n.client_id and t.id = n.ticket_id
    left join articles a on a.id = n.article_id left join quotes q on q.client_id = n.client_id and q.id = n.quote_id
    where n.staff_id = ${ctx.scope.principalId} and (t.id is not null or a.id is not null or n.connector_id is not null or n.improvement_id is not null or n.contract_id is not null or n.project_id is not null or n.own_page is not null or q.id is not null) and (not ${query.unread ?? false}::boolean or n.read_at is null)
      and (${at}::timestamptz is null or (n.created_at, n.id) < (${at}::timestamptz, ${id}::uuid))
    order by n.created_at desc, n.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
}
