import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '../../context/index.ts';
import { newToken, tokenHash } from '../token.ts';

/** Milliseconds for which a challenge may be answered. */
export const CHALLENGE_MS = 5 * 60_000;

export type Purpose = 'passkey_register' | 'passkey_sign_in' | 'passkey_confirm';
/** Whose challenge it is: registering and confirming belong to one session of one person, signing in to nobody yet. */
export type Bound = { staffId: string; sessionId: string } | null;

/** Makes a challenge of 256 random bits; only its hash is kept. */
export async function issueChallenge(ctx: Ctx, purpose: Purpose, bound: Bound): Promise<string> {
  const challenge = newToken();
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(challenge),
      purpose,
      staff_id: bound?.staffId ?? null,
      data: JSON.stringify({ sessionId: bound?.sessionId ?? null }),
      created_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + CHALLENGE_MS).toISOString(),
    })
    .execute();
  return challenge;
}

/**
 * Takes the challenge that a browser says it answered, which works once whatever comes of it: commit before judging the
 * answer. Throws `unauthenticated` for one that is unknown, used, too old, of another purpose or of another session.
 */
export async function spendChallenge(ctx: Ctx, purpose: Purpose, bound: Bound, clientData: string): Promise<string> {
  const challenge = challengeIn(clientData);
  const row = await ctx.tx
    .deleteFrom('one_time_tokens')
    .where('token_hash', '=', tokenHash(challenge))
    .where('purpose', '=', purpose)
    .returning(['staff_id', 'data', 'expires_at'])
    .executeTakeFirst();
  const { sessionId } = (row?.data ?? {}) as { sessionId?: string | null };
  const fits =
    row !== undefined &&
    row.expires_at > ctx.now &&
    row.staff_id === (bound?.staffId ?? null) &&
    (sessionId ?? null) === (bound?.sessionId ?? null);
  if (!fits) throw new Fault('unauthenticated', 'This took too long, or was answered already. Try once more.');
  return challenge;
}

/** The challenge inside WebAuthn's clientDataJSON; an empty text where there is none. */
function challengeIn(clientData: string): string {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    const { challenge } = parsed as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
