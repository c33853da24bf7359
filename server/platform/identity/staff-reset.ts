import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';
import type { Scope } from '../database/index.ts';
import { INVITATION_HOURS, passwordLink, RESET_HOURS } from './password-link.ts';
import { revokeKeys } from './revoke-keys.ts';
import { endSessions } from './session.ts';
import { staffEvent } from './staff-event.ts';
import { refuseMightier } from './staff-reach.ts';
import { removeTotp } from './totp.ts';

/**
 * For somebody who cannot sign in any more, or may have been robbed: ends their sessions and returns a link with which they
 * choose a new password. The password they have works until then. `secondFactor` also removes app codes, recovery codes
 * and passkeys, `keys` revokes API keys. Nobody can do this to an account that may do more than their own.
 */
export async function resetSignIn(
  ctx: Ctx,
  caller: Scope,
  staffId: string,
  also: { secondFactor?: boolean; keys?: boolean },
): Promise<string> {
  const staff = await ctx.tx
    .selectFrom('staff')
    .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
    .select(['staff.id', 'role_keys', 'all_clients', 'active', 'password_hash'])
    .where('staff.id', '=', staffId)
    .executeTakeFirst();
  if (!staff) throw notFound('person');
  if (staffId === caller.principalId)
    throw invalid([{ path: 'id', message: 'is you; change your own sign-in on your account page' }]);
  await refuseMightier(ctx, caller, staff);
  if (!staff.active) throw invalid([{ path: 'id', message: 'is deactivated; wake the account first' }]);
  await endSessions(ctx, { staffId });
  if (also.keys) await revokeKeys(ctx, staffId);
  if (also.secondFactor) {
    await removeTotp(ctx, { staffId });
    await ctx.tx.deleteFrom('passkeys').where('staff_id', '=', staffId).execute();
  }
  await staffEvent(ctx, staffId, 'staff.sign_in_reset', also);
  return passwordLink(ctx, { staffId }, staff.password_hash === null ? INVITATION_HOURS : RESET_HOURS);
}
