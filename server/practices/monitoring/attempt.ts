import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

/**
 * Does something that may be refused, so that the rest of the transaction goes on: what it wrote is taken back alone. Returns why it was
 * refused, in words; null where it was done.
 */
export async function attempt(ctx: Ctx, what: string, work: () => Promise<unknown>): Promise<string | null> {
  await ctx.hot('alert_attempt', 'savepoint alert_attempt', []);
  try {
    await work();
    await ctx.hot('alert_done', 'release savepoint alert_attempt', []);
    return null;
  } catch (error) {
    await ctx.hot('alert_undone', 'rollback to savepoint alert_attempt', []);
    if (error instanceof Fault) return error.message;
    ctx.services.log.error({ err: error, what }, 'monitoring: something could not be done');
    return 'an unexpected error, which the log has';
  }
}
