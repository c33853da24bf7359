import { Fault } from '#kernel/errors.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { queueLinks } from '#server/channels/mail-out/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { findTicket, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import type { Decision } from '#server/practices/approval/index.ts';
import { beginFulfilment, countTasks } from '#server/practices/fulfilment/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { TransitionTicket } from '#shared/ticket.ts';

const REQUEST = { kind: 'request', lifecycle: null };

/**
 * Moves a request to a status where the lifecycle has one and lets it. An MSP may have changed the lifecycle: then the ticket stays
 * where it is and says why.
 */
export async function moveOn(
  ctx: Ctx,
  ticketId: string,
  to: string,
  more: Omit<TransitionTicket, 'to'> = {},
): Promise<TicketRecord> {
  const ticket = await findTicket(ctx, ticketId, { lock: true });
  const { lifecycle } = await lifecycleOf(ctx, REQUEST);
  if (ticket.status === to || !findStatus(lifecycle, to)) return ticket;
  // The desk does by itself what follows, whoever set it off.
  const desk =
    ctx.actor.kind === 'system' ? ctx : { ...ctx, actor: { kind: 'system', id: null, name: 'Catalogue' } as const };
  try {
    return (await transitionTicket(desk, ticketId, { to, ...more }, { silent: to !== 'rejected' })).ticket;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'transition_refused') throw error;
    await appendEvent(desk, {
      clientId: ticket.client_id,
      subjectType: 'ticket',
      subjectId: ticket.id,
      type: 'ticket.request_stuck',
      data: { text: error.message },
    });
    return ticket;
  }
}

/** Lets work on a request begin: its tasks, and its status. Without tasks it waits for somebody to take it. */
export async function beginWork(ctx: Ctx, ticket: TicketRecord): Promise<TicketRecord> {
  const { all } = await countTasks(ctx, ticket);
  if (all === 0) return findTicket(ctx, ticket.id);
  await beginFulfilment(ctx, ticket, await serviceCalendar(ctx, ticket.client_id));
  return moveOn(ctx, ticket.id, 'fulfilling');
}

const DECIDED = { approved: 'requestApproved', rejected: 'requestRejected', expired: 'requestExpired' } as const;

/** What follows a decision about a request; whoever asked hears of it. */
export async function afterDecision(
  ctx: Ctx,
  { id }: { client_id: string; id: string },
  { state, why }: Decision,
): Promise<void> {
  const ticket = await findTicket(ctx, id, { lock: true });
  if (state === 'approved') {
    // An approval may come late, when somebody has moved it on by hand already.
    await moveOn(ctx, id, 'approved');
    await beginWork(ctx, ticket);
  } else
    await moveOn(ctx, id, 'rejected', {
      reason: state === 'expired' ? why : ((await lastComment(ctx, ticket)) ?? why),
    });
  if (!ticket.requester_id) return;
  const comment = state === 'rejected' ? await lastComment(ctx, ticket) : null;
  await queueLinks(ctx, ticket, [{ contactId: ticket.requester_id, link: `/portal/tickets/${ticket.key}` }], {
    kind: 'request_decided',
    template: DECIDED[state],
    lines: () => [comment ?? ''],
  });
}

const COMMENT = `
select ended_words as said from approvals where client_id = $1 and ticket_id = $2 and state = 'rejected' and ended_words <> ''
order by ended_at desc limit 1`;

async function lastComment(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<string | null> {
  const [row] = await ctx.hot<{ said: string }>('request_rejection', COMMENT, [ticket.client_id, ticket.id]);
  return row?.said.slice(0, 500) ?? null;
}

/** The last task is finished: so is the request. */
export async function afterFulfilment(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { lifecycle } = await lifecycleOf(ctx, REQUEST);
  const codes = lifecycle.resolutionCodes;
  const resolutionCode = codes === undefined || codes.includes('fulfilled') ? 'fulfilled' : codes[0];
  await moveOn(ctx, id, 'fulfilled', {
    ...(resolutionCode ? { resolutionCode } : {}),
    resolutionNote: 'Everything that was asked for is done.',
  });
}
