import type { Ctx } from '#platform/context/index.ts';
import type { MessageView } from '#shared/ticket.ts';

const MAX_MESSAGES = 2_000;

type Row = {
  id: string;
  visibility: 'public' | 'internal';
  author_kind: MessageView['author']['kind'];
  author_id: string | null;
  author_name: string;
  body_html: string;
  source: string;
  created_at: string;
  merged_from_key: string | null;
  kept_for: string | null;
  attachments: MessageView['attachments'];
};

const MESSAGES = `
select m.id, m.visibility, m.author_kind, m.author_id, m.author_name, m.body_html, m.source, m.created_at,
  (select t.key from tickets t where t.client_id = m.client_id and t.id = m.merged_from_id) as merged_from_key,
  case when m.kept_for <> m.client_id then (select c.name from clients c where c.id = m.kept_for) end as kept_for,
  coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.created_at, f.id)
    from files f where f.client_id = m.client_id and f.subject_id = m.ticket_id and f.message_id = m.id), '[]') as attachments
from messages m where m.client_id = $1 and m.ticket_id = $2 and not m.is_report
order by m.created_at desc, m.id desc limit ${MAX_MESSAGES}`;

/** The conversation of a ticket without what became its report, oldest first, the latest of very many; a contact sees the public part only (the policy sees to it). */
export async function messagesOf(ctx: Ctx, clientId: string, ticketId: string): Promise<MessageView[]> {
  const rows = await ctx.hot<Row>('messages_of', MESSAGES, [clientId, ticketId]);
  return rows.reverse().map((row) => ({
    id: row.id,
    visibility: row.visibility,
    author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
    body: row.body_html,
    source: row.source,
    createdAt: row.created_at,
    mergedFromKey: row.merged_from_key,
    keptFor: row.kept_for,
    attachments: row.attachments,
  }));
}
