import type { Ctx } from './context.ts';

/**
 * Does a piece of work of its own within the caller's transaction: where it throws, what it wrote is taken back alone and the rest goes
 * on. Answers what it made, or what it threw. One may stand within another.
 */
export async function attempt<R>(ctx: Ctx, work: () => Promise<R>): Promise<{ done: R } | { failed: unknown }> {
  await ctx.hot('attempt_begin', 'savepoint attempt', []);
  const end = () => ctx.hot('attempt_end', 'release savepoint attempt', []);
  try {
    const done = await work();
    await end();
    return { done };
  } catch (failed) {
    // Where even that cannot be done, the connection is gone: the first error says why.
    await ctx.hot('attempt_undo', 'rollback to savepoint attempt', []).catch(() => Promise.reject(failed));
    // A savepoint outlives its rollback, and one further out has the same name.
    await end();
    return { failed };
  }
}
