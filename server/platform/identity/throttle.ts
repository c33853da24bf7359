import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';
import { type Account, accountKey } from './account.ts';
import { visitorOf } from './address.ts';

/** Tries are counted over this time, unless their bucket says otherwise. */
const WINDOW_MINUTES = 15;

/** A thing that tries are counted by, how many the window takes, and how long that is (a day at most: older tries are forgotten). */
export type Bucket = { readonly name: string; readonly limit: number; readonly minutes?: number };

/** An e-mail address as it is looked up: what differs in case or blanks is the same account, and the same bucket. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Buckets of a password try. An account is counted per visitor, so that a stranger elsewhere cannot lock its owner out; a
 * visitor over all accounts, against one password tried on many; and an account over everybody, against many visitors at
 * once: that one is left out for a visitor from where its owner has signed in before.
 */
export function passwordBuckets(account: string, address: string, known: boolean): Bucket[] {
  const visitor = visitorOf(address);
  return [
    { name: `account ${account} ${visitor}`, limit: 10 },
    { name: `visitor ${visitor}`, limit: 60 },
    ...(known ? [] : [{ name: `account ${account}`, limit: 100 }]),
  ];
}

/** Who gets this far has the password or a session already, so one count over all visitors locks nobody else out. */
export function proofBuckets(account: Account): Bucket[] {
  return [{ name: `proof ${accountKey(account)}`, limit: 10 }];
}

/**
 * Counts one more try before its outcome is known, so that tries sent at once cannot slip past. Throws
 * `too_many_requests` when a bucket is full. Returns the instant to `forgive` it by.
 */
export async function countTry(
  ctx: Ctx,
  buckets: readonly Bucket[],
  words = `Too many failed tries. Wait ${WINDOW_MINUTES} minutes, or use a passkey.`,
): Promise<string> {
  for (const { name } of buckets.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    await sql`select pg_advisory_xact_lock(hashtextextended(${`throttle ${name}`}, 0))`.execute(ctx.tx);
  for (const { name, limit, minutes = WINDOW_MINUTES } of buckets) {
    const since = new Date(Date.parse(ctx.now) - minutes * 60_000).toISOString();
    const { tries } = await ctx.tx
      .selectFrom('sign_in_attempts')
      .select((q) => q.fn.countAll<number>().as('tries'))
      .where('bucket', '=', name)
      .where('at', '>', since)
      .executeTakeFirstOrThrow();
    if (tries >= limit) throw new Fault('too_many_requests', words, { extra: { retryAfter: minutes * 60 } });
  }
  await ctx.tx
    .insertInto('sign_in_attempts')
    .values(buckets.map(({ name }) => ({ bucket: name, at: ctx.now })))
    .execute();
  return ctx.now;
}

/** The try was right: it does not count, and neither do the ones before it in the first and narrowest bucket. */
export async function forgive(ctx: Ctx, buckets: readonly Bucket[], at: string): Promise<void> {
  const names = buckets.map(({ name }) => name);
  await ctx.tx
    .deleteFrom('sign_in_attempts')
    .where((q) => q.or([q('bucket', '=', names[0] ?? ''), q.and([q('bucket', 'in', names), q('at', '=', at)])]))
    .execute();
}
