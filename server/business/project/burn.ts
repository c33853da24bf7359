import { sql } from 'kysely';
import { ratio, toMinor } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { worthOfWork } from '#server/business/billing/index.ts';
import { CURRENCY } from '#server/business/contract/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { ProjectBurn, ProjectView } from '#shared/project.ts';
import { levelOf } from './levels.ts';
import { viewProject } from './queries.ts';

/**
 * What of a project's budgets is used up and what it will come to, with the entries of work that say so. Hours for everybody who sees projects; what
 * work is worth for those who see contracts; what it cost for those who bill.
 */
export async function burnOf(ctx: Ctx, projectId: string): Promise<ProjectBurn> {
  const project = await viewProject(ctx, projectId);
  const tickets = new Map(project.items.map((task) => [task.id, task]));
  const { items, currency } = await worthOfWork(ctx, project.client.id, [...tickets.keys()]);
  // Work is priced in the client's own currency alone.
  const money = ctx.can('contract.read') && project.charged === 'time' && currency === project.currency;
  const hours = hoursOf(project);
  return {
    currency: project.currency,
    hours,
    money: money ? moneyOf(project, items, hours) : null,
    cost: ctx.can('billing.run') ? await costOf(ctx, project) : null,
    entries: items.map(({ ticketId, kind, amount, ...entry }) => ({
      ...entry,
      ticket: { key: tickets.get(ticketId)?.key ?? '', title: tickets.get(ticketId)?.title ?? '' },
      ...(money ? { kind, amount } : { kind: null, amount: null }),
    })),
  };
}

/** What open tasks still take is their estimate less what was worked on them; one without an estimate says nothing. */
function hoursOf({ items, workedMinutes, budgetMinutes }: ProjectView): ProjectBurn['hours'] {
  const open = items.filter(({ isOpen }) => isOpen);
  const left = open.reduce((sum, task) => sum + Math.max(0, (task.estimateMinutes ?? 0) - task.workedMinutes), 0);
  return {
    budget: budgetMinutes,
    worked: workedMinutes,
    left,
    forecast: workedMinutes + left,
    unestimated: open.filter(({ estimateMinutes }) => estimateMinutes === null).length,
    level: levelOf(workedMinutes, budgetMinutes),
  };
}

type Item = { readonly amount: number | null };

/** What is left is worth an hour what the work was worth an hour so far. */
function moneyOf(
  { budgetAmount }: ProjectView,
  items: readonly Item[],
  { worked, left }: ProjectBurn['hours'],
): ProjectBurn['money'] {
  const worth = items.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return {
    budget: budgetAmount,
    worth,
    forecast: worked === 0 ? null : worth + toMinor(ratio(worth).mul(left).div(worked), 0),
    unrated: items.filter(({ amount }) => amount === null).length,
    level: levelOf(worth, budgetAmount),
  };
}

/** What the work cost by what an hour of its people cost on the day, in the provider's currency: compared only where that is the project's. */
async function costOf(ctx: Ctx, project: ProjectView): Promise<ProjectBurn['cost']> {
  const { value } = await resolveSetting(ctx, CURRENCY, null);
  if (value.currency !== project.currency) return null;
  const scale = 10 ** minorDigits(project.currency);
  const { rows } = await sql<{ cost: number; uncosted: number }>`
    select coalesce(round(sum(e.minutes * k.per_hour) * ${scale}::int / 60), 0)::bigint as cost,
      coalesce(sum(e.minutes) filter (where k.per_hour is null), 0)::int as uncosted
    from project_tasks p
    join time_entries e on e.client_id = p.client_id and e.ticket_id = p.ticket_id
    left join lateral (select c.per_hour from staff_costs c where c.staff_id = e.staff_id and c.from_day <= (e.worked_at at time zone 'UTC')::date
      order by c.from_day desc limit 1) k on true
    where p.client_id = ${project.client.id} and p.project_id = ${project.id}`.execute(ctx.tx);
  const { cost = 0, uncosted = 0 } = rows[0] ?? {};
  return { price: project.charged === 'fixed' ? project.budgetAmount : null, cost, uncosted };
}
