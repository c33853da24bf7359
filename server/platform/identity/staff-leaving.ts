import type { Ctx } from '../context/index.ts';

type Handler = (ctx: Ctx, staffId: string) => Promise<void>;

const handlers: Handler[] = [];

/** What a module does when somebody of the provider is deactivated, in the transaction of that. */
export function whenStaffLeave(handler: Handler): void {
  handlers.push(handler);
}

export async function followStaffLeaving(ctx: Ctx, staffId: string): Promise<void> {
  for (const handler of handlers) await handler(ctx, staffId);
}
