import { isEmpty } from '#kernel/custom-value.ts';
import { Fault, forbidden, invalid } from '#kernel/errors.ts';
import {
  allowedTransitions,
  decideTransition,
  type Lifecycle,
  type LifecycleChanges,
  type LifecycleTicket,
  recordTransition,
  type Status,
  type TransitionActor,
  type TransitionFields,
} from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { queueResolved } from '#server/channels/mail-out/index.ts';
import { customFieldsOf } from '#server/desk/classification/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { askedCustom } from '#shared/lifecycle-words.ts';
import type { TransitionOption, TransitionTicket } from '#shared/ticket.ts';
import { changeTicket } from './change.ts';
import { ticketForChange } from './find.ts';
import { refuseUnfit } from './fit.ts';
import { tellFollowers } from './followers.ts';
import { missingFor } from './guarded.ts';
import { type Facts, factsPatch } from './history.ts';
import { followMove } from './moved.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import { releaseFromGone } from './release.ts';
import { CLOSING } from './settings.ts';
import { refuseMoved } from './written-for.ts';

const COLUMNS = {
  status: 'status',
  assigneeId: 'assignee_id',
  teamId: 'team_id',
  holdReason: 'hold_reason',
  holdUntil: 'hold_until',
  resolutionCode: 'resolution_code',
  resolutionNote: 'resolution_note',
  cause: 'cause',
  duplicateOfId: 'duplicate_of_id',
  resolvedAt: 'resolved_at',
  resolvedBy: 'resolved_by',
  closedAt: 'closed_at',
  reopenCount: 'reopen_count',
} as const;

/**
 * `facts`: what a source of history knew itself. `silent`: those who follow the ticket hear of it in another way. `said`: so do the
 * client's people, by a public answer.
 */
type Options = { facts?: Facts; silent?: boolean; said?: boolean };

/**
 * Moves a ticket along its lifecycle. Refusals name what is missing or where it may go instead. Recorded history asks no guard,
 * and brings what its source knew in `facts`.
 */
export async function transitionTicket(
  ctx: Ctx,
  idOrKey: string,
  input: TransitionTicket,
  { facts = {}, silent = false, said = false }: Options = {},
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const before = await ticketForChange(ctx, idOrKey, input.version);
  if (!ctx.history) {
    await refuseUnallowed(ctx, before, input);
    // How a ticket was resolved is read by its requester, as a reply is.
    await refuseMoved(ctx, before, idOrKey, { isPublic: Boolean(input.resolutionNote) });
  }
  const { to, changes } = await (ctx.history ? recorded(ctx, before, input) : decided(ctx, before, input));
  const patch: TicketPatch = { status: to.key, status_category: to.category };
  for (const [field, value] of Object.entries(changes))
    Object.assign(patch, { [COLUMNS[field as keyof typeof COLUMNS]]: value });
  if (patch.assignee_id !== undefined && before.assignee_id !== null)
    patch.reassignment_count = before.reassignment_count + 1;
  const outcome = await changeTicket(
    ctx,
    before,
    { ...patch, ...factsPatch(ctx, facts) },
    { type: 'ticket.moved', visibility: 'public', data: input.reason ? { reason: input.reason } : {} },
  );
  // Who has left does not see that it goes on.
  const goesOn = isWorked(to.category) && !isWorked(before.status_category);
  const ticket = goesOn ? await releaseFromGone(ctx, outcome.ticket) : outcome.ticket;
  const isNew = ticket.assignee_id !== null && ticket.assignee_id !== before.assignee_id;
  if (isNew) await notify(ctx, ticket, [ticket.assignee_id ?? ''], 'assigned', `${ticket.key} was assigned to you`);
  if (!said && to.category === 'resolved' && before.status_category !== 'resolved')
    await queueResolved(ctx, ticket, ticket.resolution_note);
  if (!silent) {
    const text = `${ctx.actor.name} moved ${ticket.key} to ${to.name}${input.reason ? `: ${input.reason}` : ''}`;
    await tellFollowers(ctx, ticket, 'moved', text, isNew ? [ticket.assignee_id ?? ''] : []);
  }
  return { ...outcome, ticket: await followMove(ctx, before, ticket) };
}

