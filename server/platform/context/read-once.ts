import type { Hot } from '../database/index.ts';
import type { Ctx } from './context.ts';

/** By transaction, which `hot` stands for: copies of a context share it. */
const read = new WeakMap<Hot, Map<string, Promise<unknown>>>();

/** Reads something once per transaction: who asks again under the same name gets the same answer. */
export function readOnce<R>(ctx: Ctx, name: string, ask: () => Promise<R>): Promise<R> {
  const known = read.get(ctx.hot) ?? new Map<string, Promise<unknown>>();
  read.set(ctx.hot, known);
  const found = known.get(name) ?? ask();
  known.set(name, found);
  return found as Promise<R>;
}

/** Whoever changes what others read once says so: everything is read anew. */
export function readAnew(ctx: Ctx): void {
  read.delete(ctx.hot);
}
