import { Fault, invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { changeFulfilment, finishTask, planFulfilment, tasksOf } from '#server/practices/fulfilment/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { ChangeTask, ModelTask, PlanTasks } from '#shared/change.ts';
import type { FinishTask } from '#shared/request.ts';
import { noteOwners, takesPart } from './excluded.ts';
import { lockChange, writeChange } from './rows.ts';
import { tell } from './tell.ts';
import { voidAuthorisation } from './void.ts';

const ORDERED = 'select id from fulfilment_tasks where client_id = $1 and ticket_id = $2 order by position';
const WINDOWS = `
insert into change_task_windows (client_id, task_id, change_id, start_minutes, minutes)
select $1, w.task_id, $2, w.start_minutes, w.minutes
from unnest($3::uuid[], $4::int[], $5::int[]) w (task_id, start_minutes, minutes)`;

/** Writes the tasks of a new change, as its model says. */
export async function planModelTasks(ctx: Ctx, ticket: TicketRecord, tasks: readonly ModelTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await planFulfilment(ctx, ticket, planned(tasks));
  await writeWindows(ctx, ticket, tasks);
}

const planned = (tasks: readonly ModelTask[]) =>
  tasks.map(({ title, teamId, staffId, after }) => ({
    ...{ title, teamId, staffId, olaMinutes: null },
    after: after.map((key) => tasks.findIndex((one) => one.key === key)),
  }));

async function writeWindows(ctx: Ctx, ticket: TicketRecord, tasks: readonly ModelTask[]): Promise<void> {
  const rows = await ctx.hot<{ id: string }>('change_tasks_ordered', ORDERED, [ticket.client_id, ticket.id]);
  const windows = tasks.flatMap(({ startMinutes, minutes }, at) =>
    startMinutes === null || minutes === null ? [] : [{ id: rows[at]?.id, startMinutes, minutes }],
  );
  if (windows.length === 0) return;
  await ctx.hot('change_task_windows_write', WINDOWS, [
    ...[ticket.client_id, ticket.id, windows.map(({ id }) => id)],
    ...[windows.map(({ startMinutes }) => startMinutes), windows.map(({ minutes }) => minutes)],
  ]);
}

/** Refuses tasks that cannot be meant: names twice, and what would come before itself. */
export function refuseTasks(tasks: readonly ModelTask[], path = 'tasks'): void {
  const keys = tasks.map(({ key }) => key);
  const faults = tasks.flatMap(({ key, after, startMinutes, minutes }, at) => [
    ...(keys.indexOf(key) < at ? [{ path: `${path}.${at}.key`, message: 'is the key of another task' }] : []),
    // Only of earlier ones, so that there is an order at all.
    ...(after.every((one) => keys.slice(0, at).includes(one))
      ? []
      : [{ path: `${path}.${at}.after`, message: 'must be tasks that stand before it' }]),
    ...((startMinutes === null) === (minutes === null)
      ? []
      : [{ path: `${path}.${at}.minutes`, message: 'a window has a beginning and a length' }]),
  ]);
  if (faults.length > 0) throw invalid(faults);
}

/** Puts other tasks in the place of those of a change that is still planned. Who authorised it authorised these, so that is void. */
export async function planTasks(ctx: Ctx, idOrKey: string, { version, tasks }: PlanTasks): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const before = await lockChange(ctx, ticket, version);
  if (!['draft', 'assess', 'authorise', 'expedite', 'scheduled'].includes(ticket.status))
    throw new Fault('conflict', `${ticket.key} is past its planning; its tasks stay as they were.`);
  if (before.type === 'standard')
    throw invalid([{ path: 'tasks', message: 'are those of the template; raise a normal change for anything else' }]);
  refuseTasks(tasks);
  await noteOwners(ctx, ticket);
  await changeFulfilment(ctx, ticket, planned(tasks));
  await writeWindows(ctx, ticket, tasks);
  const staff = actingStaff(ctx);
  const writers = staff === null ? before.writers : [...new Set([...before.writers, staff])];
  const change = await writeChange(ctx, before, { writers });
  await tell(ctx, ticket, 'edited', { text: 'the tasks' });
  await voidAuthorisation(ctx, ticket, change, 'its tasks have changed');
}

/** Says that a task is done or not needed, or takes that back; nobody does who decided about the change. */
export async function finishChangeTask(ctx: Ctx, idOrKey: string, taskId: string, input: FinishTask): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  await lockChange(ctx, ticket);
  await takesPart(ctx, ticket, actingStaff(ctx));
  await finishTask(ctx, ticket, taskId, input, await serviceCalendar(ctx, ticket.client_id));
}

const OF_CHANGE = `
select task_id as id, start_minutes as "startMinutes", minutes from change_task_windows where client_id = $1 and change_id = $2`;

/** The tasks of a change with their windows. */
export async function changeTasks(ctx: Ctx, ticket: TicketRecord): Promise<ChangeTask[]> {
  const windows = await ctx.hot<{ id: string; startMinutes: number; minutes: number }>(
    'change_task_windows',
    OF_CHANGE,
    [ticket.client_id, ticket.id],
  );
  return (await tasksOf(ctx, ticket)).map((task) => {
    const window = windows.find(({ id }) => id === task.id);
    return { ...task, startMinutes: window?.startMinutes ?? null, minutes: window?.minutes ?? null };
  });
}
