import { addBusinessSeconds, type Calendar } from '#kernel/calendar.ts';
import { nextTasks, type PlannedTask } from '#kernel/catalogue.ts';
import { Fault, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { FinishTask, TaskView } from '#shared/request.ts';
import type { TicketKind } from '#shared/vocabulary.ts';

export type OfTicket = { readonly client_id: string; readonly id: string; readonly kind: string; readonly key: string };
type Row = {
  id: string;
  title: string;
  team_id: string | null;
  staff_id: string | null;
  after: string[];
  ola_minutes: number | null;
  state: string;
};
const STANDING = `
select id, title, team_id, staff_id, after, ola_minutes, state from fulfilment_tasks
where client_id = $1 and ticket_id = $2 order by position for update`;

/** Writes the tasks of a ticket, which nobody begins yet. */
export async function planFulfilment(ctx: Ctx, ticket: OfTicket, tasks: readonly PlannedTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const ids = tasks.map(() => newId());
  await ctx.tx
    .insertInto('fulfilment_tasks')
    .values(
      tasks.map((task, position) => ({
        client_id: ticket.client_id,
        id: ids[position] as string,
        ticket_id: ticket.id,
        position,
        title: task.title,
        team_id: task.teamId,
        staff_id: task.staffId,
        after: task.after.map((at) => ids[at] as string),
        ola_minutes: task.olaMinutes,
      })),
    )
    .execute();
}

/** Lets work on the tasks begin. The calendar is the client's: times are counted by it. */
export async function beginFulfilment(ctx: Ctx, ticket: OfTicket, calendar: Calendar): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('fulfilment_tasks')
    .set({ state: 'waiting' })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await readyNext(ctx, ticket, calendar);
}

/**
 * Says that a task is done or not needed, or takes that back. Those that waited for it become ready; with the last one the ticket's
 * practice follows.
 */
export async function finishTask(
  ctx: Ctx,
  ticket: OfTicket,
  taskId: string,
  { state, note = '' }: FinishTask,
  calendar: Calendar,
): Promise<void> {
  const rows = await ctx.hot<Row>('tasks_standing', STANDING, [ticket.client_id, ticket.id]);
  const task = rows.find(({ id }) => id === taskId);
  if (!task) throw notFound('task');
  if (task.state === state) return;
  const isFinished = task.state === 'done' || task.state === 'skipped';
  if (state === 'ready' ? !isFinished : task.state !== 'ready')
    throw new Fault('invalid', REFUSALS[task.state] ?? 'This task cannot be finished now.');
  if (
    state === 'ready' &&
    rows.some((one) => one.after.includes(taskId) && (one.state === 'done' || one.state === 'skipped'))
  )
    throw new Fault('invalid', 'A task that came after it is finished already; open that one first.');
  await ctx.tx
    .updateTable('fulfilment_tasks')
    .set(
      state === 'ready'
        ? { state, done_at: null, done_by: null }
        : { state, done_at: ctx.now, done_by: ctx.actor.name, note: note.trim() },
    )
    .where('client_id', '=', ticket.client_id)
    .where('id', '=', taskId)
    .execute();
  const type = state === 'done' ? 'task_done' : state === 'skipped' ? 'task_skipped' : 'task_reopened';
  await tell(ctx, ticket, type, { text: task.title, ...(note.trim() ? { reason: note.trim() } : {}) });
  if (state === 'ready') {
    await ctx.tx
      .updateTable('fulfilment_tasks')
      .set({ state: 'waiting', ready_at: null, due_at: null })
      .where('client_id', '=', ticket.client_id)
      .where('ticket_id', '=', ticket.id)
      .where('state', '=', 'ready')
      .where('after', '@>', [taskId] as never)
      .execute();
    return;
  }
  if ((await readyNext(ctx, ticket, calendar)) === 0) await followFulfilment(ctx, ticket);
}

