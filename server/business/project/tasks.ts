import { sql } from 'kysely';
import { Fault, type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { circleIn } from '#kernel/project.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences, toColumns } from '#platform/database/index.ts';
import { createTicket, findTicket } from '#server/desk/ticket/index.ts';
import type { AddTask, SaveTask } from '#shared/project.ts';
import { applyPushes, pushesOf } from './push.ts';
import { lockPlan, type ProjectRecord } from './rows.ts';
import { type PlanRow, planOf, taskOf, tell, writePlan } from './task-rows.ts';

const MOST = 500;

/**
 * Adds a task to a project: a new ticket of that kind for the project’s client, or one of its that is there already. `invalid` by field for a
 * ticket of another client or kind, one that is in a project, a phase or task of another project, and days that do not follow each other. Returns
 * the id of the ticket.
 */
export async function addTask(ctx: Ctx, projectId: string, input: AddTask): Promise<string> {
  const project = await lockPlan(ctx, projectId);
  return addTaskTo(ctx, project, input);
}

/** The same to a project that is locked already. */
export async function addTaskTo(ctx: Ctx, project: ProjectRecord, input: AddTask): Promise<string> {
  const plan = await planOf(ctx, project);
  if (plan.length >= MOST) throw new Fault('conflict', `A project has at most ${MOST} tasks.`);
  await refuse(ctx, project, plan, input);
  const ticket = await ticketFor(ctx, project, input);
  const { phaseId = null, starts = null, ends = null, estimateMinutes = null, shown = false, after = [] } = input;
  const position = input.position ?? Math.min(100_000, (plan.at(-1)?.position ?? 0) + 10);
  await sql`
    insert into project_tasks (client_id, ticket_id, project_id, phase_id, position, starts, ends, estimate_minutes, shown, created_at, updated_at)
    values (${project.client_id}, ${ticket.id}, ${project.id}, ${phaseId}, ${position}, ${starts}, ${ends}, ${estimateMinutes}, ${shown}, ${ctx.now}, ${ctx.now})`.execute(
    ctx.tx,
  );
  await writeAfter(ctx, project, ticket.id, after);
  await tell(ctx, project, ticket.id, 'project_joined', { text: `${project.key} ${project.name}` });
  return ticket.id;
}

async function ticketFor(
  ctx: Ctx,
  project: ProjectRecord,
  { ticketId, title, description, assigneeId, teamId }: AddTask,
): Promise<{ id: string }> {
  if ((ticketId === undefined) === (title === undefined))
    throw invalid([{ path: 'title', message: 'or ticketId must be given, one of them' }]);
  if (title !== undefined)
    return createTicket(
      ctx,
      {
        ...{ kind: 'task', clientId: project.client_id, title, requesterId: null },
        ...(description === undefined ? {} : { description }),
        ...(assigneeId === undefined ? {} : { assigneeId }),
        ...(teamId === undefined ? {} : { teamId }),
      },
      { incomplete: true },
    );
  const ticket = await findTicket(ctx, ticketId ?? '', { lock: true });
  const refuseTicket = (message: string) => invalid([{ path: 'ticketId', message }]);
  if (ticket.client_id !== project.client_id) throw refuseTicket('is a ticket of another client');
  if (ticket.kind !== 'task') throw refuseTicket('is not a task');
  const { rows } = await sql<{ key: string }>`
    select j.key from project_tasks p join projects j on j.client_id = p.client_id and j.id = p.project_id
    where p.client_id = ${ticket.client_id} and p.ticket_id = ${ticket.id}`.execute(ctx.tx);
  if (rows[0]) throw refuseTicket(`is a task of ${rows[0].key} already`);
  return ticket;
}

/** Changes what is planned for a task at the version the writer saw, and with `push` that of the tasks which it pushes. */
export async function saveTask(ctx: Ctx, projectId: string, ticketId: string, input: SaveTask): Promise<void> {
  const project = await lockPlan(ctx, projectId);
  const plan = await planOf(ctx, project);
  const before = taskOf(plan, ticketId);
  const { version, after, push, ...fields } = input;
  if (before.version !== version) throw staleVersion('task', before.version);
  await refuse(ctx, project, plan, input, before);
  const columns = toColumns(fields);
  const sorted = after?.toSorted();
  const changes = { ...differences(before, columns), ...(sorted ? differences(before, { after: sorted }) : {}) };
  if (Object.keys(changes).length === 0) return;
  if (after) await writeAfter(ctx, project, before.id, after);
  await writePlan(ctx, project, before.id, columns);
  await tell(ctx, project, before.id, 'project_planned', { text: project.key, planned: changes });
  const moved = { ...before, ...fields };
  if (!push || !moved.starts || !moved.ends) return;
  const now = await planOf(ctx, project);
  await applyPushes(
    ctx,
    project,
    await pushesOf(ctx, project, now, { id: before.id, starts: moved.starts, ends: moved.ends }),
  );
}

/** Takes a task out of a project; the ticket stays. What came after it waits for it no more. */
export async function removeTask(ctx: Ctx, projectId: string, ticketId: string): Promise<void> {
  const project = await lockPlan(ctx, projectId);
  const task = taskOf(await planOf(ctx, project), ticketId);
  await sql`delete from project_tasks where client_id = ${project.client_id} and ticket_id = ${task.id}`.execute(
    ctx.tx,
  );
  await tell(ctx, project, task.id, 'project_left', { text: `${project.key} ${project.name}` });
}

/** Writes which tasks one comes after, instead of those before. */
export async function writeAfter(
  ctx: Ctx,
  project: ProjectRecord,
  ticketId: string,
  after: readonly string[],
): Promise<void> {
  await sql`delete from project_dependencies where client_id = ${project.client_id} and ticket_id = ${ticketId}`.execute(
    ctx.tx,
  );
  await sql`
    insert into project_dependencies (client_id, project_id, ticket_id, after_id)
    select ${project.client_id}, ${project.id}, ${ticketId}, id from unnest(${after}::uuid[]) as a (id)`.execute(
    ctx.tx,
  );
}

async function refuse(
  ctx: Ctx,
  project: ProjectRecord,
  plan: readonly PlanRow[],
  input: Pick<AddTask, 'phaseId' | 'starts' | 'ends' | 'after'>,
  before?: PlanRow,
): Promise<void> {
  const starts = input.starts === undefined ? (before?.starts ?? null) : input.starts;
  const ends = input.ends === undefined ? (before?.ends ?? null) : input.ends;
  const faults: FieldError[] = [
    ...((starts === null) === (ends === null)
      ? []
      : [
          { path: starts === null ? 'starts' : 'ends', message: 'must be given as well: a task has both days or none' },
        ]),
    ...(starts !== null && ends !== null && ends < starts
      ? [{ path: 'ends', message: 'must not be before the task begins' }]
      : []),
    ...afterFaults(plan, input.after?.map((id) => id.toLowerCase()) ?? [], before),
  ];
  if (input.phaseId) {
    const { rows } = await sql`
      select from project_phases where client_id = ${project.client_id} and project_id = ${project.id} and id = ${input.phaseId}`.execute(
      ctx.tx,
    );
    if (rows.length === 0) faults.push({ path: 'phaseId', message: 'is not a phase of this project' });
  }
  if (faults.length > 0) throw invalid(faults);
}

function afterFaults(plan: readonly PlanRow[], after: readonly string[], before?: PlanRow): FieldError[] {
  const faults = after.flatMap((id, at) =>
    plan.some((one) => one.id === id) ? [] : [{ path: `after.${at}`, message: 'is not a task of this project' }],
  );
  if (faults.length > 0 || !before) return faults;
  if (after.includes(before.id)) return [{ path: 'after', message: `would let ${before.key} wait for itself` }];
  const circle = circleIn(plan.map((one) => (one.id === before.id ? { id: one.id, after } : one)));
  if (!circle) return [];
  const keys = circle.map((id) => plan.find((one) => one.id === id)?.key ?? '');
  return [{ path: 'after', message: `would make a circle: ${keys.join(' → ')}` }];
}
