import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { joinAll, leaveWhole, tellSpans } from '#server/practices/span/index.ts';
import { type Both, reachTouched } from './reach.ts';
import { briefOf, majorOf } from './rows.ts';

/**
 * Puts tickets of the same cause to a major incident: all of them, or none where one cannot be. Clients that it did not touch before are
 * shown at once what was told.
 */
export async function takeInTickets(ctx: Ctx, idOrKey: string, refs: readonly string[], why = ''): Promise<void> {
  const both = await majorOf(ctx, idOrKey);
  const { ticket: whole, major } = both;
  if (major.state === 'completed' || major.state === 'declined') throw new Fault('conflict', 'It has ended.');
  const tickets: TicketRecord[] = [];
  for (const ref of refs) tickets.push(await findTicket(ctx, ref));
  await putTo(ctx, both, tickets, why);
  await tellSpans(ctx, whole, { title: major.told_title, brief: briefOf(major) });
  await reachTouched(ctx, both, 'tickets');
}

/** Puts tickets to it, where nothing that is told of it already names a client to the people of another. */
export async function putTo(
  ctx: Ctx,
  { ticket: whole, major }: Both,
  tickets: readonly TicketRecord[],
  why: string,
): Promise<void> {
  await joinAll(ctx, tickets, whole, {
    ...{ how: 'major', why, path: 'tickets' },
    told: {
      [`what ${whole.key} is called at its clients`]: major.told_title,
      'the link to where those on it talk': major.bridge,
      'what its review tells clients': major.review?.forClients ?? '',
    },
  });
}

/** Takes a ticket off it again. */
export async function letGoTicket(ctx: Ctx, idOrKey: string, ref: string): Promise<void> {
  const { ticket: whole } = await majorOf(ctx, idOrKey);
  await leaveWhole(ctx, await findTicket(ctx, ref), whole);
}
