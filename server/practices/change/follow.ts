import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { type Decision, type OfTicket, voidApproval } from '#server/practices/approval/index.ts';
import { beginFulfilment, holdFulfilment, replanFulfilment } from '#server/practices/fulfilment/index.ts';
import { changeFailed } from '#server/practices/problem/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import { authorised, STAGES } from './ask.ts';
import { askAuthorisation } from './authorise.ts';
import { notePart, takesPart } from './excluded.ts';
import { tellHappened } from './happened.ts';
import { endStart } from './override.ts';
import { bringLater, bringParts } from './parts.ts';
import { type ChangeRow, type Columns, changeOf, lockChange, writeChange } from './rows.ts';
import { suspendTemplate } from './suspend.ts';
import { moveOn } from './take-back.ts';
import { tell } from './tell.ts';
import { voidAuthorisation } from './void.ts';

/** Days within which a change is looked at once it is done. */
const REVIEW_DAYS = 5;
const DAY_MS = 86_400_000;

/** What follows when somebody moves a change along by hand: whoever has to decide is asked, and what was authorised for a former plan is void. */
export async function afterMove(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<TicketRecord> {
  if (before.status === ticket.status) return ticket;
  const goesBack =
    ['draft', 'assess'].includes(ticket.status) || (before.status === 'scheduled' && ticket.status === 'authorise');
  if (goesBack) {
    await voidApproval(ctx, ticket, 'it went back to be planned');
    const change = await lockChange(ctx, ticket);
    if (change.authorised_at !== null || change.consent !== null)
      await writeChange(ctx, change, { authorised_at: null, authorised_why: '', consent: null });
    await bringParts(ctx, ticket);
    await holdFulfilment(ctx, ticket);
    await replanFulfilment(ctx, ticket);
  }
  const stage = STAGES[ticket.status];
  if (!stage) return ticket;
  await askAuthorisation(ctx, ticket, stage, 'asked');
  return findTicket(ctx, ticket.id);
}

/** What follows by itself however a change's ticket has changed: who has a part in it, when it began and ended, and how. */
export async function followTicket(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<void> {
  if (!ctx.history) {
    for (const column of ['assignee_id', 'requester_id'] as const) {
      if (ticket[column] === before[column]) continue;
      await notePart(ctx, ticket, before[column]);
      await takesPart(ctx, ticket, ticket[column]);
    }
    // Whoever begins it carries it out, whoever has the ticket.
    if (ticket.status !== before.status && ticket.status === 'implement')
      await takesPart(ctx, ticket, actingStaff(ctx));
  }
  const moved = ticket.status !== before.status;
  if (!moved && ticket.resolution_code === before.resolution_code) return;
  const change = await changeOf(ctx, ticket);
  const columns = followed(ctx, before, ticket, change);
  const written =
    Object.keys(columns).length > 0 ? await writeChange(ctx, await lockChange(ctx, ticket), columns) : change;
  await tellHappened(ctx, change, written);
  if (moved && ticket.status === 'implement')
    await beginFulfilment(ctx, ticket, await serviceCalendar(ctx, ticket.client_id));
  if (moved && before.status === 'implement' && ticket.status === 'scheduled') {
    await holdFulfilment(ctx, ticket);
    await endStart(ctx, ticket);
    // That it had begun is kept in its log alone.
    await tell(ctx, ticket, 'edited', {
      text: 'when it began, since it is postponed',
      facts: [['actual_start', change.actual_start, null]],
    });
  }
  if (columns.outcome && change.type === 'standard')
    await suspendTemplate(ctx, ticket, change, columns.outcome as string);
  if (columns.outcome === 'failed' || columns.outcome === 'backed_out')
    await changeFailed(ctx, { ...change, key: ticket.key, outcome: columns.outcome });
  if (moved && !ctx.history) await bringParts(ctx, ticket);
}

/** What of its ticket is decided about. */
const DECIDED_ABOUT = ['title', 'description', 'category_id'] as const;

/** What follows when the ticket of a change says something else than was authorised or is asked about: that is void. */
export async function afterEdit(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<TicketRecord> {
  if (DECIDED_ABOUT.every((column) => ticket[column] === before[column])) return ticket;
  await notePart(ctx, ticket, actingStaff(ctx));
  await voidAuthorisation(ctx, ticket, await lockChange(ctx, ticket), 'what was planned has changed');
  return findTicket(ctx, ticket.id);
}

/** What a step says about the change itself. */
function followed(ctx: Ctx, before: TicketRecord, ticket: TicketRecord, change: ChangeRow): Columns {
  // It begins anew: until then nothing is without what it touches.
  if (before.status === 'implement' && ticket.status === 'scheduled') return { actual_start: null, actual_end: null };
  const isDone = ticket.status_category === 'resolved' || ticket.status_category === 'closed';
  if (ticket.status === 'implement')
    return {
      ...(change.actual_start === null ? { actual_start: ctx.now } : {}),
      ...(change.outcome === null ? {} : { outcome: null, outcome_at: null, actual_end: null }),
    };
  if (isDone && ticket.resolution_code !== change.outcome)
    return {
      ...{ outcome: ticket.resolution_code, outcome_at: change.outcome_at ?? ctx.now },
      ...(change.actual_end === null ? { actual_end: ctx.now } : {}),
      ...(ticket.status !== 'closed' && change.review_due_at === null ? { review_due_at: reviewDue(ctx.now) } : {}),
    };
  const isOver = ticket.status_category === 'cancelled' && before.status_category !== 'cancelled';
  return isOver && change.authorised_at !== null ? { authorised_at: null, authorised_why: '', consent: null } : {};
}

const reviewDue = (now: string) => new Date(Date.parse(now) + REVIEW_DAYS * DAY_MS).toISOString();

const REASON = `
select ended_words as said from approvals where client_id = $1 and ticket_id = $2 order by created_at desc, id desc limit 1`;

/** What follows a decision about a change. */
export async function afterDecision(ctx: Ctx, { id }: OfTicket, { state, why }: Decision): Promise<void> {
  const ticket = await findTicket(ctx, id, { lock: true });
  const stage = STAGES[ticket.status];
  // It has gone on by another way meanwhile.
  if (!stage) return;
  if (state === 'approved') {
    const { consent } = await lockChange(ctx, ticket);
    // Its clients decide about their parts besides.
    if (consent === 'wanted' || consent === 'asked') return;
    return authorised(ctx, ticket, stage, why);
  }
  const [row] = await ctx.hot<{ said: string }>('change_rejection', REASON, [ticket.client_id, ticket.id]);
  const reason = (row?.said || why).slice(0, 500);
  if (stage === 'afterwards') {
    await writeChange(ctx, await lockChange(ctx, ticket), { afterwards: state, afterwards_at: ctx.now });
    await moveOn(ctx, id, 'review');
    return;
  }
  const back = stage === 'before' ? 'assess' : 'draft';
  await moveOn(ctx, id, state === 'rejected' ? 'rejected' : back, { reason });
}

/** What follows where people of an affected client decide about their part: they see nothing of the change itself. */
export const afterPartDecision = (ctx: Ctx, part: OfTicket): Promise<void> => bringLater(ctx, part);
