import type { Ctx } from '../context/index.ts';
import { portalUrl } from '../portal-address/index.ts';
import { type Account, holderOf, ownedBy, ownerOf } from './account.ts';
import { policyFor } from './contact/policy.ts';
import { newToken, tokenHash } from './token.ts';

export const INVITATION_HOURS = 72;
export const RESET_HOURS = 1;
const PURPOSE = 'invitation';

export const hoursFrom = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();

/** A link with which its holder chooses the password of an account; earlier ones stop working. */
export async function passwordLink(ctx: Ctx, account: Account, hours: number): Promise<string> {
  const token = newToken();
  await endPasswordLinks(ctx, account);
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      ...ownerOf(account),
      token_hash: tokenHash(token),
      purpose: PURPOSE,
      // It goes to this address: once the account has another one, whoever reads the old one's mail is somebody else.
      data: JSON.stringify({ email: (await holderOf(ctx, account)).email }),
      created_at: ctx.now,
      expires_at: hoursFrom(ctx.now, hours),
    })
    .execute();
  const page =
    'staffId' in account
      ? `${ctx.services.baseUrl}/invitation`
      : await portalUrl(ctx, account.clientId, '/portal/password');
  return `${page}#token=${token}`;
}

/** No link that was given out sets the password of this account any more. */
export async function endPasswordLinks(ctx: Ctx, account: Account): Promise<void> {
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where(ownedBy(account))
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .execute();
}

/** Until when a link is good that somebody has not used yet; null where there is none. */
export async function invitedUntil(ctx: Ctx, account: Account): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('one_time_tokens')
    .select('expires_at')
    .where(ownedBy(account))
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row?.expires_at ?? null;
}

/**
 * Whose password this link sets; null for one that was used, is too old, went to an address that the account has no more, or is of
 * somebody who is not there any more or may have no password.
 */
export async function invitedPerson(ctx: Ctx, token: string): Promise<Account | null> {
  const link = await ctx.tx
    .selectFrom('one_time_tokens')
    .select(['staff_id', 'client_id', 'contact_id', 'data'])
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  if (link?.staff_id) {
    const { staff_id: staffId } = link;
    const staff = await ctx.tx.selectFrom('staff').select('active').where('id', '=', staffId).executeTakeFirst();
    return staff?.active ? { staffId } : null;
  }
  if (!link?.client_id || !link.contact_id) return null;
  const account = { clientId: link.client_id, contactId: link.contact_id };
  const contact = await ctx.tx
    .selectFrom('contacts')
    .innerJoin('clients', 'clients.id', 'contacts.client_id')
    .select('contacts.email')
    .where('contacts.client_id', '=', account.clientId)
    .where('contacts.id', '=', account.contactId)
    .where('contacts.active', '=', true)
    .where('clients.active', '=', true)
    .executeTakeFirst();
  const { email } = link.data as { email?: string };
  return contact && contact.email === email && (await policyFor(ctx, account.clientId)).password ? account : null;
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
