import type { PlannedTask } from '#kernel/catalogue.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type OfTicket, planFulfilment } from './tasks.ts';

type Place = Pick<OfTicket, 'client_id' | 'id'>;

/** What is not finished, of these states, waits for its beginning again. */
async function planAgain(ctx: Ctx, ticket: Place, states: readonly string[]): Promise<void> {
  await ctx.tx
    .updateTable('fulfilment_tasks')
    .set({ state: 'planned', ready_at: null, due_at: null })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('state', 'in', states)
    .execute();
}

/** Lets the tasks of a ticket that had ended wait for their beginning again. */
export const replanFulfilment = (ctx: Ctx, ticket: Place): Promise<void> => planAgain(ctx, ticket, ['dropped']);

/** Stops work on the tasks of a ticket until it is let begin again. */
export const holdFulfilment = (ctx: Ctx, ticket: Place): Promise<void> => planAgain(ctx, ticket, ['waiting', 'ready']);

const STATES = 'select distinct state from fulfilment_tasks where client_id = $1 and ticket_id = $2';
const FORGET = 'delete from fulfilment_tasks where client_id = $1 and ticket_id = $2';

/**
 * Puts another plan in the place of one of which nothing is finished; nobody begins it yet. Throws `invalid` where something is.
 * @returns whether work on the former plan had begun
 */
export async function changeFulfilment(ctx: Ctx, ticket: OfTicket, tasks: readonly PlannedTask[]): Promise<boolean> {
  const at = [ticket.client_id, ticket.id];
  const states = (await ctx.hot<{ state: string }>('tasks_states', STATES, at)).map(({ state }) => state);
  if (states.includes('done') || states.includes('skipped'))
    throw invalid([
      { path: 'answers', message: 'would change the tasks, of which some are finished; open those again first' },
    ]);
  await ctx.hot('tasks_forget', FORGET, at);
  await planFulfilment(ctx, ticket, tasks);
  return states.includes('waiting') || states.includes('ready');
}
