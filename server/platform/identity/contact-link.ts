import type { FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { portalUrl } from '../portal-address/index.ts';
import { openContact } from './contact/open.ts';
import { forgetCallers } from './remembered.ts';
import type { Opened } from './sign-in.ts';
import { newToken, tokenHash } from './token.ts';

const PURPOSE = 'contact_sign_in';
const MINUTES = 15;
/** A change of a person's card, since an instant, that ends the links that were handed out before. */
const OVERTAKEN = `
select id from events where subject_id = $1 and at > $2 and type = 'contact.changed'
  and data -> 'changes' ?| array['email', 'active'] limit 1`;
const SIGN_IN = systemIdentity('Sign-in');

/**
 * A link that signs a client's person in, once and within 15 minutes; earlier ones stop working. The token is in the fragment,
 * which browsers send to nobody. Runs under the system scope, in the name of whoever hands it out.
 */
export async function contactLink(
  ctx: Ctx,
  who: { clientId: string; contactId: string },
): Promise<{ url: string; expiresAt: string }> {
  const token = newToken();
  const expiresAt = new Date(Date.parse(ctx.now) + MINUTES * 60_000).toISOString();
  await ctx.tx
    .updateTable('one_time_tokens')
    .set({ used_at: ctx.now })
    .where('client_id', '=', who.clientId)
    .where('contact_id', '=', who.contactId)
    .where('purpose', '=', PURPOSE)
    .where('used_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(token),
      purpose: PURPOSE,
      client_id: who.clientId,
      contact_id: who.contactId,
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  await contactEvent(ctx, who, 'contact.sign_in_link_made', {});
  return { url: `${await portalUrl(ctx, who.clientId, '/portal/sign-in')}#token=${token}`, expiresAt };
}

/**
 * Exchanges the token of a link that staff made for a session, whole or half open. A token works once, for somebody who is still
 * there, and has been with the same address since it was made: at another, somebody else may read what they were sent. Null where it is
 * not one of those.
 */
export async function signInByContactLink(
  services: Services,
  token: string,
  request: FastifyRequest,
): Promise<Opened | null> {
  const opened = await withContext(services, SIGN_IN, async (ctx) => {
    const row = await ctx.tx
      .updateTable('one_time_tokens')
      .set({ used_at: ctx.now })
      .where('token_hash', '=', tokenHash(token))
      .where('purpose', '=', PURPOSE)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning(['client_id', 'contact_id', 'created_at'])
      .executeTakeFirst();
    if (!row) return null;
    const who = { clientId: row.client_id ?? '', contactId: row.contact_id ?? '' };
    const changed = await ctx.hot('link_overtaken', OVERTAKEN, [who.contactId, row.created_at]);
    const entered =
      changed.length > 0 ? null : await openContact(ctx, { ...who, way: 'staff_link', by: 'link' }, request);
    if (!entered) throw invalid([{ path: 'token', message: 'is used up or too old; ask for a new link' }]);
    return entered;
  });
  if (opened !== null) forgetCallers(services);
  return opened;
}

/** Notes what somebody of a client, or somebody for them, did about signing in. */
export function contactEvent(
  ctx: Ctx,
  who: { clientId: string; contactId: string },
  type: string,
  data: Record<string, unknown>,
): Promise<string> {
  return appendEvent(ctx, { clientId: who.clientId, subjectType: 'contact', subjectId: who.contactId, type, data });
}
