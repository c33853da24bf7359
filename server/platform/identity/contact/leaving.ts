import type { Ctx } from '../../context/index.ts';

type Gone = { readonly clientId: string; readonly contactId: string };
type Handler = (ctx: Ctx, gone: Gone) => Promise<void>;

const handlers: Handler[] = [];

/** What a module does when one of a client's people is taken for gone, in the transaction of that. */
export function whenContactLeaves(handler: Handler): void {
  handlers.push(handler);
}

export async function followLeaving(ctx: Ctx, gone: Gone): Promise<void> {
  for (const handler of handlers) await handler(ctx, gone);
}
