import type { Ctx } from '#platform/context/index.ts';
import { notifyOfOwn } from '#server/desk/notification/index.ts';

/** Tells somebody why what they handed in came back to them, unless they returned it themselves. */
export async function tellReturned(
  ctx: Ctx,
  staffId: string,
  page: 'time' | 'expenses',
  { what, reason }: { what: string; reason: string },
): Promise<void> {
  if (staffId === ctx.actor.id) return;
  await notifyOfOwn(ctx, staffId, { page, kind: 'time_returned' }, `${what} of yours came back to you: ${reason}`);
}
