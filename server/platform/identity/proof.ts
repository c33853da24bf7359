import type { FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';
import type { Services } from '../context/index.ts';
import { checkPassword } from './password.ts';
import { asSystem, type Person } from './person.ts';
import { staffEvent } from './staff-event.ts';
import { countTry, forgive, proofBuckets } from './throttle.ts';
import { checkSecondFactor } from './totp.ts';

/** Fields at fault are named as the caller's form names them. */
type Paths = { password: string; code: string };

/**
 * Checks that whoever sits at a signed-in browser is its person: the password, and a code where codes are on. Counted like
 * any other try. Throws `invalid` naming the wrong part. `needCode` false leaves the code out (a password change).
 */
export async function proveByPassword(
  services: Services,
  who: Person,
  given: { password: string; code?: string },
  request: FastifyRequest,
  options: { paths?: Paths; needCode?: boolean } = {},
): Promise<void> {
  const { paths = { password: 'password', code: 'code' }, needCode = true } = options;
  const buckets = proofBuckets(who.staffId);
  const { stored, at } = await asSystem(services, who.session, async (ctx) => ({
    at: await countTry(ctx, buckets),
    stored: await ctx.tx
      .selectFrom('credentials')
      .select(['password_hash', 'totp_confirmed_at'])
      .where('staff_id', '=', who.staffId)
      .executeTakeFirst(),
  }));
  const fits = await checkPassword(stored?.password_hash ?? null, given.password);
  const fault = await asSystem(services, who.session, async (ctx) => {
    const wrong = async () => {
      if (!fits) return { path: paths.password, message: 'is not your password' };
      if (!needCode || !stored?.totp_confirmed_at) return null;
      if (given.code === undefined) return { path: paths.code, message: 'from your app is needed too' };
      if (await checkSecondFactor(ctx, who.staffId, given.code)) return null;
      return { path: paths.code, message: 'is not right, or was used already' };
    };
    const found = await wrong();
    if (found === null) await forgive(ctx, buckets, at);
    else await staffEvent(ctx, who.staffId, 'sign_in.refused', { address: request.ip, by: 'confirmation' });
    return found;
  });
  if (fault) throw invalid([fault]);
}
