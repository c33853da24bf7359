import type { FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import { sessionCookie } from '../http/index.ts';
import { checkPassword } from './password.ts';
import { openSession } from './session.ts';
import { staffEvent } from './staff-event.ts';
import { countTry, forgive, passwordBuckets, plainEmail, proofBuckets } from './throttle.ts';
import { tokenHash } from './token.ts';
import { checkSecondFactor } from './totp.ts';

export type Stage = 'full' | 'second_factor';
export type Opened = { token: string; stage: Stage };

const SIGN_IN = systemIdentity('Sign-in');
const REFUSED = 'The e-mail address or the password is not right.';
/** Tries on an address that nobody has are noted too, with this id, so that both cases do the same work. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const KNOWN_DAYS = 90;

async function findByEmail(ctx: Ctx, email: string) {
  return ctx.tx
    .selectFrom('staff')
    .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
    .select(['staff.id', 'staff.active', 'credentials.password_hash', 'credentials.totp_confirmed_at'])
    .where((q) => q(q.fn('lower', ['staff.email']), '=', plainEmail(email)))
    .executeTakeFirst();
}

/** Whether this person signed in from this address lately. */
async function knownHere(ctx: Ctx, staffId: string, address: string): Promise<boolean> {
  const since = new Date(Date.parse(ctx.now) - KNOWN_DAYS * 86_400_000).toISOString();
  const row = await ctx.tx
    .selectFrom('sessions')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('address', '=', address)
    .where('stage', '=', 'full')
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Signs in by e-mail and password. Throws `unauthenticated`, the same whether the person, the password or both do not
 * exist, and `too_many_requests`. With a second factor on, the session is only half open.
 */
export async function signInByPassword(
  services: Services,
  input: { email: string; password: string },
  request: FastifyRequest,
): Promise<Opened> {
  const { found, buckets, at } = await withContext(services, SIGN_IN, async (ctx) => {
    const found = await findByEmail(ctx, input.email);
    const known = await knownHere(ctx, found?.id ?? NOBODY, request.ip);
    const buckets = passwordBuckets(input.email, request.ip, known);
    return { found, buckets, at: await countTry(ctx, buckets) };
  });
  const fits = await checkPassword(found?.active ? found.password_hash : null, input.password);
  const stage: Stage = found?.totp_confirmed_at ? 'second_factor' : 'full';
  const token = await withContext(services, SIGN_IN, async (ctx) => {
    if (!found || !fits) {
      await staffEvent(ctx, found?.id ?? NOBODY, 'sign_in.refused', { address: request.ip, by: 'password' });
      return null;
    }
    await forgive(ctx, buckets, at);
    if (stage === 'full') await staffEvent(ctx, found.id, 'sign_in.succeeded', { address: request.ip, by: 'password' });
    return openSession(ctx, { kind: 'staff', staffId: found.id }, request, { stage });
  });
  if (token === null) throw new Fault('unauthenticated', REFUSED);
  return { token, stage };
}

/** Finishes a half-open session with a code from the app or a recovery code; each works once. */
export async function signInBySecondFactor(services: Services, code: string, request: FastifyRequest): Promise<Opened> {
  const half = request.cookies[sessionCookie(services.baseUrl)];
  const outcome = await withContext(services, SIGN_IN, async (ctx) => {
    const row = await ctx.tx
      .selectFrom('sessions')
      .selectAll()
      .where('token_hash', '=', tokenHash(half ?? ''))
      .where('stage', '=', 'second_factor')
      .where('ended_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .forUpdate()
      .executeTakeFirst();
    if (!row?.staff_id) return 'gone';
    const buckets = proofBuckets(row.staff_id);
    const at = await countTry(ctx, buckets);
    if (!(await checkSecondFactor(ctx, row.staff_id, code))) {
      await staffEvent(ctx, row.staff_id, 'sign_in.refused', { address: request.ip, by: 'second factor' });
      return 'wrong';
    }
    await forgive(ctx, buckets, at);
    await staffEvent(ctx, row.staff_id, 'sign_in.succeeded', { address: request.ip, by: 'second factor' });
    return { token: await openSession(ctx, { kind: 'staff', staffId: row.staff_id }, request) };
  });
  if (outcome === 'gone')
    throw new Fault('unauthenticated', 'Signing in took too long. Start again with your password.');
  if (outcome === 'wrong')
    throw new Fault('unauthenticated', 'This code is not right, or was used already. Wait for the next one.');
  return { token: outcome.token, stage: 'full' };
}
