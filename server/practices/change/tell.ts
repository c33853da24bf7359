import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';

/** Says on the ticket what happened to its change. */
export async function tell(
  ctx: Ctx,
  ticket: { readonly client_id: string; readonly id: string },
  verb: string,
  data: Record<string, unknown>,
): Promise<void> {
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.change_${verb}`,
    data,
  });
}
