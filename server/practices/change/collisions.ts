import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { ChangeRow } from './rows.ts';

/** What stands against the window of a change, in a sentence; null where nothing does, or where it was overridden. */
type Answer = (ctx: Ctx, ticket: TicketRecord, change: ChangeRow) => Promise<string | null>;

let answer: Answer = async () => null;

/** Whoever keeps the schedule says here what a change collides with. */
export function whenCollides(answers: Answer): void {
  answer = answers;
}

export const collisionOf: Answer = (ctx, ticket, change) => answer(ctx, ticket, change);
