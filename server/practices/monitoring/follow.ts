import type { Ctx } from '#platform/context/index.ts';

type Ticket = {
  readonly client_id: string;
  readonly id: string;
  readonly is_open: boolean | null;
  readonly merged_into_id: string | null;
};

/** Minutes that what joined a ticket which ended may take to end as well, before it is decided about by itself. */
const GRACE = 10;

const MERGED = 'update alerts set ticket_id = $3 where client_id = $1 and ticket_id = $2';
const LEFT = `
update alerts set decide_at = $3::timestamptz + interval '${GRACE} minutes'
where client_id = $1 and ticket_id = $2 and is_open and cause_id is not null and decide_at is null`;

/** Lets alerts follow their ticket: into the one that it is merged into; and where it ends, what only joined it is looked at again. */
export async function followAlerts(ctx: Ctx, before: Ticket, ticket: Ticket): Promise<void> {
  if (ctx.history) return;
  if (ticket.merged_into_id !== null && before.merged_into_id === null)
    await ctx.hot('alerts_merged', MERGED, [ticket.client_id, ticket.id, ticket.merged_into_id]);
  else if (before.is_open && !ticket.is_open)
    await ctx.hot('alerts_left_over', LEFT, [ticket.client_id, ticket.id, ctx.now]);
}
