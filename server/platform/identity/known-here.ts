import type { Ctx } from '../context/index.ts';
import { type Account, ownedBy } from './account.ts';

/** Tries on an address that nobody has are noted too, with this id, so that both cases do the same work. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
const KNOWN_DAYS = 90;

/** Whether one of these accounts signed in from this address lately. */
export async function knownHere(ctx: Ctx, accounts: readonly Account[], address: string): Promise<boolean> {
  const since = new Date(Date.parse(ctx.now) - KNOWN_DAYS * 86_400_000).toISOString();
  const row = await ctx.tx
    .selectFrom('sessions')
    .select('id')
    .where((q) => q.or(accounts.map(ownedBy)))
    .where('address', '=', address)
    .where('stage', '=', 'full')
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
