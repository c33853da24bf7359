import { Fault } from '#kernel/errors.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { findTicket, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import type { TransitionTicket } from '#shared/ticket.ts';
import { tell } from './tell.ts';

/**
 * Moves a change to a status where its lifecycle has one and lets it; the desk does it by itself, whoever set it off. An MSP may have
 * changed the lifecycle, or something may be missing by now: then the ticket stays where it is and says why.
 */
export async function moveOn(
  ctx: Ctx,
  ticketId: string,
  to: string,
  more: Omit<TransitionTicket, 'to'> = {},
): Promise<TicketRecord> {
  const ticket = await findTicket(ctx, ticketId, { lock: true });
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  if (ticket.status === to || !findStatus(lifecycle, to)) return ticket;
  const desk: Ctx = { ...ctx, actor: { kind: 'system', id: null, name: 'Change enablement' } };
  try {
    return (await transitionTicket(desk, ticketId, { to, ...more })).ticket;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'transition_refused') throw error;
    await tell(desk, ticket, 'stuck', { text: error.message });
    return ticket;
  }
}
