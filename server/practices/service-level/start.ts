import type { Step, TicketFacts } from '#kernel/service-level.ts';
import { step } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { calendarSource, type Place } from './calendars.ts';
import { earliestDue } from './due.ts';
import { askingOf } from './follow.ts';
import { type KeptPromise, promiseFor } from './promise.ts';
import { insertClocks } from './write.ts';

/** What a new ticket is promised and the clocks that it starts with, worked out before it is written. */
export type PlannedClocks = {
  /** The policies that bind it are those in force then. */
  readonly at: string;
  readonly promise: KeptPromise;
  readonly dueAt: string | null;
  readonly steps: readonly Step[];
};

/** Plans the clocks of a ticket about to be logged for a client, at a place. */
export async function planClocks(ctx: Ctx, clientId: string, facts: TicketFacts, place: Place): Promise<PlannedClocks> {
  // What is brought in from the past is bound by what is in force when that is done.
  const at = ctx.quiet ? ctx.services.now() : ctx.now;
  const promise = await promiseFor(ctx, clientId, facts, place, at);
  const calendars = await calendarSource(
    ctx,
    Object.values(promise.terms).map(({ calendarId }) => calendarId),
  );
  const asking = await askingOf(ctx, clientId, facts, promise.terms);
  const moment = { type: 'created', at: ctx.now, by: ctx.actor.name, after: facts, promise: promise.terms } as const;
  const steps = step(new Map(), moment, calendars, asking);
  return { at, promise, steps, dueAt: earliestDue(steps.map(({ slot }) => slot.clock)) };
}

/** Writes the clocks of a ticket just logged. */
export function beginClocks(ctx: Ctx, ticket: { client_id: string; id: string }, plan: PlannedClocks): Promise<void> {
  return insertClocks(ctx, ticket, plan.steps, plan.promise.terms);
}
