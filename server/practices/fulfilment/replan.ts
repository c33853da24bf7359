import type { PlannedTask } from '#kernel/catalogue.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type OfTicket, planFulfilment } from './tasks.ts';

const HOLD = `
update fulfilment_tasks set state = 'planned', ready_at = null, due_at = null
where client_id = $1 and ticket_id = $2 and state in ('waiting', 'ready')`;

/** Stops work on the tasks of a ticket: what is not finished waits for its beginning again. */
export async function holdFulfilment(ctx: Ctx, ticket: OfTicket): Promise<void> {
  await ctx.hot('tasks_hold', HOLD, [ticket.client_id, ticket.id]);
}

const FINISHED = `
select 1 from fulfilment_tasks where client_id = $1 and ticket_id = $2 and state in ('done', 'skipped') limit 1`;
const FORGET = 'delete from fulfilment_tasks where client_id = $1 and ticket_id = $2';

/** Puts another plan in the place of one of which nothing is finished; nobody begins it yet. Throws `invalid` where something is. */
export async function changeFulfilment(ctx: Ctx, ticket: OfTicket, tasks: readonly PlannedTask[]): Promise<void> {
  const at = [ticket.client_id, ticket.id];
  if ((await ctx.hot('tasks_finished', FINISHED, at)).length > 0)
    throw invalid([
      { path: 'answers', message: 'would change the tasks, of which some are finished; open those again first' },
    ]);
  await ctx.hot('tasks_forget', FORGET, at);
  await planFulfilment(ctx, ticket, tasks);
}
