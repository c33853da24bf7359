import { nextOfChange, withoutCounts } from '#kernel/change.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { approvalsOf, type Who } from '#server/practices/approval/index.ts';
import type { ChangeView } from '#shared/change.ts';
import { PLANS } from '#shared/change-words.ts';
import { missingOf } from './guards.ts';
import { viewParts } from './parts-view.ts';
import { type ChangeRow, changeOf, type ModelRow, modelOf } from './rows.ts';
import { changeTasks } from './tasks.ts';

type Around = Pick<ChangeView, 'client' | 'items' | 'services' | 'problem' | 'overrides'> & { reviewer: string | null };

/** Everything around a change, in one trip. What belongs to clients out of the reader's sight is not among it. */
const AROUND = `
select (select json_build_object('id', k.id, 'name', k.name, 'code', k.code, 'timeZone', k.time_zone) from clients k where k.id = $1) as client,
  (select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name, 'className', s.name,
      'client', json_build_object('id', k.id, 'name', k.name)) order by k.name, i.name_key, i.id), '[]')
    from (select distinct l.client_id, coalesce(i.merged_into, i.id) as id from change_items l
      join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
      where l.change_client_id = $1 and l.change_id = $2) l
    join configuration_items i on i.client_id = l.client_id and i.id = l.id
    join ci_classes s on s.key = i.class_key join clients k on k.id = i.client_id) as items,
  (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name) order by v.name, v.id), '[]')
    from change_services l join services v on v.id = l.service_id where l.client_id = $1 and l.change_id = $2) as services,
  (select json_build_object('id', p.id, 'key', p.key, 'title', p.title) from tickets p where p.client_id = $3 and p.id = $4) as problem,
  (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'against', o.against, 'reason', o.reason, 'at', o.at,
      'by', s.name, 'over', o.ended_at is not null) order by o.at, o.id), '[]')
    from change_overrides o left join staff s on s.id = o.staff_id where o.client_id = $1 and o.change_id = $2) as overrides,
  (select s.name from staff s where s.id = $5) as reviewer`;

/** A change as the desk reads it. */
export async function viewChange(ctx: Ctx, idOrKey: string, who: Who | null = null): Promise<ChangeView> {
  const ticket = await findTicket(ctx, idOrKey);
  const change = await changeOf(ctx, ticket);
  const [around] = await ctx.hot<Around>('change_around', AROUND, [
    ...[ticket.client_id, ticket.id, change.problem_client_id, change.problem_id, change.review_by],
  ]);
  if (!around) throw new Error(`The change ${ticket.key} vanished while it was read`);
  const missing = await missingOf(ctx, ticket, { to: '' });
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  return {
    ...present(ticket, { ...change, risk_why: whyFor(ctx, change) }, await modelOf(ctx, change.model_id)),
    isProviders: await isProvider(ctx, ticket.client_id),
    ...{ client: around.client, items: around.items, services: around.services, problem: around.problem },
    overrides: around.overrides.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    review: { text: change.review, at: change.review_at, by: around.reviewer, dueAt: change.review_due_at },
    tasks: await changeTasks(ctx, ticket),
    approvals: await approvalsOf(ctx, ticket, who),
    parts: await viewParts(ctx, ticket, who),
    missing: Object.entries(missing).map(([guard, message]) => ({ guard, message })),
    next: nextOfChange(lifecycle, ticket.status, missing),
  };
}

/** The points of the risk for the reader; how changes went is counted over the whole firm. */
const whyFor = (ctx: Ctx, { risk_why: why }: ChangeRow) => (ctx.scope.allClients ? why : withoutCounts(why));

function present(ticket: TicketRecord, change: ChangeRow, model: ModelRow) {
  const { risk_level: level, risk_score: score } = change;
  return {
    ...{ ticketId: ticket.id, key: ticket.key, title: ticket.title, status: ticket.status },
    statusCategory: ticket.status_category as ChangeView['statusCategory'],
    type: change.type,
    model: {
      ...{ id: model.id, key: model.key, name: model.name, state: model.state, stateWhy: model.state_why },
      ...{ requiredPlans: model.required_plans, questions: model.questions },
    },
    reason: change.reason,
    plans: Object.fromEntries(PLANS.map((plan) => [plan, change.plans[plan] ?? ''])) as ChangeView['plans'],
    ...{ plannedStart: change.planned_start, plannedEnd: change.planned_end },
    ...{ actualStart: change.actual_start, actualEnd: change.actual_end },
    answers: change.answers,
    risk: level === null || score === null ? null : { level, score, why: change.risk_why },
    outage: change.outage,
    cost:
      change.cost_minor === null || change.currency === null
        ? null
        : { minor: change.cost_minor, currency: change.currency },
    ...{ toldTitle: change.told_title, consent: change.consent },
    ...{ authorisedAt: change.authorised_at, authorisedWhy: change.authorised_why, afterwards: change.afterwards },
    outcome: change.outcome,
    version: change.version,
  };
}
