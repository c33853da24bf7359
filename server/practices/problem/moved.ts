import { dayAt } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { findProblem } from './rows.ts';
import { tellProblem } from './told.ts';

const KNOWN = `
update problems set known_error_at = coalesce(known_error_at, $3) where client_id = $1 and ticket_id = $2`;
const ENDED = `
update problems set review_on = $3::date + 7 * review_weeks, review = null, version = version + 1 where client_id = $1 and ticket_id = $2`;
const AGAIN = 'update problems set review_on = null, version = version + 1 where client_id = $1 and ticket_id = $2';

/** Notes what follows from a step: since when its error is known, and when it is looked at whether it stopped. */
export async function noteMoved(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<void> {
  const place = [ticket.client_id, ticket.id];
  if (ticket.status === 'known_error') await ctx.hot('problem_known', KNOWN, [...place, ctx.now]);
  if (ticket.status_category === 'resolved' && before.status_category !== 'resolved')
    await ctx.hot('problem_ended', ENDED, [...place, dayAt(ctx.now, 'UTC')]);
  if (ticket.is_open && !before.is_open) await ctx.hot('problem_again', AGAIN, place);
}

/** Follows a problem that somebody moved along its lifecycle. */
export async function followMoved(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<TicketRecord> {
  await noteMoved(ctx, before, ticket);
  await tellProblem(ctx, await findProblem(ctx, ticket.id));
  return ticket;
}
