import type { PortalPolicy, SignInWay } from '#shared/portal-sign-in.ts';
import type { SecondFactorAsk } from '#shared/sign-in-words.ts';
import type { Sees } from '#shared/vocabulary.ts';
import type { Ctx } from '../../context/index.ts';
import { sightOf } from './sight.ts';

type Who = { readonly clientId: string; readonly contactId: string };

/** What the policy of their client asks of this person. */
export async function factorRule(ctx: Ctx, who: Who, { secondFactor }: PortalPolicy): Promise<SecondFactorAsk> {
  if (secondFactor !== 'elevated') return secondFactor;
  const contact = await ctx.tx
    .selectFrom('contacts')
    .select(['sees', 'site_id', 'roles'])
    .where('client_id', '=', who.clientId)
    .where('id', '=', who.contactId)
    .executeTakeFirst();
  if (!contact) return 'required';
  const { companyWide } = await sightOf(ctx, who.clientId, {
    sees: contact.sees as Sees | null,
    siteId: contact.site_id,
  });
  return companyWide || contact.roles.length > 0 ? 'required' : 'optional';
}

/** What somebody must show besides the way they came in: nothing, the code of their app, or one that they have yet to set up. */
export async function factorAsked(
  ctx: Ctx,
  who: Who,
  way: SignInWay | null,
  policy: PortalPolicy,
): Promise<'nothing' | 'code' | 'set_up'> {
  if (policy.secondFactor === 'off' || (way === 'sso' && !policy.ssoSecondFactor)) return 'nothing';
  const row = await ctx.tx
    .selectFrom('credentials')
    .select('totp_confirmed_at')
    .where('client_id', '=', who.clientId)
    .where('contact_id', '=', who.contactId)
    .executeTakeFirst();
  if (row?.totp_confirmed_at) return 'code';
  return (await factorRule(ctx, who, policy)) === 'required' ? 'set_up' : 'nothing';
}
