import { Fault } from '#kernel/errors.ts';
import type { ThresholdAction } from '#kernel/service-level.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { Passed } from '#server/practices/service-level/index.ts';
import { DOING } from './actions.ts';

/**
 * Does what a policy says about the thresholds that a clock has passed, in the transaction that notes them. An action that fails
 * is taken back alone, and the ticket's timeline says why; the others are done.
 */
export async function actOn(ctx: Ctx, passed: Passed): Promise<void> {
  for (const { actions } of passed.thresholds)
    for (const action of actions) {
      const tried = await attempt(ctx, () => doOne(ctx, passed, action));
      if ('failed' in tried) await tellFailed(ctx, passed, action, tried.failed);
    }
}

function doOne<A extends ThresholdAction>(ctx: Ctx, passed: Passed, action: A): Promise<void> {
  const doing = DOING[action.type] as (ctx: Ctx, passed: Passed, action: A) => Promise<void>;
  return doing(ctx, passed, action);
}

async function tellFailed(ctx: Ctx, { ticket, name }: Passed, action: ThresholdAction, error: unknown): Promise<void> {
  const { type } = action;
  if (!(error instanceof Fault))
    ctx.services.log.error({ err: error, ticket: ticket.key, action: type }, 'action failed');
  const why = error instanceof Fault ? await whyNot(ctx, action, error) : 'an unexpected error, which the log has';
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.sla_action_failed',
    data: { text: `${type.replace('_', ' ')} for the ${name} target: ${why}` },
  });
}

/** Why an action is refused, with whom it names by their names. */
async function whyNot(ctx: Ctx, action: ThresholdAction, { errors, message }: Fault): Promise<string> {
  if (action.type !== 'reassign' || errors.length === 0) return message;
  const said: string[] = [];
  for (const { path, message: fault } of errors) {
    const [table, id] =
      path === 'teamId' ? (['teams', action.teamId] as const) : (['staff', action.assigneeId] as const);
    const named = id && (await ctx.tx.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst());
    said.push(`${named ? named.name : path} ${fault}`);
  }
  return said.join('; ');
}
