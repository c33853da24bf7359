import type { Ctx } from '../context/index.ts';
import { newToken, tokenHash } from './token.ts';

export const INVITATION_HOURS = 72;
export const RESET_HOURS = 1;

/** A link with which its holder chooses the password of an account; earlier ones stop working. */
export async function passwordLink(ctx: Ctx, staffId: string, hours: number): Promise<string> {
  const token = newToken();
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(token),
      purpose: 'invitation',
      staff_id: staffId,
      created_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + hours * 3_600_000).toISOString(),
    })
    .execute();
  return `${ctx.services.baseUrl}/invitation#token=${token}`;
}
