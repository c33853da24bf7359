import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { joinWhole, leaveWhole, tellSpans } from '#server/practices/span/index.ts';
import { briefOf, majorOf } from './rows.ts';

/** Puts tickets of the same cause to a major incident: all of them, or none where one cannot be. */
export async function takeInTickets(ctx: Ctx, idOrKey: string, refs: readonly string[], why = ''): Promise<void> {
  const { ticket: whole, major } = await majorOf(ctx, idOrKey);
  if (major.state === 'completed' || major.state === 'declined') throw new Fault('conflict', 'It has ended.');
  for (const ref of refs) await joinWhole(ctx, await findTicket(ctx, ref), whole, { how: 'major', why });
  await tellSpans(ctx, whole, { title: major.told_title, brief: briefOf(major) });
}

/** Takes a ticket off it again. */
export async function letGoTicket(ctx: Ctx, idOrKey: string, ref: string): Promise<void> {
  const { ticket: whole } = await majorOf(ctx, idOrKey);
  await leaveWhole(ctx, await findTicket(ctx, ref), whole);
}
