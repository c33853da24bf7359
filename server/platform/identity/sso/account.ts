import { newId } from '#kernel/ids.ts';
import type { Refusal } from '#shared/sign-in-words.ts';
import type { Ctx } from '../../context/index.ts';
import { createStaff } from '../staff-account.ts';
import { staffEvent } from '../staff-event.ts';
import { plainEmail } from '../throttle.ts';

/** What a provider said of a person, already verified as its own words. */
export type Claims = { issuer: string; subject: string; email: string; emailVerified: boolean; name: string };

export type Provider = {
  name: string;
  email_domains: string[];
  new_staff_role: string | null;
  new_staff_all_clients: boolean;
};

export type Found = { staffId: string } | { refused: Refusal };

/**
 * Whose account it is, in this order: the one that this issuer and subject are linked to; the one with the same e-mail
 * address, if the provider vouches for it, speaks for its domain and the account is linked to nobody yet; a new one, where
 * the provider's owner wants that. An address alone never moves an account from one identity to another.
 */
export async function accountFor(ctx: Ctx, provider: Provider, claims: Claims): Promise<Found> {
  const linked = await ctx.tx
    .selectFrom('federated_identities as f')
    .innerJoin('staff as s', 's.id', 'f.staff_id')
    .select(['s.id', 's.active', 'f.id as identity_id'])
    .where('f.issuer', '=', claims.issuer)
    .where('f.subject', '=', claims.subject)
    .executeTakeFirst();
  if (linked) {
    if (!linked.active) return { refused: 'deactivated' };
    await ctx.tx
      .updateTable('federated_identities')
      .set({ last_used_at: ctx.now, ...(claims.email ? { email: claims.email } : {}) })
      .where('id', '=', linked.identity_id)
      .execute();
    return { staffId: linked.id };
  }
  if (!vouchedFor(provider, claims)) return { refused: 'unverified' };
  return (await byEmail(ctx, provider, claims)) ?? makeAccount(ctx, provider, claims);
}

/** Whether the provider says that it verified the address, and is believed for its domain. */
function vouchedFor(provider: Provider, claims: Claims): boolean {
  const domain = /^[^\s@]{1,64}@([^\s@]{1,189})$/.exec(plainEmail(claims.email))?.[1];
  return claims.emailVerified && domain !== undefined && provider.email_domains.includes(domain);
}

async function byEmail(ctx: Ctx, provider: Provider, claims: Claims): Promise<Found | null> {
  const staff = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'active'])
    .where((q) => q(q.fn('lower', ['email']), '=', plainEmail(claims.email)))
    .forUpdate()
    .executeTakeFirst();
  if (!staff) return null;
  if (!staff.active) return { refused: 'deactivated' };
  const other = await ctx.tx
    .selectFrom('federated_identities')
    .select('id')
    .where('staff_id', '=', staff.id)
    .limit(1)
    .executeTakeFirst();
  if (other) return { refused: 'linked' };
  return linkIdentity(ctx, provider, claims, staff.id);
}

async function makeAccount(ctx: Ctx, provider: Provider, claims: Claims): Promise<Found> {
  if (provider.new_staff_role === null) return { refused: 'unknown' };
  const staffId = await createStaff(ctx, {
    email: claims.email,
    name: claims.name.trim().slice(0, 200) || claims.email,
    roleKeys: [provider.new_staff_role],
    allClients: provider.new_staff_all_clients,
  });
  return linkIdentity(ctx, provider, claims, staffId);
}

/** Ties an identity to an account from now on; one that belongs to another account stays there. */
export async function linkIdentity(ctx: Ctx, provider: Provider, claims: Claims, staffId: string): Promise<Found> {
  const made = await ctx.tx
    .insertInto('federated_identities')
    .values({
      id: newId(),
      issuer: claims.issuer,
      subject: claims.subject,
      staff_id: staffId,
      email: claims.email,
      created_at: ctx.now,
      last_used_at: ctx.now,
    })
    .onConflict((on) => on.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) {
    const owner = await ctx.tx
      .selectFrom('federated_identities')
      .select('staff_id')
      .where('issuer', '=', claims.issuer)
      .where('subject', '=', claims.subject)
      .executeTakeFirst();
    return owner?.staff_id === staffId ? { staffId } : { refused: 'taken' };
  }
  await staffEvent(ctx, staffId, 'staff.identity_linked', { provider: provider.name, email: claims.email });
  return { staffId };
}
