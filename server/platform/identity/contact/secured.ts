import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../context/index.ts';
import { type Account, accountEvent } from '../account.ts';

/** What may happen to how somebody signs in. `second_factor_reset`: somebody else took their codes away. */
export type SecurityChange =
  | 'password_set'
  | 'password_changed'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'second_factor_reset'
  | 'recovery_codes_renewed';

/** Such a change of one of a client's people, with where it came from; null where somebody else made it. */
export type Secured = {
  readonly clientId: string;
  readonly contactId: string;
  readonly what: SecurityChange;
  readonly from: { readonly address: string; readonly userAgent: string } | null;
};
type Handler = (ctx: Ctx, change: Secured) => Promise<void>;

const handlers: Handler[] = [];

/** What a module does when one of a client's people signs in another way from now on, in the transaction of that. */
export function whenSecured(handler: Handler): void {
  handlers.push(handler);
}

/** Notes a change of how somebody signs in; who of a client it is hears of it. `request`: their own; null where it was somebody else's. */
export async function noteSecured(
  ctx: Ctx,
  account: Account,
  what: SecurityChange,
  request: FastifyRequest | null,
  data: Record<string, unknown> = {},
): Promise<void> {
  await accountEvent(ctx, account, what, { ...data, ...(request ? { address: request.ip } : {}) });
  if (!('clientId' in account)) return;
  const from = request && { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
  for (const handler of handlers) await handler(ctx, { ...account, what, from });
}
