import type { Ctx } from '#platform/context/index.ts';
import type { AgendaEntry } from '#shared/cab.ts';

export type DueRow = {
  client_id: string;
  change_id: string;
  why: AgendaEntry['why'];
};

/**
 * What waits for a board: changes with an open step that asks its team, emergencies to be decided about or looked at afterwards by it, and what failed and
 * was not reviewed, of changes that it was asked about before.
 */
const DUE = `
with asked as (
  select a.client_id, a.ticket_id, bool_or(a.state = 'pending' and s.state = 'open') as open
  from approvals a join approval_steps s on s.client_id = a.client_id and s.approval_id = a.id
  where (a.terms -> 'steps' -> s.position -> 'approvers') @> jsonb_build_array(jsonb_build_object('kind', 'team', 'id', $1::text))
  group by a.client_id, a.ticket_id)
select c.client_id, c.ticket_id as change_id,
  case when t.status = 'retrospective' then 'afterwards' when k.open then 'decide'
    when c.outcome in ('failed', 'backed_out') then 'failed' else 'afterwards' end as why
from asked k join changes c on c.client_id = k.client_id and c.ticket_id = k.ticket_id
join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
where k.open or (c.review_at is null and t.status_category = 'resolved'
  and (c.outcome in ('failed', 'backed_out') or c.type = 'emergency'))
limit 500`;

export const dueFor = (ctx: Ctx, teamId: string): Promise<DueRow[]> => ctx.hot<DueRow>('cab_due', DUE, [teamId]);
