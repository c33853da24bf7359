import { invalid } from '#kernel/errors.ts';
import type { SignInMethods } from '#shared/identity.ts';
import type { Ctx } from '../context/index.ts';
import { resolveSetting } from '../settings/index.ts';
import { type Account, ownedBy } from './account.ts';
import { policyFor } from './contact/policy.ts';
import { factorRule } from './contact/second-factor.ts';
import { FRESH_MINUTES } from './person.ts';
import { SECOND_FACTOR } from './second-factor-rule.ts';

/** How somebody can sign in, for their account page. `authenticatedAt` is that of the session asking. */
export async function signInMethods(ctx: Ctx, account: Account, authenticatedAt: string): Promise<SignInMethods> {
  const staffId = 'staffId' in account ? account.staffId : null;
  const row = await ctx.tx
    .selectFrom('credentials')
    .select(['password_hash', 'totp_confirmed_at', 'recovery_hashes'])
    .where(ownedBy(account))
    .executeTakeFirst();
  const { passkeys } = await ctx.tx
    .selectFrom('passkeys')
    .select((q) => q.fn.countAll<number>().as('passkeys'))
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow();
  const identities = await ctx.tx
    .selectFrom('federated_identities as f')
    .leftJoin('identity_providers as p', 'p.issuer', 'f.issuer')
    .select(['f.id', 'f.issuer', 'f.email', 'f.created_at', 'f.last_used_at', 'p.name'])
    .where('f.staff_id', '=', staffId)
    .orderBy('f.created_at')
    .execute();
  return {
    ...(await allowedTo(ctx, account)),
    hasPassword: row?.password_hash != null,
    totpOn: row?.totp_confirmed_at != null,
    recoveryCodesLeft: row?.recovery_hashes.length ?? 0,
    passkeys,
    freshUntil: new Date(Date.parse(authenticatedAt) + FRESH_MINUTES * 60_000).toISOString(),
    identities: identities.map((identity) => ({
      id: identity.id,
      provider: identity.name ?? identity.issuer,
      email: identity.email,
      createdAt: identity.created_at,
      lastUsedAt: identity.last_used_at,
    })),
  };
}

/** What may be changed about it, and how. */
async function allowedTo(
  ctx: Ctx,
  account: Account,
): Promise<Pick<SignInMethods, 'passwordAllowed' | 'secondFactor' | 'mailProves'>> {
  if ('staffId' in account) {
    const { required } = (await resolveSetting(ctx, SECOND_FACTOR, null)).value;
    return { passwordAllowed: true, secondFactor: required ? 'required' : 'optional', mailProves: false };
  }
  const policy = await policyFor(ctx, account.clientId);
  return {
    passwordAllowed: policy.password,
    secondFactor: await factorRule(ctx, account, policy),
    mailProves: policy.mail,
  };
}

/** Called after a way to sign in was taken away: throws, and so undoes it, when none is left. */
export async function refuseLockingOut(ctx: Ctx, staffId: string): Promise<void> {
  const left = await signInMethods(ctx, { staffId }, ctx.now);
  if (!left.hasPassword && left.passkeys === 0 && left.identities.length === 0)
    throw invalid([{ path: 'id', message: 'is your only way to sign in; set a password first' }]);
}
