import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { PlannedTask } from '#kernel/project.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ProjectRecord } from './rows.ts';

/** A task as it is planned, with what people read of it. */
export type PlanRow = PlannedTask & {
  readonly key: string;
  readonly title: string;
  readonly phase_id: string | null;
  readonly position: number;
  readonly estimate_minutes: number | null;
  readonly shown: boolean;
  readonly version: number;
};

/** Every task of a project, in its order. Whoever changes the plan has the project locked. */
export async function planOf(ctx: Ctx, { client_id, id }: Pick<ProjectRecord, 'client_id' | 'id'>): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select p.ticket_id as id, t.key, t.title, t.is_open as "isOpen", p.phase_id, p.position, p.starts, p.ends, p.estimate_minutes, p.shown, p.version,
      coalesce((select array_agg(d.after_id order by d.after_id) from project_dependencies d
        where d.client_id = p.client_id and d.ticket_id = p.ticket_id), '{}') as after
    from project_tasks p join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
    where p.client_id = ${client_id} and p.project_id = ${id} order by p.position, t.number`.execute(ctx.tx);
  return rows;
}

/** One of the tasks of a project; `not_found` where it is none of it. */
export function taskOf(plan: readonly PlanRow[], ticketId: string): PlanRow {
  const task = plan.find(({ id }) => id === ticketId.toLowerCase());
  if (!task) throw notFound('task');
  return task;
}

/** Writes columns of what is planned for a task. */
export async function writePlan(
  ctx: Ctx,
  { client_id }: ProjectRecord,
  ticketId: string,
  columns: Record<string, unknown>,
): Promise<void> {
  const set = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const all = [...set, sql`version = version + 1`, sql`updated_at = ${ctx.now}`];
  await sql`update project_tasks set ${sql.join(all)} where client_id = ${client_id} and ticket_id = ${ticketId}`.execute(
    ctx.tx,
  );
}

/** Tells on the ticket what the project did with it. */
export const tell = (
  ctx: Ctx,
  project: ProjectRecord,
  ticketId: string,
  verb: 'project_joined' | 'project_planned' | 'project_left',
  data: Record<string, unknown>,
) =>
  appendEvent(ctx, {
    ...{ clientId: project.client_id, subjectType: 'ticket', subjectId: ticketId, type: `ticket.${verb}` },
    data,
  });
