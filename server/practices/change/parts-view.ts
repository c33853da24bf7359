import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { approvalsOf, type Who } from '#server/practices/approval/index.ts';
import type { ChangePart } from '#shared/change.ts';
import type { Touches } from './parts-rows.ts';

const PARTS = `
select p.client_id, p.means, p.touches, p.version, s.title, json_build_object('id', k.id, 'name', k.name, 'code', k.code) as client,
  case when a.id is null then null else json_build_object('id', a.id, 'title', a.title, 'state', a.state) end as announcement
from change_parts p join ticket_spans s on s.client_id = p.client_id and s.whole_id = p.change_id
join clients k on k.id = p.client_id left join announcements a on a.id = p.announcement_id
where p.change_id = $1 and p.ended_at is null order by k.name_key, k.id limit 500`;
type Row = Pick<ChangePart, 'means' | 'version' | 'title' | 'client' | 'announcement'> & {
  client_id: string;
  touches: Touches;
};

/** What a change means for each client that it affects, of those in the reader's sight: at most 500. */
export async function viewParts(ctx: Ctx, ticket: TicketRecord, who: Who | null): Promise<ChangePart[]> {
  const rows = await ctx.hot<Row>('change_parts_view', PARTS, [ticket.id]);
  const parts: ChangePart[] = [];
  for (const { client_id, touches, ...row } of rows) {
    // Its own client decides about the change itself.
    const isOwn = client_id === ticket.client_id;
    const [approval] = isOwn ? [] : await approvalsOf(ctx, { client_id, id: ticket.id }, who);
    parts.push({ ...row, items: [...touches.items], services: [...touches.services], approval: approval ?? null });
  }
  return parts;
}
