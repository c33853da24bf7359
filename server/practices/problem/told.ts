import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import { tellSpans } from '#server/practices/span/index.ts';
import { follow } from './follow.ts';
import type { Problem } from './rows.ts';

/** Lets what may be known of a problem be known at every client that it touches. */
export async function tellProblem(ctx: Ctx, { ticket, facts }: Problem): Promise<void> {
  const { workaround, workaround_none: none, known_error_at: knownErrorAt, told_title: title } = facts;
  const ofSeveral = await isProvider(ctx, ticket.client_id);
  await tellSpans(ctx, ticket, {
    ...(ofSeveral && title ? { title } : {}),
    brief: { workaround, workaroundNone: none, knownErrorAt },
  });
  await follow(ctx, ticket);
}
