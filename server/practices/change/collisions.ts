import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { ChangeRow } from './rows.ts';

/** A sentence that says what stands in the way; null where nothing does, or where it was overridden. */
type Answer = (ctx: Ctx, ticket: TicketRecord, change: ChangeRow) => Promise<string | null>;
type Answers = {
  /** What stands against the window of a change. */
  readonly window: Answer;
  /** What stands against beginning it now. */
  readonly start: Answer;
};

const nothing: Answer = async () => null;
let answer: Answers = { window: nothing, start: nothing };

/** Whoever keeps the schedule says here what a change collides with, and whether it may begin. */
export function whenCollides(answers: Answers): void {
  answer = answers;
}

export const collisionOf: Answer = (ctx, ticket, change) => answer.window(ctx, ticket, change);
export const startHeldBack: Answer = (ctx, ticket, change) => answer.start(ctx, ticket, change);
