import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { contactEvent } from '#platform/identity/index.ts';
import { createContact } from '#server/business/client/index.ts';
import { isOwnAddress } from '#server/channels/mail-in/index.ts';
import type { Refusal } from '#shared/sign-in-words.ts';
import type { Who } from './who.ts';

export type ClientProvider = { client_id: string; id: string; name: string; makes_contacts: boolean };
export type Found = { contactId: string } | { refused: Refusal };

/**
 * The contact of the provider's client that somebody is, in this order: whom this identity is linked to; who has this address, if it
 * counts and nobody else of the provider is linked to them; somebody new, where that is wanted. An address alone never moves a contact
 * from one identity to another, the desk's own are nobody's, and nobody deactivated comes back.
 */
export async function contactFor(ctx: Ctx, provider: ClientProvider, who: Who): Promise<Found> {
  // One at a time, so that two answers about somebody new make one contact.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`client sso ${provider.id}`}, 0))`.execute(ctx.tx);
  const linked = await ctx.tx
    .selectFrom('contact_identities as i')
    .innerJoin('contacts as r', (join) =>
      join.onRef('r.client_id', '=', 'i.client_id').onRef('r.id', '=', 'i.contact_id'),
    )
    .select(['i.id', 'r.id as contactId', 'r.active'])
    .where('i.client_id', '=', provider.client_id)
    .where('i.provider_id', '=', provider.id)
    .where('i.subject', '=', who.subject)
    .executeTakeFirst();
  if (linked) {
    if (!linked.active) return { refused: 'deactivated' };
    await ctx.tx
      .updateTable('contact_identities')
      .set({ last_used_at: ctx.now, ...(who.email ? { email: who.email } : {}) })
      .where('client_id', '=', provider.client_id)
      .where('id', '=', linked.id)
      .execute();
    return { contactId: linked.contactId };
  }
  if (who.email === '' || (await isOwnAddress(ctx, who.email))) return { refused: 'unverified' };
  const known = await ctx.tx
    .selectFrom('contacts')
    .select(['id', 'active'])
    .where('client_id', '=', provider.client_id)
    .where('email', '=', who.email)
    .executeTakeFirst();
  if (known && !known.active) return { refused: 'deactivated' };
  if (!known && !provider.makes_contacts) return { refused: 'unknown' };
  const contactId =
    known?.id ??
    (await createContact(ctx, {
      clientId: provider.client_id,
      name: who.name.trim().slice(0, 200) || who.email,
      email: who.email,
    }));
  return link(ctx, provider, who, contactId);
}

async function link(ctx: Ctx, provider: ClientProvider, who: Who, contactId: string): Promise<Found> {
  const own = { client_id: provider.client_id, provider_id: provider.id, contact_id: contactId };
  const made = await ctx.tx
    .insertInto('contact_identities')
    .values({
      ...own,
      id: newId(),
      subject: who.subject,
      email: who.email,
      created_at: ctx.now,
      last_used_at: ctx.now,
    })
    .onConflict((on) => on.columns(['client_id', 'provider_id', 'contact_id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return { refused: 'linked' };
  const whom = { clientId: provider.client_id, contactId };
  await contactEvent(ctx, whom, 'contact.identity_linked', { provider: provider.name, email: who.email });
  return { contactId };
}
