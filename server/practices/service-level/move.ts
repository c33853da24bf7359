import type { Ctx } from '#platform/context/index.ts';
import { moveClocksBy, promiseOfTicket, type Ticket } from './follow.ts';
import type { KeptPromise } from './promise.ts';

/**
 * Gives the clocks of a ticket that has just moved to another client the promise of that client; the time used up stays used up,
 * and a finished clock keeps its verdict. Nothing in them names the client they come from any more.
 * @returns the promise, and the ticket's earliest due instant
 */
export async function moveClocks(ctx: Ctx, ticket: Ticket): Promise<{ promise: KeptPromise; dueAt: string | null }> {
  await ctx.hot('clocks_nameless', NAMELESS, [ticket.client_id, ticket.id]);
  await ctx.hot('clocks_nobody', NOBODY, [ticket.client_id, ticket.id]);
  const promise = await promiseOfTicket(ctx, ticket);
  const dueAt = await moveClocksBy(ctx, ticket, {
    type: 'changed',
    at: ctx.now,
    by: ctx.actor.name,
    before: ticket,
    after: ticket,
    promise: promise.terms,
    answers: false,
    undone: false,
    person: false,
    why: 'moved from another client',
  });
  return { promise, dueAt };
}

/** What is over keeps its verdict, but not in the words of the other client. */
const NAMELESS = `
update ticket_clocks set source = 'what was promised before it moved here' where client_id = $1 and ticket_id = $2 and stopped_at is not null`;

/** Of those who brought things about, only our own people are still named: the other client's are not theirs to know. */
const NOBODY = `
update ticket_clocks set history = (
  select jsonb_agg(case when exists (select from staff s where s.name = regexp_replace(e ->> 'by', ' \\(key [^)]*\\)$', ''))
    then e else e - 'by' end order by n)
  from jsonb_array_elements(history) with ordinality as told (e, n))
where client_id = $1 and ticket_id = $2 and history <> '[]'::jsonb`;
