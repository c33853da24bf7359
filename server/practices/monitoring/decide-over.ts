import type { Static } from 'typebox';
import type { Decision } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { Tally } from './decide.ts';
import type { DueAlert } from './due.ts';
import { refusedBecause } from './refused-because.ts';
import type { ALERTS } from './settings.ts';
import type { Settled } from './settle.ts';
import { endTicket, tellTicket } from './tickets.ts';

type Says = Static<(typeof ALERTS)['schema']>;

/** Alerts of a ticket that asked for it and still last, or whose end is held back until it is quiet; those that are looked at now left out. */
const LEFT = `
select count(*) filter (where is_open or (decide_at is not null and id <> all ($3::uuid[])))::int as left, count(*)::int as all
from alerts where client_id = $1 and ticket_id = $2 and not coalesce((decision ->> 'quiet')::boolean, false)`;

/**
 * What follows when alerts end: a ticket whose alerts are all over ends as well, if nobody has touched it. One that came and went too often
 * is waited for until it is quiet.
 */
export async function decideOver(
  ctx: Ctx,
  clientId: string,
  over: readonly DueAlert[],
  says: Says,
  tally: Tally,
): Promise<Settled[]> {
  const quietAt = (one: DueAlert) => new Date(Date.parse(one.heard_at) + says.quietMinutes * 60_000).toISOString();
  const isHeld = (one: DueAlert) => one.decision.flapping === true && quietAt(one) > ctx.now;
  const settled = over.filter((one) => !isHeld(one));
  tally.over += settled.length;
  const byTicket = Map.groupBy(
    settled.filter(({ ticket_open, decision }) => ticket_open === true && decision.quiet !== true),
    ({ ticket_id }) => ticket_id ?? '',
  );
  for (const [ticketId, alerts] of byTicket) await endWork(ctx, clientId, ticketId, alerts);
  return over.map((one): Settled => {
    const { flapping: _, ...decision } = one.decision as Decision;
    return {
      ...one,
      decision: isHeld(one) ? (one.decision as Decision) : decision,
      decide_at: isHeld(one) ? quietAt(one) : null,
      storm_until: null,
    };
  });
}

async function endWork(ctx: Ctx, clientId: string, ticketId: string, alerts: readonly DueAlert[]): Promise<void> {
  const [counts] = await ctx.hot<{ left: number; all: number }>('alerts_left', LEFT, [
    clientId,
    ticketId,
    alerts.map(({ id }) => id),
  ]);
  const { left = 0, all = 0 } = counts ?? {};
  const ticket = await findTicket(ctx, ticketId, { lock: true });
  const own = alerts.find(({ cause_id }) => cause_id === null);
  if (left > 0) {
    // Of many, only the one that the ticket is about is told of while others last.
    if (own) await tellTicket(ctx, ticket, 'alerts_cleared', `“${own.title}”; ${left} of ${all} alerts last`, { left });
    return;
  }
  const refused = await refusedBecause(ctx, 'end a ticket', () => endTicket(ctx, ticket, all));
  if (refused !== null)
    await tellTicket(ctx, ticket, 'alerts_cleared', `all its alerts, but it could not be resolved: ${refused}`);
}
