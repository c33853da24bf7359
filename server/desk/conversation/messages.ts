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
  quoted: boolean;
  call: MessageView['call'];
  created_at: string;
  merged_from_key: string | null;
  kept_for: string | null;
  attachments: MessageView['attachments'];
  mails: MessageView['mails'];
};

/** A mail that was taken and came back is the last that was heard of it. */
const MAIL_STATE = `case when o.bounced <> '' then 'bounced' when o.state = 'sent' then 'sent' when o.state = 'given_up' then 'failed'
      when o.state = 'failed' then 'trying' else 'waiting' end`;

const MESSAGES = `
select m.id, m.visibility, m.author_kind, m.author_id, m.author_name, m.body_html, m.source, m.created_at,
  case when m.call_minutes is not null then json_build_object('direction', m.call_direction, 'minutes', m.call_minutes) end as call,
  (m.source = 'email' and exists (select from message_quotes q where q.client_id = m.client_id and q.message_id = m.id)) as quoted,
  (select t.key from tickets t where t.client_id = m.client_id and t.id = m.merged_from_id) as merged_from_key,
  case when m.kept_for <> m.client_id then (select c.name from clients c where c.id = m.kept_for) end as kept_for,
  coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.created_at, f.id)
    from files f where f.client_id = m.client_id and f.subject_id = m.ticket_id and f.message_id = m.id), '[]') as attachments,
  coalesce((select json_agg(json_build_object('to', r.name, 'email', r.email, 'state', ${MAIL_STATE}, 'why',
      case when o.bounced <> '' then o.bounced when o.state in ('failed', 'given_up') then o.last_error else '' end,
      'at', to_char(o.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.name, o.id)
    from outgoing_mails o join contacts r on r.client_id = o.client_id and r.id = o.contact_id
    where o.client_id = m.client_id and o.said_id = m.id), '[]') as mails
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
    quoted: row.quoted,
    call: row.call,
    createdAt: row.created_at,
    mergedFromKey: row.merged_from_key,
    keptFor: row.kept_for,
    attachments: row.attachments,
    mails: row.mails,
  }));
}
