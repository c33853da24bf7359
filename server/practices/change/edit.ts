import { isDeepStrictEqual } from 'node:util';
import { Fault, invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { changeTicket, findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { changeRaised } from '#server/practices/problem/index.ts';
import { refuseNames, refuseTold } from '#server/practices/span/index.ts';
import type { EditChange } from '#shared/change.ts';
import { columnsOf, plausibleFaults } from './columns.ts';
import { refuseModel } from './create.ts';
import { tellHappened } from './happened.ts';
import { bringParts, toldOf } from './parts.ts';
import { assess } from './risk.ts';
import { type ChangeRow, type Columns, lockChange, modelOf, writeChange } from './rows.ts';
import { tell } from './tell.ts';
import { writeItems, writeServices } from './touches.ts';
import { voidAuthorisation } from './void.ts';

/** What is decided about: whoever authorised a change authorised this. */
const DECIDED_ABOUT = [
  ...([
    'plans',
    'planned_start',
    'planned_end',
    'answers',
    'outage',
    'cost_minor',
    'currency',
    'reason',
    'told_title',
  ] as const),
  'model_id',
] as const;
/** Where it is still planned. */
const PLANNED = ['draft', 'assess', 'authorise', 'expedite', 'scheduled'];

/**
 * Writes what a change plans, at the version the writer saw. What was authorised, or is asked about, is not this any more: that is void,
 * and the change goes back. Once it is being implemented only what has happened is written.
 */
export async function editChange(ctx: Ctx, idOrKey: string, input: EditChange): Promise<void> {
  const { version, modelId, actualStart, actualEnd, itemIds, serviceIds, ...planned } = input;
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const before = await lockChange(ctx, ticket, version);
  const isPlanned =
    modelId !== undefined || itemIds !== undefined || serviceIds !== undefined || Object.keys(planned).length > 0;
  if (isPlanned) refuseEdit(ticket, before, input);
  const model = await modelOf(ctx, modelId ?? before.model_id);
  if (model.id !== before.model_id) await followModel(ctx, ticket, before, model);
  const columns: Columns = {
    ...(await columnsOf(ctx, model.id === before.model_id ? before : { ...before, answers: {} }, model, planned)),
    ...(model.id === before.model_id
      ? {}
      : { model_id: model.id, type: model.type, ...(planned.answers === undefined ? { answers: '{}' } : {}) }),
    ...happened(ctx, before, { actualStart, actualEnd }),
  };
  const differing = Object.entries(columns).filter(
    ([column, value]) => !isDeepStrictEqual(stored(before[column as keyof ChangeRow]), stored(value)),
  );
  const touchesOthers = (itemIds !== undefined && (await writeItems(ctx, before, itemIds))) as boolean;
  const touchesServices = (serviceIds !== undefined && (await writeServices(ctx, before, serviceIds))) as boolean;
  const names = differing.map(([column]) => column);
  if (names.length === 0 && !touchesOthers && !touchesServices) return;
  const isOther =
    touchesOthers || touchesServices || names.some((name) => (DECIDED_ABOUT as readonly string[]).includes(name));
  const staff = actingStaff(ctx);
  const writers = isOther && staff !== null ? { writers: [...new Set([...before.writers, staff])] } : {};
  const written = await writeChange(ctx, before, { ...Object.fromEntries(differing), ...writers });
  const said = [...names, ...(touchesOthers ? ['items'] : []), ...(touchesServices ? ['services'] : [])];
  await tell(ctx, ticket, 'edited', {
    text: [...new Set(said.map((name) => SAID[name] ?? name))].join(', '),
    facts: differing.map(([column, value]) => [column, before[column as keyof ChangeRow], value]),
  });
  const change = await assess(ctx, ticket, written);
  await tellHappened(ctx, before, change);
  if (isOther) await voidAuthorisation(ctx, ticket, change, 'what was planned has changed');
  await bringParts(ctx, ticket);
  if (input.toldTitle !== undefined) await refuseNames(ctx, ticket, { toldTitle: change.told_title });
  else if (touchesOthers || touchesServices)
    await refuseTold(ctx, ticket, touchesOthers ? 'itemIds' : 'serviceIds', toldOf(ticket, change));
  if (names.includes('problem_id')) await changeRaised(ctx, change);
}

const stored = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  return JSON.parse(value);
};

/** How the timeline calls what was written. */
const SAID: Readonly<Record<string, string>> = {
  plans: 'the plans',
  planned_start: 'the window',
  planned_end: 'the window',
  answers: 'the answers about the risk',
  outage: 'whether people are without it',
  cost_minor: 'the cost',
  currency: 'the cost',
  reason: 'the reason',
  model_id: 'the model',
  type: 'the model',
  told_title: 'what it is called at its clients',
  problem_id: 'the problem',
  problem_client_id: 'the problem',
  actual_start: 'when it began',
  actual_end: 'when it ended',
  items: 'the items',
  services: 'the services',
};

function refuseEdit(ticket: TicketRecord, change: ChangeRow, input: EditChange): void {
  const isUnderWay = change.type === 'emergency' && ticket.status === 'implement';
  if (!PLANNED.includes(ticket.status) && !isUnderWay)
    throw new Fault('conflict', `${ticket.key} is past its planning; what was decided about stays as it was.`);
  if (change.type !== 'standard') return;
  const fixed = (['plans', 'answers', 'outage', 'modelId'] as const).filter((field) => input[field] !== undefined);
  if (fixed.length > 0)
    throw invalid(
      fixed.map((path) => ({ path, message: 'is what the template says; raise a normal change for anything else' })),
    );
}

/** Another model has another lifecycle, which a change can follow only from the beginning. */
async function followModel(
  ctx: Ctx,
  ticket: TicketRecord,
  before: ChangeRow,
  model: Awaited<ReturnType<typeof modelOf>>,
): Promise<void> {
  refuseModel(model);
  if (model.type === 'standard')
    throw invalid([{ path: 'modelId', message: 'is a template; raise a standard change from it' }]);
  if (before.type !== model.type && ticket.status !== 'draft')
    throw invalid([{ path: 'modelId', message: 'is another type of change; take this one back to its draft first' }]);
  if (ticket.lifecycle !== model.lifecycle)
    await changeTicket(ctx, ticket, { lifecycle: model.lifecycle }, { type: 'ticket.updated' });
}

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());

/** When it really began and ended. */
function happened(
  ctx: Ctx,
  before: ChangeRow,
  { actualStart, actualEnd }: { readonly [field in 'actualStart' | 'actualEnd']: EditChange[field] | undefined },
): Columns {
  const faults = plausibleFaults({ actualStart, actualEnd }, ctx.now);
  if (faults.length > 0) throw invalid(faults);
  const start = actualStart === undefined ? before.actual_start : instant(actualStart);
  const end = actualEnd === undefined ? before.actual_end : instant(actualEnd);
  if (start !== null && end !== null && end < start)
    throw invalid([{ path: 'actualEnd', message: 'must be after it began' }]);
  return { actual_start: start, actual_end: end };
}
