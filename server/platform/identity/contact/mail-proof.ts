import { createHmac, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../context/index.ts';
import { visitorOf } from '../address.ts';
import { type Bucket, countTry, plainEmail } from '../throttle.ts';
import { newToken, tokenHash } from '../token.ts';

const PURPOSE = 'contact_mail';
const MINUTES = 15;
export const MAIL_PROOF_SECONDS = MINUTES * 60;
const DAY_MINUTES = 24 * 60;

/** What somebody asked for: a mail to an address, in the browser of this hash, at a client's own door or (null) at everybody's. */
export type AskedMail = { email: string; browser: string; clientId: string | null };

/** Counts that somebody wants a mail. What is counted does not depend on whether the address is anybody's. */
export async function countMailAsked(ctx: Ctx, email: string, address: string): Promise<void> {
  await countTry(
    ctx,
    [
      { name: `portal mail ${plainEmail(email)}`, limit: 5 },
      { name: `portal mails ${visitorOf(address)}`, limit: 30 },
    ],
    'Several mails were asked for just now. Look for the last one, or wait 15 minutes.',
  );
}

/** A code has a million faces: few tries with it in one browser, and few a day by anybody with an address. The link always works. */
export function codeBuckets(email: string, secret: string): Bucket[] {
  return [
    { name: `portal code ${tokenHash(secret)}`, limit: 5 },
    { name: `portal codes ${plainEmail(email)}`, limit: 30, minutes: DAY_MINUTES },
  ];
}

const codeHash = (ctx: Ctx, browser: string, code: string) =>
  createHmac('sha256', ctx.services.secret).update(`portal code ${browser} ${code}`).digest('hex');

/**
 * Makes what a mail proves its address by, once and within 15 minutes: the token of a link, for any browser, and a code for the browser
 * that asked alone. Neither is kept.
 */
export async function mintMailProof(
  ctx: Ctx,
  { email, browser, clientId }: AskedMail,
): Promise<{ token: string; code: string; expiresAt: string }> {
  const token = newToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(Date.parse(ctx.now) + MINUTES * 60_000).toISOString();
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(token),
      purpose: PURPOSE,
      data: JSON.stringify({ email, clientId, browser, code: codeHash(ctx, browser, code) }),
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, code, expiresAt };
}

/** What is shown: the token of the link, or the code with the address it went to and the secret of the browser that asked. */
export type ShownProof = { token: string } | { email: string; code: string; secret: string };

/** The address that is proved, and for which client it was asked. Null for what was never made, is used up, too old or another's. */
export async function readMailProof(
  ctx: Ctx,
  shown: ShownProof,
): Promise<{ email: string; clientId: string | null } | null> {
  let query = ctx.tx
    .selectFrom('one_time_tokens')
    .select('data')
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now);
  if ('token' in shown) query = query.where('token_hash', '=', tokenHash(shown.token));
  else {
    const browser = tokenHash(shown.secret);
    query = query
      .where(sql<string>`data ->> 'email'`, '=', plainEmail(shown.email))
      .where(sql<string>`data ->> 'browser'`, '=', browser)
      .where(sql<string>`data ->> 'code'`, '=', codeHash(ctx, browser, shown.code));
  }
  const row = await query.forUpdate().executeTakeFirst();
  return row ? (row.data as { email: string; clientId: string | null }) : null;
}

/** Uses up every mail that went to an address. */
export async function spendMailProofs(ctx: Ctx, email: string): Promise<void> {
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('purpose', '=', PURPOSE)
    .where(sql<string>`data ->> 'email'`, '=', email)
    .where('used_at', 'is', null)
    .execute();
}
