import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { invalid } from '#kernel/errors.ts';
import { qrPath } from '#kernel/qr.ts';
import type { Ctx } from '../context/index.ts';
import { seal, unseal } from '../secrets/index.ts';
import { type Account, accountKey, ownedBy, ownerOf } from './account.ts';

/** RFC 6238: one step is 30 seconds; the step before and after is taken too, for clocks that run apart. */
const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;

const hashOf = (code: string) => createHash('sha256').update(code.replace(/[\s-]/g, '').toLowerCase()).digest('hex');
const purpose = (account: Account) => `totp ${accountKey(account)}`;

/** Begins enrolment: a secret that counts only once a first code confirmed it; until then the old one, if any, stays. */
export async function startTotp(
  ctx: Ctx,
  account: Account,
  shown: { issuer: string; label: string },
): Promise<{ secret: string; uri: string; qr: string; size: number }> {
  const secret = generateSecret();
  const sealed = seal(ctx.services.secret, purpose(account), Buffer.from(secret));
  await ctx.tx
    .insertInto('credentials')
    .values({ ...ownerOf(account), totp_pending: sealed })
    .onConflict((on) =>
      ('staffId' in account ? on.column('staff_id') : on.columns(['client_id', 'contact_id'])).doUpdateSet({
        totp_pending: sealed,
      }),
    )
    .execute();
  const uri = generateURI({ ...shown, secret });
  return { secret, uri, ...qrPath(uri) };
}

/** Confirms enrolment and returns recovery codes, shown this once and kept as hashes. */
export async function confirmTotp(ctx: Ctx, account: Account, code: string): Promise<string[]> {
  const row = await ctx.tx
    .selectFrom('credentials')
    .select('totp_pending')
    .where(ownedBy(account))
    .forUpdate()
    .executeTakeFirst();
  if (!row?.totp_pending) throw invalid([{ path: 'code', message: 'has nothing to confirm; start setting up again' }]);
  const step = await stepOf(ctx, account, row.totp_pending, code);
  if (step === null) throw invalid([{ path: 'code', message: 'is not the code that the app shows right now' }]);
  await ctx.tx
    .updateTable('credentials')
    .set({ totp_secret: row.totp_pending, totp_pending: null, totp_confirmed_at: ctx.now, totp_last_step: step })
    .where(ownedBy(account))
    .execute();
  return renewRecoveryCodes(ctx, account);
}

/** Makes new recovery codes, 64 random bits each; the old ones are dead. */
export async function renewRecoveryCodes(ctx: Ctx, account: Account): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    randomBytes(8)
      .toString('hex')
      .replace(/(.{4})(?!$)/g, '$1-'),
  );
  await ctx.tx
    .updateTable('credentials')
    .set({ recovery_hashes: codes.map(hashOf) })
    .where(ownedBy(account))
    .execute();
  return codes;
}

/** Takes codes and recovery codes away. True where codes were on. */
export async function removeTotp(ctx: Ctx, account: Account): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('credentials')
    .select('totp_confirmed_at')
    .where(ownedBy(account))
    .forUpdate()
    .executeTakeFirst();
  await ctx.tx
    .updateTable('credentials')
    .set({
      totp_secret: null,
      totp_pending: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      recovery_hashes: [],
    })
    .where(ownedBy(account))
    .execute();
  return row?.totp_confirmed_at != null;
}

/** A code from the app, or a recovery code; either works once. */
export async function checkSecondFactor(ctx: Ctx, account: Account, code: string): Promise<boolean> {
  return /^\d{6}$/.test(code.trim()) ? checkTotp(ctx, account, code.trim()) : spendRecoveryCode(ctx, account, code);
}

async function checkTotp(ctx: Ctx, account: Account, code: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('credentials')
    .select(['totp_secret', 'totp_last_step'])
    .where(ownedBy(account))
    .forUpdate()
    .executeTakeFirst();
  if (!row?.totp_secret) return false;
  const step = await stepOf(ctx, account, row.totp_secret, code);
  if (step === null || (row.totp_last_step !== null && step <= row.totp_last_step)) return false;
  await ctx.tx.updateTable('credentials').set({ totp_last_step: step }).where(ownedBy(account)).execute();
  return true;
}

/** The time step that a code belongs to; null when it is wrong. A step is taken once, so a code seen on the way is dead. */
async function stepOf(ctx: Ctx, account: Account, sealed: Buffer, code: string): Promise<number | null> {
  const secret = unseal(ctx.services.secret, purpose(account), sealed).toString();
  const epoch = Math.floor(Date.parse(ctx.now) / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + (result.delta ?? 0) : null;
}

async function spendRecoveryCode(ctx: Ctx, account: Account, code: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('credentials')
    .select('recovery_hashes')
    .where(ownedBy(account))
    .forUpdate()
    .executeTakeFirst();
  const hash = hashOf(code);
  if (!row?.recovery_hashes.includes(hash)) return false;
  await ctx.tx
    .updateTable('credentials')
    .set({ recovery_hashes: row.recovery_hashes.filter((item) => item !== hash) })
    .where(ownedBy(account))
    .execute();
  return true;
}
