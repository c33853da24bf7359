import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { PortalRequest } from '#shared/request.ts';

/** The step by which it came where it stands. */
const LAST_STEP = `
select actor_kind as kind, actor_name as by, at, coalesce(data ->> 'reason', '') as reason from events
where client_id = $1 and subject_id = $2 and type = 'ticket.moved' and visibility = 'public'
  and data #>> '{changes,status,1}' = $3
order by at desc, id desc limit 1`;

/** Who of the client took it back, and why; null where nobody did. */
export async function withdrawnBy(ctx: Ctx, ticket: TicketRecord): Promise<PortalRequest['withdrawn']> {
  if (ticket.status_category !== 'cancelled') return null;
  const [step] = await ctx.hot<{ kind: string; by: string; at: string; reason: string }>(
    'request_last_step',
    LAST_STEP,
    [ticket.client_id, ticket.id, ticket.status],
  );
  return step?.kind === 'contact' ? { by: step.by, at: step.at, reason: step.reason } : null;
}
