import type { Ctx } from '#platform/context/index.ts';
import { markRead } from '#server/desk/ticket/index.ts';
import { sweepHistory } from '#server/practices/service-level/index.ts';
import { asOwner } from './identities.ts';
import type { References } from './references.ts';

/** What came on top of the story is as if it had been there: its clocks did what they would have done by the end, and whoever set it up has read it. */
export async function settle(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  made: readonly { client_id: string; id: string }[],
): Promise<void> {
  for (const place of made) await sweepHistory(ctx, place, endsAt);
  await markRead(asOwner(ctx, endsAt, refs), made);
}
