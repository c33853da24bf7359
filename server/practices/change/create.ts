import { invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { createTicket, findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { CreateChange } from '#shared/change.ts';
import { columnsOf } from './columns.ts';
import { assess } from './risk.ts';
import { builtInModel, lockChange, type ModelRow, modelOf, writeChange } from './rows.ts';
import { writeItems, writeServices } from './touches.ts';

/** The facts of a change for a ticket of that kind, by whichever way it was logged: a normal one until something else is said. */
export async function beginChange(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const model = await builtInModel(ctx, ticket.lifecycle === 'change.emergency' ? 'emergency' : 'normal');
  const staff = actingStaff(ctx);
  await ctx.tx
    .insertInto('changes')
    .values({
      client_id: ticket.client_id,
      ticket_id: ticket.id,
      ...{ model_id: model.id, type: model.type, writers: staff === null ? [] : [staff] },
      ...{ created_at: ctx.now, updated_at: ctx.now },
    })
    .execute();
}

/** Raises a change: the ticket and what it plans, by a model; of a standard one, what its template says. */
export async function createChange(ctx: Ctx, input: CreateChange): Promise<TicketRecord> {
  const {
    modelId,
    reason,
    plans,
    plannedStart,
    plannedEnd,
    answers,
    outage,
    cost,
    itemIds,
    serviceIds,
    problem,
    ...ticketInput
  } = input;
  const model = modelId === undefined ? await builtInModel(ctx, 'normal') : await modelOf(ctx, modelId);
  refuseModel(model);
  const ticket = await createTicket(ctx, { ...ticketInput, kind: 'change' }, { lifecycle: model.lifecycle });
  const begun = await lockChange(ctx, ticket);
  const columns = await columnsOf(ctx, begun, model, {
    ...{ reason, plans, plannedStart, plannedEnd, answers, outage, cost, problem },
  });
  const change = await writeChange(ctx, begun, { ...columns, model_id: model.id, type: model.type });
  if (itemIds) await writeItems(ctx, change, itemIds);
  if (serviceIds) await writeServices(ctx, change, serviceIds);
  await assess(ctx, ticket, change);
  return findTicket(ctx, ticket.id);
}

/** Only a model in force begins something new. */
export function refuseModel({ name, state, state_why: why }: ModelRow): void {
  if (state === 'in_force') return;
  const message = state === 'suspended' ? `“${name}” is suspended: ${why}` : `“${name}” is not in force`;
  throw invalid([{ path: 'modelId', message }]);
}
