import type { FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import type { SignInWay } from '#shared/portal-sign-in.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import { sessionCookie } from '../http/index.ts';
import { accountOf, noteRefused } from './account.ts';
import { openContact } from './contact/open.ts';
import { policyFor, wayHolds } from './contact/policy.ts';
import { knownHere, NOBODY } from './known-here.ts';
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

async function findByEmail(ctx: Ctx, email: string) {
  return ctx.tx
    .selectFrom('staff')
    .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
    .select(['staff.id', 'staff.active', 'credentials.password_hash', 'credentials.totp_confirmed_at'])
    .where((q) => q(q.fn('lower', ['staff.email']), '=', plainEmail(email)))
    .executeTakeFirst();
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
    const known = await knownHere(ctx, [{ staffId: found?.id ?? NOBODY }], request.ip);
    const buckets = passwordBuckets(plainEmail(input.email), request.ip, known);
    return { found, buckets, at: await countTry(ctx, buckets) };
  });
  const fits = await checkPassword(found?.active ? found.password_hash : null, input.password);
  const stage: Stage = found?.totp_confirmed_at ? 'second_factor' : 'full';
  const token = await withContext(services, SIGN_IN, async (ctx) => {
    if (!found || !fits) {
      await noteRefused(ctx, { staffId: found?.id ?? NOBODY }, request.ip, 'password');
      return null;
    }
    await forgive(ctx, buckets, at);
    if (stage === 'full') await staffEvent(ctx, found.id, 'sign_in.succeeded', { address: request.ip, by: 'password' });
    return openSession(ctx, { kind: 'staff', staffId: found.id }, request, { stage });
  });
  if (token === null) throw new Fault('unauthenticated', REFUSED);
  return { token, stage };
}

/** The session that waits for a code in this browser, if there is one. */
export function halfOpen(ctx: Ctx, request: FastifyRequest) {
  return ctx.tx
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', tokenHash(request.cookies[sessionCookie(ctx.services.baseUrl)] ?? ''))
    .where('stage', '=', 'second_factor')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now);
}

/** Finishes a half-open session with a code from the app or a recovery code; each works once. */
export async function signInBySecondFactor(services: Services, code: string, request: FastifyRequest): Promise<Opened> {
  const outcome = await withContext(services, SIGN_IN, async (ctx) => {
    const row = await halfOpen(ctx, request).forUpdate().executeTakeFirst();
    const account = row && accountOf(row);
    if (!row || !account) return 'gone';
    const way = row.way as SignInWay | null;
    if ('clientId' in account && !wayHolds(await policyFor(ctx, account.clientId), way)) return 'gone';
    const buckets = proofBuckets(account);
    const at = await countTry(ctx, buckets, TOO_MANY_CODES);
    if (!(await checkSecondFactor(ctx, account, code))) {
      await noteRefused(ctx, account, request.ip, 'second factor');
      return 'wrong';
    }
    await forgive(ctx, buckets, at);
    if ('staffId' in account) {
      await staffEvent(ctx, account.staffId, 'sign_in.succeeded', { address: request.ip, by: 'second factor' });
      return { token: await openSession(ctx, { kind: 'staff', ...account }, request) };
    }
    const provider = row.provider_id === null ? {} : { providerId: row.provider_id };
    const entry = { ...account, ...provider, way: way ?? 'mail', by: 'second factor' } as const;
    return (await openContact(ctx, entry, request, true)) ?? 'gone';
  });
  if (outcome === 'gone') throw new Fault('unauthenticated', 'Signing in took too long. Start again.');
  if (outcome === 'wrong')
    throw new Fault('unauthenticated', 'This code is not right, or was used already. Wait for the next one.');
  return { token: outcome.token, stage: 'full' };
}

const TOO_MANY_CODES = 'Too many codes were wrong. Wait 15 minutes, then use the next one.';
