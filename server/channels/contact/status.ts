import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import { type Following, lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { openSteps, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { PortalOutcome } from '#shared/portal.ts';

/** A status in the words meant for clients. */
export async function statusWords(ctx: Ctx, ticket: Following & { readonly status: string }): Promise<string> {
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  return findStatus(lifecycle, ticket.status)?.clientName ?? ticket.status;
}

/** The statuses by which the caller may say that it is solved, or that it is not; null where that is not asked now. */
export async function answers(
  ctx: Ctx,
  ticket: TicketRecord,
): Promise<{ confirm: string | null; decline: string | null }> {
  if (ticket.status_category !== 'resolved' && ticket.status_category !== 'closed')
    return { confirm: null, decline: null };
  const steps = await openSteps(ctx, ticket);
  const to = (category: string) => steps.find((step) => step.category === category)?.to ?? null;
  return { confirm: ticket.status_category === 'resolved' ? to('closed') : null, decline: to('open') };
}

/** Where a ticket stands after what was done, in the caller's words. */
export async function outcome(ctx: Ctx, ticket: TicketRecord): Promise<PortalOutcome> {
  const written = await statusWords(ctx, ticket);
  return {
    status: await inWordsOf(ctx, await callingReader(ctx), (say) => say(written, 'status')),
    statusCategory: ticket.status_category as PortalOutcome['statusCategory'],
  };
}
