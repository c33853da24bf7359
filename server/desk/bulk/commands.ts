import { Fault, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { BulkActions, BulkOutcome, StartBulk } from '#shared/bulk.ts';
import { ALL_PERMISSIONS } from '#shared/permissions.ts';
import { changeOne, refuseUnallowed } from './change-one.ts';
import { bulkRow } from './queries.ts';
import { BULK_JOB, setState, tell } from './state.ts';
import { tellGiven } from './summary.ts';
import { targetsOf } from './targets.ts';

/** Does a thing to tickets now, in the caller's transaction, and answers for each. */
export async function changeNow(ctx: Ctx, ids: readonly string[], actions: BulkActions): Promise<BulkOutcome[]> {
  refuseUnallowed(ctx, actions);
  const muted = { ...ctx, muted: true };
  const items: BulkOutcome[] = [];
  for (const id of [...ids].sort()) {
    const { eventIds, ...outcome } = await changeOne(muted, id, actions);
    items.push({ id, ...outcome, eventId: eventIds.at(-1) ?? null, eventIds });
  }
  if (actions.assign)
    await tellGiven(
      ctx,
      items.filter((item) => item.eventIds.length > 0).map(({ id }) => id),
    );
  return items;
}

const INSERT_ITEMS = `
insert into bulk_change_items (client_id, bulk_id, ticket_id, position)
select client_id, $1, ticket_id, position::int from unnest($2::uuid[], $3::uuid[]) with ordinality found (client_id, ticket_id, position)`;

/** Begins to do a thing to tickets in the background, as the caller. Returns its id. */
export async function startBulk(ctx: Ctx, input: StartBulk): Promise<string> {
  const staffId = ctx.scope.principalId;
  if (staffId === null || (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'key')) throw notFound('person');
  refuseUnallowed(ctx, input.actions);
  const places = await targetsOf(ctx, input);
  if (input.total !== undefined && input.total !== places.length)
    throw new Fault(
      'conflict',
      `These are ${places.length} tickets by now, not ${input.total}. Look again, then start.`,
    );
  const id = newId();
  const { allClients, clientIds } = ctx.scope;
  await ctx.tx
    .insertInto('bulk_changes')
    .values({
      id,
      staff_id: staffId,
      actor_kind: ctx.actor.kind,
      actor_name: ctx.actor.name,
      reach: JSON.stringify({ allClients, clientIds, permissions: ALL_PERMISSIONS.filter((one) => ctx.can(one)) }),
      filter: input.filter ? JSON.stringify(input.filter) : null,
      actions: JSON.stringify(input.actions),
      state: 'running',
      total: places.length,
      created_at: ctx.now,
    })
    .execute();
  await ctx.hot('bulk_items', INSERT_ITEMS, [id, places.map((one) => one.client_id), places.map((one) => one.id)]);
  const { actions, filter = null } = input;
  await tell(ctx, id, 'started', { total: places.length, actions, filter });
  await ctx.services.jobs.enqueue(ctx, BULK_JOB, { bulkId: id });
  return id;
}

/** Lets what is under way come to rest; what is done stays done. */
export async function stopBulk(ctx: Ctx, id: string): Promise<void> {
  const bulk = await bulkRow(ctx, id, { lock: true });
  if (bulk.state !== 'running') throw new Fault('conflict', `It is ${bulk.state} already.`);
  await setState(ctx, bulk.id, 'stopped');
  await tell(ctx, id, 'stopped');
}

/** Begins to take back what was done, ticket by ticket, wherever nothing newer stands in the way. */
export async function revertBulk(ctx: Ctx, id: string): Promise<void> {
  const bulk = await bulkRow(ctx, id, { lock: true });
  refuseUnallowed(ctx, bulk.actions);
  if (bulk.state === 'reverting' || bulk.state === 'reverted')
    throw new Fault('conflict', `It is ${bulk.state} already.`);
  await setState(ctx, bulk.id, 'reverting');
  await ctx.services.jobs.enqueue(ctx, BULK_JOB, { bulkId: id });
}
