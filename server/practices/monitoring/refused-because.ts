import { Fault } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';

/** Does something that may be refused. Answers why it was, in words; null where it was done. */
export async function refusedBecause(ctx: Ctx, what: string, work: () => Promise<unknown>): Promise<string | null> {
  const tried = await attempt(ctx, work);
  if ('done' in tried) return null;
  if (tried.failed instanceof Fault) return tried.failed.message;
  ctx.services.log.error({ err: tried.failed, what }, 'monitoring: something could not be done');
  return 'an unexpected error, which the log has';
}
