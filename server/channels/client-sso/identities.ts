import type { Ctx } from '#platform/context/index.ts';
import { contactEvent, endProviderSessions } from '#platform/identity/index.ts';
import type { ContactIdentities } from '#shared/client-sso.ts';

type Contact = { client_id: string; id: string };

/** Who a contact is at the identity providers of their client. Under the system's scope only. */
export async function listIdentities(ctx: Ctx, contact: Contact): Promise<ContactIdentities['items']> {
  const rows = await ctx.tx
    .selectFrom('contact_identities as i')
    .innerJoin('client_identity_providers as p', (join) =>
      join.onRef('p.client_id', '=', 'i.client_id').onRef('p.id', '=', 'i.provider_id'),
    )
    .select(['p.name', 'i.email', 'i.created_at', 'i.last_used_at'])
    .where('i.client_id', '=', contact.client_id)
    .where('i.contact_id', '=', contact.id)
    .orderBy('p.name')
    .execute();
  return rows.map((row) => ({
    provider: row.name,
    email: row.email,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Unlinks a contact from whoever they were at the providers, and ends the sessions that began there. */
export async function unlinkIdentities(ctx: Ctx, contact: Contact): Promise<void> {
  const gone = await ctx.tx
    .deleteFrom('contact_identities')
    .where('client_id', '=', contact.client_id)
    .where('contact_id', '=', contact.id)
    .returning(['provider_id', 'email'])
    .execute();
  for (const { provider_id, email } of gone) {
    await endProviderSessions(ctx, contact.client_id, provider_id, contact.id);
    const who = { clientId: contact.client_id, contactId: contact.id };
    await contactEvent(ctx, who, 'contact.identity_unlinked', { email });
  }
}
