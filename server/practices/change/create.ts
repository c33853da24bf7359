import { invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { createTicket, findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { changeRaised } from '#server/practices/problem/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import type { ChangeTemplate, CreateChange } from '#shared/change.ts';
import { columnsOf } from './columns.ts';
import { bringParts } from './parts.ts';
import { assess } from './risk.ts';
import { builtInModel, lockChange, type ModelRow, modelOf, writeChange } from './rows.ts';
import { planModelTasks } from './tasks.ts';
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
  if (!ctx.history) await bringParts(ctx, ticket);
}

/** Raises a change: the ticket and what it plans, by a model; of a standard one, what its template says. */
export async function createChange(ctx: Ctx, input: CreateChange): Promise<TicketRecord> {
  const { modelId, reason, plans, plannedStart, plannedEnd, answers, outage, cost, ...more } = input;
  const { itemIds, serviceIds, problem, toldTitle, ...logged } = more;
  const model = modelId === undefined ? await builtInModel(ctx, 'normal') : await modelOf(ctx, modelId);
  refuseModel(model);
  const template = model.template as ChangeTemplate | null;
  if (template) refuseOwnPlans(input);
  const description = template && !logged.description ? { description: template.description } : {};
  const ticket = await createTicket(ctx, { ...logged, ...description, kind: 'change' }, { lifecycle: model.lifecycle });
  const begun = await lockChange(ctx, ticket);
  const planned = template
    ? {
        ...template,
        reason: reason ?? template.reason,
        ...windowOf(template, plannedStart, plannedEnd),
        cost,
        problem,
        toldTitle,
      }
    : { reason, plans, plannedStart, plannedEnd, answers, outage, cost, problem, toldTitle };
  const columns = await columnsOf(ctx, begun, model, planned);
  const change = await writeChange(ctx, begun, { ...columns, model_id: model.id, type: model.type });
  if (itemIds) await writeItems(ctx, change, itemIds);
  if (serviceIds) await writeServices(ctx, change, serviceIds);
  await planModelTasks(ctx, ticket, model.tasks);
  await assess(ctx, ticket, change);
  await bringParts(ctx, ticket);
  if (change.told_title) await refuseNames(ctx, ticket, { toldTitle: change.told_title });
  await changeRaised(ctx, change);
  return findTicket(ctx, ticket.id);
}

/** What a template says is what was approved once for all. */
function refuseOwnPlans(input: CreateChange): void {
  const own = (['plans', 'answers', 'outage'] as const).filter((field) => input[field] !== undefined);
  if (own.length > 0)
    throw invalid(
      own.map((path) => ({ path, message: 'is what the template says; raise a normal change for anything else' })),
    );
}

/** The window of a standard change: as long as the template says, unless an end is given. */
function windowOf(
  { minutes }: ChangeTemplate,
  start: string | null | undefined,
  end: string | null | undefined,
): { plannedStart?: string | null; plannedEnd?: string | null } {
  if (!start) return {};
  return { plannedStart: start, plannedEnd: end ?? new Date(Date.parse(start) + minutes * 60_000).toISOString() };
}

/** Only a model in force begins something new. */
export function refuseModel({ name, state, state_why: why }: ModelRow): void {
  if (state === 'in_force') return;
  const message = state === 'suspended' ? `“${name}” is suspended: ${why}` : `“${name}” is not in force`;
  throw invalid([{ path: 'modelId', message }]);
}
