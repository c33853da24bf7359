import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { BulkRow } from './queries.ts';

/** Does what a change of many tickets still has to do. */
export const BULK_JOB = 'ticket.bulk';

/** Moves a change on; `finished_at` says when it came to rest. */
export async function setState(ctx: Ctx, id: string, state: BulkRow['state']): Promise<void> {
  const rests = state !== 'running' && state !== 'reverting';
  await ctx.tx
    .updateTable('bulk_changes')
    .set({ state, finished_at: rests ? ctx.now : null })
    .where('id', '=', id)
    .execute();
}

/** Tells of a change of many tickets as a whole; each ticket has events of its own. */
export function tell(ctx: Ctx, id: string, what: string, data: Record<string, unknown> = {}): Promise<string> {
  return appendEvent(ctx, {
    clientId: null,
    subjectType: 'bulk_change',
    subjectId: id,
    type: `bulk_change.${what}`,
    data,
  });
}
