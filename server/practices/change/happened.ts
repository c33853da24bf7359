import type { Ctx } from '#platform/context/index.ts';
import type { ChangeRow } from './rows.ts';

type Handler = (ctx: Ctx, change: ChangeRow) => Promise<void>;

let handler: Handler = async () => undefined;

/** What follows when a change has begun or ended, or what is known of that is other than before, in the same transaction. */
export function whenHappened(does: Handler): void {
  handler = does;
}

/** Tells of a change that has begun, or was said to have and is not any more. */
export async function tellHappened(ctx: Ctx, before: ChangeRow, change: ChangeRow): Promise<void> {
  if (before.actual_start !== null || change.actual_start !== null) await handler(ctx, change);
}
