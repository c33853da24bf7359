import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type {
  MilestoneView,
  PhaseView,
  ProjectOfTicket,
  ProjectQuery,
  ProjectRow,
  ProjectTask,
  ProjectView,
} from '#shared/project.ts';

const called = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`;

/** Today by the client's clock. */
const TODAY = (now: string) => sql`(${now}::timestamptz at time zone c.time_zone)::date`;

const ROW = (now: string) => sql`
  p.id, p.key, jsonb_build_object('id', c.id, 'name', c.name) as client, p.name, p.state, ${called('m')} as manager, p.charged, p.begins, p.ends,
  w.tasks, w.done as "tasksDone", w.minutes as "workedMinutes", p.budget_minutes as "budgetMinutes",
  p.state in ('active', 'on_hold') and (coalesce(p.ends < ${TODAY(now)}, false) or w.late) as late`;

const FROM = (now: string) => sql`
  from projects p join clients c on c.id = p.client_id left join staff m on m.id = p.manager_id
  cross join lateral (
    select count(*)::int as tasks, (count(*) filter (where not t.is_open))::int as done,
      coalesce(bool_or(t.is_open and k.ends < ${TODAY(now)}), false) as late, coalesce(sum(e.minutes), 0)::int as minutes
    from project_tasks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    left join lateral (select sum(e.minutes) as minutes from time_entries e
      where e.client_id = k.client_id and e.ticket_id = k.ticket_id) e on true
    where k.client_id = p.client_id and k.project_id = p.id) w`;

/** The projects that the reader sees: what is under way first, then by client and number. */
export async function listProjects(ctx: Ctx, { clientId, state, managerId }: ProjectQuery): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select ${ROW(ctx.now)} ${FROM(ctx.now)}
    where (${clientId ?? null}::uuid is null or p.client_id = ${clientId ?? null}::uuid)
      and (${state ?? null}::text is null or p.state = ${state ?? null})
      and (${managerId ?? null}::uuid is null or p.manager_id = ${managerId ?? null}::uuid)
    order by array_position(array['active', 'on_hold', 'draft', 'done', 'cancelled'], p.state), c.name_key, p.number limit 1000`.execute(
    ctx.tx,
  );
  return rows;
}

type Head = Omit<ProjectView, 'phases' | 'items' | 'milestones'> & { clientId: string };

/** A project with its phases, tasks and milestones; what it costs only for those who see contracts. `not_found` where the reader sees none. */
export async function viewProject(ctx: Ctx, id: string): Promise<ProjectView> {
  const { rows } = await sql<Head>`
    select ${ROW(ctx.now)}, p.client_id as "clientId", p.description, p.currency, ${called('o')} as contract,
      p.budget_amount as "budgetAmount", p.version
    ${FROM(ctx.now)} left join contracts o on o.client_id = p.client_id and o.id = p.contract_id where p.id = ${id}`.execute(
    ctx.tx,
  );
  const [head] = rows;
  if (!head) throw notFound('project');
  const { clientId, ...row } = head;
  const money = ctx.can('contract.read');
  return {
    ...row,
    ...(money ? {} : { budgetAmount: null, contract: null }),
    phases: await phasesOf(ctx, clientId, id),
    items: await tasksOf(ctx, clientId, id),
    milestones: await milestonesOf(ctx, clientId, id, money),
  };
}

/** The phases of a project in their order. */
async function phasesOf(ctx: Ctx, clientId: string, projectId: string): Promise<PhaseView[]> {
  const { rows } = await sql<PhaseView>`
    select id, name, position, version from project_phases
    where client_id = ${clientId} and project_id = ${projectId} order by position, id`.execute(ctx.tx);
  return rows;
}

/** The tasks of a project in their order, each with what holds it up. */
async function tasksOf(ctx: Ctx, clientId: string, projectId: string): Promise<ProjectTask[]> {
  const { rows } = await sql<ProjectTask>`
    select t.id, t.key, t.title, t.status, t.status_category as "statusCategory", t.is_open as "isOpen", ${called('s')} as assignee,
      p.phase_id as "phaseId", p.position, p.starts, p.ends, p.estimate_minutes as "estimateMinutes", p.shown, p.version,
      coalesce((select sum(e.minutes) from time_entries e where e.client_id = p.client_id and e.ticket_id = p.ticket_id), 0)::int as "workedMinutes",
      t.is_open and coalesce(p.ends < ${TODAY(ctx.now)}, false) as late, coalesce(b.after, '{}') as after,
      case when t.is_open then coalesce(b.blocking, '[]') else '[]' end as "blockedBy"
    from project_tasks p join clients c on c.id = p.client_id join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
    left join staff s on s.id = t.assignee_id
    left join lateral (
      select array_agg(d.after_id order by x.number) as after,
        jsonb_agg(jsonb_build_object('id', x.id, 'key', x.key, 'title', x.title) order by x.number) filter (where x.is_open) as blocking
      from project_dependencies d join tickets x on x.client_id = d.client_id and x.id = d.after_id
      where d.client_id = p.client_id and d.ticket_id = p.ticket_id) b on true
    where p.client_id = ${clientId} and p.project_id = ${projectId} order by p.position, t.number`.execute(ctx.tx);
  return rows;
}

/** Of which project a ticket is a task, with what is planned for it; null for one of none. `not_found` where the reader sees no such ticket. */
export async function projectOfTicket(ctx: Ctx, idOrKey: string): Promise<ProjectOfTicket['project']> {
  const ticket = await findTicket(ctx, idOrKey);
  const { rows } = await sql<{ id: string; key: string; name: string; phase: string | null }>`
    select j.id, j.key, j.name, f.name as phase from project_tasks p join projects j on j.client_id = p.client_id and j.id = p.project_id
    left join project_phases f on f.client_id = p.client_id and f.id = p.phase_id
    where p.client_id = ${ticket.client_id} and p.ticket_id = ${ticket.id}`.execute(ctx.tx);
  const [project] = rows;
  if (!project) return null;
  const task = (await tasksOf(ctx, ticket.client_id, project.id)).find(({ id }) => id === ticket.id);
  const { starts = null, ends = null, blockedBy = [], late = false } = task ?? {};
  return { ...project, starts, ends, blockedBy, late };
}

async function milestonesOf(ctx: Ctx, clientId: string, projectId: string, money: boolean): Promise<MilestoneView[]> {
  const { rows } = await sql<MilestoneView>`
    select m.id, m.name, m.due, m.amount, m.shown, m.reached_on as "reachedOn", s.name as "reachedBy", m.version,
      case when m.charge_id is not null then jsonb_build_object('id', m.charge_id, 'invoice',
        case when i.id is not null then jsonb_build_object('id', i.id, 'number', i.number) end) end as charge
    from project_milestones m left join staff s on s.id = m.reached_by
    left join charges_billed b on b.client_id = m.client_id and b.charge_id = m.charge_id
    left join invoices i on i.client_id = b.client_id and i.id = b.invoice_id
    where m.client_id = ${clientId} and m.project_id = ${projectId} order by m.due nulls last, m.created_at, m.id`.execute(
    ctx.tx,
  );
  return money ? rows : rows.map((row) => ({ ...row, amount: null, charge: null }));
}
