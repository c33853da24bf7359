import type { Ctx } from '#platform/context/index.ts';

/** Where something is said of services: a state that was set, or an announcement. */
type Said = { readonly source: 'status' | 'announcement'; readonly id: string };
type Handler = (ctx: Ctx, said: Said) => Promise<void>;

let handler: Handler = async () => undefined;

/** What follows when something else is said of how services are, in the same transaction. */
export function whenStatusSaid(does: Handler): void {
  handler = does;
}

export const statusSaid: Handler = (ctx, said) => handler(ctx, said);