const isWorked = (category: string): boolean => category === 'new' || category === 'open';

/** A step that also gives the ticket to somebody is that as well; a merged ticket stands where its merge put it. */
async function refuseUnallowed(ctx: Ctx, before: TicketRecord, input: TransitionTicket): Promise<void> {
  if (before.merged_into_id)
    throw new Fault('transition_refused', `${before.key} is merged into another ticket; take the merge apart first.`);
  if (input.duplicateOfId && !(await isAtClient(ctx, before.client_id, input.duplicateOfId)))
    throw invalid([{ path: 'duplicateOfId', message: 'is not a ticket of this client' }]);
  const { assigneeId, teamId } = input;
  if (assigneeId === undefined && teamId === undefined) return;
  if ((ctx.actor.kind === 'staff' || ctx.actor.kind === 'key') && !ctx.can('ticket.assign'))
    throw forbidden('This needs the permission "ticket.assign", which your role or key does not have.');
  await refuseUnfit(ctx, before.client_id, { assigneeId, teamId });
}

async function isAtClient(ctx: Ctx, clientId: string, ticketId: string): Promise<boolean> {
  const found = await ctx.hot('ticket_at_client', 'select from tickets where client_id = $1 and id = $2', [
    clientId,
    ticketId,
  ]);
  return found.length > 0;
}

type Step = { to: Status; changes: LifecycleChanges };

async function decided(ctx: Ctx, before: TicketRecord, input: TransitionTicket): Promise<Step> {
  const { to, version: _version, ...given } = input;
  const [{ lifecycle }, hanging, now, missing] = await Promise.all([
    lifecycleOf(ctx, before),
    factsOf(ctx, before),
    situation(ctx, before),
    missingFor(ctx, before, input),
  ]);
  const customFields = asksCustom(lifecycle) ? await customFacts(ctx, before) : [];
  const ticket = { ...stateOf(before), ...hanging, customFields, missing };
  const decision = decideTransition(lifecycle, ticket, to, given as TransitionFields, transitionActor(ctx), now);
  if (decision.ok) return decision;
  throw new Fault('transition_refused', decision.errors.map((error) => error.message).join(' '), {
    errors: decision.errors,
  });
}

const asksCustom = ({ transitions }: Lifecycle) =>
  transitions.some(({ requires }) => requires.some((asked) => askedCustom(asked) !== null));

async function customFacts(ctx: Ctx, ticket: TicketRecord): Promise<LifecycleTicket['customFields']> {
  const values = ticket.custom as Record<string, unknown>;
  const isFilled = (key: string) => Object.hasOwn(values, key) && !isEmpty(values[key]);
  return (await customFieldsOf(ctx, ticket.kind)).map(({ key, label }) => ({ key, label, filled: isFilled(key) }));
}

/** What hangs on the ticket matters to guards only, and history asks none. */
async function recorded(ctx: Ctx, before: TicketRecord, input: TransitionTicket): Promise<Step> {
  const { to, version: _version, ...given } = input;
  const { lifecycle } = await lifecycleOf(ctx, before);
  const ticket = { ...stateOf(before), ...NOTHING };
  const now = { now: ctx.now, reopenDays: 0 };
  const step = recordTransition(lifecycle, ticket, to, given as TransitionFields, transitionActor(ctx), now);
  if (!step) throw invalid([{ path: 'to', message: `is no status of a ${before.kind} here` }]);
  return step;
}

/** The steps that are open to the caller from here. */
export async function openSteps(ctx: Ctx, ticket: TicketRecord): Promise<TransitionOption[]> {
  return stepsFrom(ctx, ticket, () => factsOf(ctx, ticket));
}

