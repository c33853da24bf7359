import type { Ctx } from '#platform/context/index.ts';
import { findTicket, timelineOf } from '#server/desk/ticket/index.ts';
import type { ChangeEvidence } from '#shared/change.ts';
import { causedBy } from './caused.ts';
import { viewChange } from './view.ts';

/** Everything that is known of a change in one: what was planned, who decided, what happened and what came of it. */
export async function evidenceOf(ctx: Ctx, idOrKey: string): Promise<ChangeEvidence> {
  const ticket = await findTicket(ctx, idOrKey);
  const timeline = await timelineOf(ctx, ticket);
  return {
    change: await viewChange(ctx, ticket.id),
    description: ticket.description,
    incidents: await causedBy(ctx, ticket.id),
    timeline: timeline
      .filter(({ message }) => message === null)
      .map(({ id, at, actor, sentence, changes }) => ({ id, at, actor, sentence, changes })),
    madeAt: ctx.now,
    madeBy: ctx.actor.name,
  };
}
