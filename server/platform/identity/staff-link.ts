import type { Ctx } from '../context/index.ts';
import { newToken, tokenHash } from './token.ts';

export const INVITATION_HOURS = 72;
export const RESET_HOURS = 1;
const PURPOSE = 'invitation';

/** A link with which its holder chooses the password of an account; earlier ones stop working. */
export async function passwordLink(ctx: Ctx, staffId: string, hours: number): Promise<string> {
  const token = newToken();
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(token),
      purpose: PURPOSE,
      staff_id: staffId,
      created_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + hours * 3_600_000).toISOString(),
    })
    .execute();
  return `${ctx.services.baseUrl}/invitation#token=${token}`;
}

/** Whose password this link sets; undefined for one that was used, is too old, or of somebody who is not there any more. */
export function invitedPerson(
  ctx: Ctx,
  token: string,
): Promise<{ id: string; totp_confirmed_at: string | null } | undefined> {
  return ctx.tx
    .selectFrom('one_time_tokens as link')
    .innerJoin('staff', 'staff.id', 'link.staff_id')
    .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
    .select(['staff.id', 'credentials.totp_confirmed_at'])
    .where('link.token_hash', '=', tokenHash(token))
    .where('link.purpose', '=', PURPOSE)
    .where('link.used_at', 'is', null)
    .where('link.expires_at', '>', ctx.now)
    .where('staff.active', '=', true)
    .executeTakeFirst();
}

/** Uses a link up. Of two who do so at once one is told that it was not them. */
export async function spendLink(ctx: Ctx, token: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
