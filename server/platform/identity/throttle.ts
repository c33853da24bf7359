import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';

/** Failed tries allowed in the window: per account, and per address (one password tried on many accounts). */
const WINDOW_MINUTES = 15;
const PER_ACCOUNT_AND_ADDRESS = 10;
const PER_ADDRESS = 60;

/** The buckets of a try: an account is throttled per address, so a stranger elsewhere cannot lock the owner out. */
export function buckets(email: string, address: string): string[] {
  return [`account ${email.toLowerCase()} ${address}`, `address ${address}`];
}

/** Throws `too_many_requests` when one of the buckets is full. */
export async function refuseIfThrottled(ctx: Ctx, email: string, address: string): Promise<void> {
  const since = new Date(Date.parse(ctx.now) - WINDOW_MINUTES * 60_000).toISOString();
  const limits = [PER_ACCOUNT_AND_ADDRESS, PER_ADDRESS];
  for (const [index, bucket] of buckets(email, address).entries()) {
    const { tries } = await ctx.tx
      .selectFrom('sign_in_attempts')
      .select((q) => q.fn.countAll<number>().as('tries'))
      .where('bucket', '=', bucket)
      .where('at', '>', since)
      .executeTakeFirstOrThrow();
    if (tries >= (limits[index] ?? 0))
      throw new Fault(
        'too_many_requests',
        `Too many failed sign-ins. Wait ${WINDOW_MINUTES} minutes, or use a passkey.`,
        { extra: { retryAfter: WINDOW_MINUTES * 60 } },
      );
  }
}

export async function countFailure(ctx: Ctx, email: string, address: string): Promise<void> {
  await ctx.tx
    .insertInto('sign_in_attempts')
    .values(buckets(email, address).map((bucket) => ({ bucket, at: ctx.now })))
    .execute();
}

export async function forgetFailures(ctx: Ctx, email: string, address: string): Promise<void> {
  await ctx.tx
    .deleteFrom('sign_in_attempts')
    .where('bucket', '=', buckets(email, address)[0] ?? '')
    .execute();
}