const REFUSALS: Readonly<Record<string, string>> = {
  planned: 'Work on it has not begun; it waits for the approval.',
  waiting: 'It waits for a task that comes before it.',
  dropped: 'The request has ended.',
};

/** Opens what can begin now. Returns how many tasks are left. */
async function readyNext(ctx: Ctx, ticket: OfTicket, calendar: Calendar): Promise<number> {
  const rows = await ctx.hot<Row>('tasks_standing', STANDING, [ticket.client_id, ticket.id]);
  const next = new Set(nextTasks(rows));
  for (const row of rows.filter(({ id }) => next.has(id))) {
    const due =
      row.ola_minutes === null ? null : addBusinessSeconds(calendar, Date.parse(ctx.now), row.ola_minutes * 60);
    await ctx.tx
      .updateTable('fulfilment_tasks')
      .set({ state: 'ready', ready_at: ctx.now, due_at: due === null ? null : new Date(due).toISOString() })
      .where('client_id', '=', ticket.client_id)
      .where('id', '=', row.id)
      .execute();
    if (row.staff_id)
      await notify(ctx, ticket, [row.staff_id], 'task_ready', `${ticket.key}: you can begin “${row.title}”`);
  }
  return rows.filter(({ state }) => state === 'waiting' || state === 'ready').length;
}

type Handler = (ctx: Ctx, ticket: OfTicket) => Promise<void>;
const handlers = new Map<string, Handler>();

/** What a practice does when the last task of its kind of ticket is finished. */
export function whenFulfilled(kind: TicketKind, handler: Handler): void {
  handlers.set(kind, handler);
}

async function followFulfilment(ctx: Ctx, ticket: OfTicket): Promise<void> {
  await handlers.get(ticket.kind)?.({ ...ctx, actor: { kind: 'system', id: null, name: 'Fulfilment' } }, ticket);
}

/** Lets the tasks rest of a ticket that has ended before they were done. */
export async function followTasks(
  ctx: Ctx,
  before: { kind: string; is_open: boolean | null },
  ticket: { client_id: string; id: string; status_category: string },
): Promise<void> {
  if ((before.kind !== 'request' && before.kind !== 'change') || ticket.status_category !== 'cancelled') return;
  await ctx.tx
    .updateTable('fulfilment_tasks')
    .set({ state: 'dropped' })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('state', 'in', ['planned', 'waiting', 'ready'])
    .execute();
}

const VIEW = `
select f.id, f.title, f.state, f.after, f.ola_minutes as "olaMinutes", f.ready_at as "readyAt", f.due_at as "dueAt", f.done_at as "doneAt",
  f.done_by as "doneBy", f.note, case when t.id is null then null else json_build_object('id', t.id, 'name', t.name) end as team,
  case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as person
from fulfilment_tasks f left join teams t on t.id = f.team_id left join staff s on s.id = f.staff_id
where f.client_id = $1 and f.ticket_id = $2 order by f.position`;

/** The tasks of a ticket, in their order. */
export const tasksOf = (ctx: Ctx, ticket: { client_id: string; id: string }): Promise<TaskView[]> =>
  ctx.hot<TaskView>('tasks_of', VIEW, [ticket.client_id, ticket.id]);

const COUNT = `
select count(*) filter (where state in ('done', 'skipped'))::int as done, count(*) filter (where state <> 'dropped')::int as "all"
from fulfilment_tasks where client_id = $1 and ticket_id = $2`;

/** How many tasks there are and how many are finished: all that the client's people are told. */
export async function countTasks(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
): Promise<{ done: number; all: number }> {
  const [row] = await ctx.hot<{ done: number; all: number }>('tasks_count', COUNT, [ticket.client_id, ticket.id]);
  return row ?? { done: 0, all: 0 };
}

async function tell(ctx: Ctx, ticket: OfTicket, type: string, data: Record<string, unknown>): Promise<void> {
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.${type}`,
    data,
  });
}
