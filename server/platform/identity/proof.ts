import type { FastifyRequest } from 'fastify';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { ConfirmMe } from '#shared/identity.ts';
import type { Ctx, Services } from '../context/index.ts';
import { type Account, holderOf, noteRefused, ownedBy } from './account.ts';
import { browserSecret } from './browser-secret.ts';
import { codeBuckets, readMailProof, spendMailProofs } from './contact/mail-proof.ts';
import { policyFor } from './contact/policy.ts';
import { checkPassword } from './password.ts';
import { asSystem, type Owner } from './person.ts';
import { type Bucket, countTry, forgive, proofBuckets } from './throttle.ts';
import { checkSecondFactor } from './totp.ts';

const TOO_MANY = 'Too many failed tries. Wait 15 minutes.';

/**
 * Checks that whoever sits at a signed-in browser is its person, and a code where codes are on: by the password, or, for somebody of a
 * client, by the code of a mail that this browser asked for. Counted like any other try. Throws `invalid` naming the wrong part.
 */
export async function prove(services: Services, who: Owner, given: ConfirmMe, request: FastifyRequest): Promise<void> {
  if (given.password !== undefined)
    return proveByPassword(services, who, { password: given.password, code: given.code }, request);
  const { mailCode } = given;
  const secret = browserSecret(services, request);
  if (mailCode === undefined || secret === undefined || 'staffId' in who.account)
    throw invalid([{ path: 'password', message: 'is needed' }]);
  const { clientId } = who.account;
  const { email } = await asSystem(services, who.session, (ctx) => holderOf(ctx, who.account));
  await counted(services, who, [...proofBuckets(who.account), ...codeBuckets(email, secret)], request, async (ctx) => {
    const proved = await readMailProof(ctx, { email, code: mailCode, secret });
    if (!proved || !(await policyFor(ctx, clientId)).mail)
      return { path: 'mailCode', message: 'is not right, is used up or too old' };
    const fault = await wrongCode(ctx, who.account, given.code);
    if (fault === null) await spendMailProofs(ctx, email);
    return fault;
  });
}

/** The same by password alone. `needCode` false leaves the code out (a password change); `path` is what the caller's form calls it. */
export async function proveByPassword(
  services: Services,
  who: Owner,
  given: { password: string; code?: string | undefined },
  request: FastifyRequest,
  { path = 'password', needCode = true } = {},
): Promise<void> {
  const buckets = proofBuckets(who.account);
  const at = await asSystem(services, who.session, (ctx) => countTry(ctx, buckets, TOO_MANY));
  const stored = await asSystem(services, who.session, (ctx) =>
    ctx.tx.selectFrom('credentials').select('password_hash').where(ownedBy(who.account)).executeTakeFirst(),
  );
  const fits = await checkPassword(stored?.password_hash ?? null, given.password);
  await judged(services, who, { buckets, at }, request, async (ctx) => {
    if (!fits) return { path, message: 'is not your password' };
    return needCode ? wrongCode(ctx, who.account, given.code) : null;
  });
}

async function wrongCode(ctx: Ctx, account: Account, code: string | undefined): Promise<FieldError | null> {
  const row = await ctx.tx
    .selectFrom('credentials')
    .select('totp_confirmed_at')
    .where(ownedBy(account))
    .executeTakeFirst();
  if (!row?.totp_confirmed_at) return null;
  if (code === undefined) return { path: 'code', message: 'from your app is needed too' };
  return (await checkSecondFactor(ctx, account, code))
    ? null
    : { path: 'code', message: 'is not right, or was used already' };
}

type Judge = (ctx: Ctx) => Promise<FieldError | null>;

async function counted(services: Services, who: Owner, buckets: Bucket[], request: FastifyRequest, judge: Judge) {
  const at = await asSystem(services, who.session, (ctx) => countTry(ctx, buckets, TOO_MANY));
  await judged(services, who, { buckets, at }, request, judge);
}

/** Judges a try that was counted: one that is right does not count, one that is wrong is noted and thrown. */
async function judged(
  services: Services,
  who: Owner,
  tried: { buckets: Bucket[]; at: string },
  request: FastifyRequest,
  judge: Judge,
): Promise<void> {
  const fault = await asSystem(services, who.session, async (ctx) => {
    const found = await judge(ctx);
    if (found === null) await forgive(ctx, tried.buckets, tried.at);
    else await noteRefused(ctx, who.account, request.ip, 'confirmation');
    return found;
  });
  if (fault) throw invalid([fault]);
}
