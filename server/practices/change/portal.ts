import type { Ctx } from '#platform/context/index.ts';
import { callerOf } from '#server/practices/approval/index.ts';
import type { PlannedWork } from '#shared/change.ts';
import type { PartState } from '#shared/change-words.ts';
import type { Touches } from './parts-rows.ts';

const MOST = 200;
const DAY_MS = 86_400_000;
/** How long something is shown that is done or was called off. */
const PAST_DAYS = 30;

/** Where it is agreed, so that a client's people know of it. */
export const AGREED = ['scheduled', 'implement', 'retrospective', 'review', 'closed'];

/** What was last asked of a client's people about the part, or about a change of their own. `$2`: who reads; `$3`: who sees all of the company. */
const PLANNED = `
select s.whole_id as id, s.key, s.title, s.status, s.status_category, p.means, p.touches, p.from_at as "fromAt",
  case when s.status <> 'implement' or p.until_at > $5 then p.until_at end as "untilAt", p.outage,
  a.state as asked, s.brief ->> 'outcome' as outcome, exists (
    select from approval_voters v where v.client_id = a.client_id and v.approval_id = a.id and v.vote is null and v.contact_id = $2
      and a.state = 'pending') as "waitsForMe"
from change_parts p join ticket_spans s on s.client_id = p.client_id and s.whole_id = p.change_id
left join lateral (
  select a.* from approvals a where a.client_id = p.client_id and (a.whole_id = p.change_id or a.ticket_id = p.change_id)
    and a.state not in ('voided', 'dropped') and exists (
      select from approval_voters v where v.client_id = a.client_id and v.approval_id = a.id and v.contact_id is not null)
  order by a.created_at desc, a.id desc limit 1) a on true
where p.client_id = $1 and p.ended_at is null
  and ($3::boolean or exists (
    select from approval_voters v where v.client_id = a.client_id and v.approval_id = a.id and (v.contact_id = $2 or v.voted_by = $2)))
  and (s.status_category not in ('resolved', 'closed', 'cancelled') or s.updated_at >= $4)
  and (a.id is not null or s.status in (${AGREED.map((status) => `'${status}'`).join(', ')}))
order by p.from_at nulls last, s.key limit ${MOST}`;

type Row = Omit<PlannedWork, 'state' | 'items' | 'services'> & {
  status: string;
  status_category: string;
  outcome: string | null;
  touches: Touches;
};

/**
 * What is planned on what the caller's company has, for whoever looks after the company, and for those who were asked about it. A plan
 * is shown once it is agreed, or once their people are asked; of one that is under way longer than planned nobody says until when.
 */
export async function plannedWorkFor(ctx: Ctx): Promise<PlannedWork[]> {
  const since = new Date(Date.parse(ctx.now) - PAST_DAYS * DAY_MS).toISOString();
  const rows = await ctx.hot<Row>('planned_work_of', PLANNED, [
    ...[ctx.scope.clientIds[0], callerOf(ctx).id, ctx.scope.companyWide === true, since, ctx.now],
  ]);
  return rows.map(({ touches, status, status_category, outcome, ...row }) => ({
    ...row,
    ...{ items: [...touches.items], services: [...touches.services] },
    state: stateOf(status, status_category, outcome),
  }));
}

function stateOf(status: string, category: string, outcome: string | null): PartState {
  if (category === 'cancelled') return 'called_off';
  if (status === 'implement') return 'under_way';
  if (status === 'scheduled') return 'planned';
  if (outcome === 'failed' || outcome === 'backed_out') return 'taken_back';
  return ['retrospective', 'review', 'closed'].includes(status) ? 'done' : 'proposed';
}