/** The same for a ticket that was just logged by itself: nothing hangs on it that could forbid a step. */
export async function openStepsOfNew(ctx: Ctx, ticket: TicketRecord): Promise<TransitionOption[]> {
  return stepsFrom(ctx, ticket, async () => NOTHING);
}

async function stepsFrom(
  ctx: Ctx,
  ticket: TicketRecord,
  facts: () => Promise<HangingFacts>,
): Promise<TransitionOption[]> {
  const [{ lifecycle }, hanging, now] = await Promise.all([lifecycleOf(ctx, ticket), facts(), situation(ctx, ticket)]);
  return allowedTransitions(lifecycle, { ...stateOf(ticket), ...hanging }, transitionActor(ctx), now).map((step) => ({
    ...step,
    // A cause that is written is not asked for again.
    requires: step.requires.filter((asked) => asked !== 'cause' || !ticket.cause),
  }));
}

function transitionActor(ctx: Ctx): TransitionActor {
  const { actor, scope } = ctx;
  return {
    kind: actor.kind === 'key' ? 'staff' : actor.kind,
    id: actor.id,
    companyWide: scope.companyWide ?? false,
    can: (permission) => ctx.can(permission as never),
  };
}

async function situation(ctx: Ctx, ticket: TicketRecord) {
  const { value } = await resolveSetting(ctx, CLOSING, ticket.client_id);
  return { now: ctx.now, reopenDays: value.reopenDays };
}

const FACTS = `
select (select count(*)::int from tickets k where k.client_id = $1 and k.parent_id = $2 and k.is_open) as "openChildren",
  (select count(*)::int from checklist_items i where i.client_id = $1 and i.ticket_id = $2 and i.done_at is null and i.required) as "openChecklistItems",
  (select coalesce(sum(minutes), 0)::int from time_entries e where e.client_id = $1 and e.ticket_id = $2) as "minutesSpent",
  coalesce((select case when a.state = 'approved' then 0 else 1 end from approvals a where a.client_id = $1 and a.ticket_id = $2
    order by a.created_at desc, a.id desc limit 1), 0) as "openApprovals",
  (select count(*)::int from fulfilment_tasks f where f.client_id = $1 and f.ticket_id = $2
    and f.state in ('planned', 'waiting', 'ready')) as "openTasks",
  (select count(*)::int from fulfilment_tasks f where f.client_id = $1 and f.ticket_id = $2
    and f.state in ('waiting', 'ready', 'done', 'skipped')) as "begunTasks"`;

/** What hangs on a ticket and may forbid a step. */
type HangingFacts = Pick<
  LifecycleTicket,
  'openChildren' | 'openChecklistItems' | 'minutesSpent' | 'openApprovals' | 'openTasks' | 'begunTasks' | 'missing'
>;
const NOTHING: HangingFacts = {
  openChildren: 0,
  openChecklistItems: 0,
  minutesSpent: 0,
  openApprovals: 0,
  openTasks: 0,
  begunTasks: 0,
  missing: {},
};

async function factsOf(ctx: Ctx, ticket: TicketRecord): Promise<HangingFacts> {
  const [facts] = await ctx.hot<HangingFacts>('lifecycle_facts', FACTS, [ticket.client_id, ticket.id]);
  return { ...NOTHING, ...facts };
}

function stateOf(ticket: TicketRecord) {
  return {
    id: ticket.id,
    requesterId: ticket.requester_id,
    categoryId: ticket.category_id,
    serviceId: ticket.service_id,
    customFields: [],
    status: ticket.status,
    assigneeId: ticket.assignee_id,
    teamId: ticket.team_id,
    holdReason: ticket.hold_reason,
    holdUntil: ticket.hold_until,
    resolutionCode: ticket.resolution_code,
    resolutionNote: ticket.resolution_note,
    cause: ticket.cause,
    duplicateOfId: ticket.duplicate_of_id,
    resolvedAt: ticket.resolved_at,
    resolvedBy: ticket.resolved_by,
    closedAt: ticket.closed_at,
    reopenCount: ticket.reopen_count,
  };
}
