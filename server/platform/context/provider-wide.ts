import { forbidden } from '#kernel/errors.ts';
import type { Ctx } from './context.ts';

/** Refuses somebody limited to some clients where a change would reach clients they do not see. */
export function requireAllClients(ctx: Pick<Ctx, 'scope'>, what: string): void {
  if (ctx.scope.allClients) return;
  throw forbidden(`${what} reaches every client; only somebody who sees all clients may do this.`);
}
