import type { Static } from 'typebox';
import type { Decision } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { DueAlert } from './due.ts';
import type { ALERTS } from './settings.ts';
import type { Settled } from './settle.ts';
import { tellTicket } from './tickets.ts';

type Says = Static<(typeof ALERTS)['schema']>;

/**
 * What follows when an alert that is in hand is raised again: one line in its ticket for all that came together, none any more while it
 * comes and goes, and none for those that another explains. They are counted in any case.
 */
export async function decideRepeated(
  ctx: Ctx,
  clientId: string,
  repeated: readonly DueAlert[],
  { flapTimes }: Says,
): Promise<Settled[]> {
  const fresh = repeated.filter((one) => one.ticket_id !== null && one.cause_id === null && one.count > toldOf(one));
  for (const [ticketId, alerts] of Map.groupBy(fresh, ({ ticket_id }) => ticket_id ?? '')) {
    const ticket = { client_id: clientId, id: ticketId };
    const begin = alerts.filter((one) => one.lately > flapTimes && !one.decision.flapping);
    const again = alerts.filter((one) => one.lately <= flapTimes);
    if (again.length > 0) await tellTicket(ctx, ticket, 'alert_repeated', wordsFor(again), { count: again.length });
    for (const one of begin) await tellFlapping(ctx, ticketId, one);
  }
  return repeated.map(
    (one): Settled => ({
      ...one,
      decision: { ...(one.decision as Decision), told: one.count, flapping: one.lately > flapTimes },
      decide_at: null,
    }),
  );
}

/** Says in a ticket that it waits until an alert that comes and goes is quiet. */
export const tellFlapping = (ctx: Ctx, ticketId: string, { client_id, id, title, lately }: DueAlert) =>
  tellTicket(ctx, { client_id, id: ticketId }, 'alert_flaps', `“${title}”, raised ${lately} times within an hour`, {
    alertId: id,
  });

const toldOf = ({ decision }: DueAlert): number => decision.told ?? 0;

function wordsFor(alerts: readonly DueAlert[]): string {
  const [first] = alerts;
  if (alerts.length > 1 || !first) return `${alerts.length} of its alerts`;
  return `“${first.title}”, for the ${ordinal(first.count)} time`;
}

function ordinal(count: number): string {
  const last = count % 10;
  const teen = Math.floor(count / 10) % 10 === 1;
  return `${count}${teen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}
