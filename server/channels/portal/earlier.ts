import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { PortalTicket } from '#shared/portal.ts';

type Row = { id: string; at: string; by: string; before: string | null; after: string | null };

const NOTES = `
select e.id, e.at, e.actor_name as by, e.data #>> '{changes,resolution_note,0}' as before, e.data #>> '{changes,resolution_note,1}' as after
from events e
where e.subject_id = $1 and e.client_id = $2 and e.type = 'ticket.moved' and e.visibility = 'public'
  and e.data -> 'changes' ? 'resolution_note'
order by e.at, e.id limit 200`;

/**
 * What the desk said it had done before the client answered that it was not solved, as messages of the conversation: the ticket
 * itself tells only how it stands now.
 */
export async function earlierResolutions(ctx: Ctx, ticket: TicketRecord): Promise<PortalTicket['conversation']> {
  const rows = await ctx.hot<Row>('portal_resolutions', NOTES, [ticket.id, ticket.client_id]);
  return rows.flatMap((ended, i) => {
    if (!ended.before || ended.after) return [];
    const told = rows.slice(0, i).findLast(({ after }) => after === ended.before);
    if (!told) return [];
    return [
      {
        id: told.id,
        author: { kind: 'desk' as const, name: personIn(told.by) },
        mine: false,
        body: `<p><strong>What was done</strong></p><p>${textToHtml(ended.before)}</p>`,
        createdAt: told.at,
        byMail: false,
        quoted: false,
        attachments: [],
      },
    ];
  });
}
