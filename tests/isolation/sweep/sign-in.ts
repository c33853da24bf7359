import { newId } from '#kernel/ids.ts';
import { oidcSecretPurpose } from '#platform/identity/index.ts';
import { seal } from '#platform/secrets/index.ts';
import { makeSigner } from '#tests/certificate.ts';
import type { Desk } from '#tests/desk.ts';

/** An identity provider of a client that one of its people signed in at; each text is given. */
export async function plantClientProvider(
  desk: Desk,
  about: { client: string; contact: string },
  say: (what: string) => string,
): Promise<string> {
  const id = newId();
  const own = { client_id: about.client };
  await desk.run(async (ctx) => {
    await ctx.tx
      .insertInto('client_identity_providers')
      .values({
        ...{ ...own, id, name: say('provider'), issuer: say('issuer'), oidc_client_id: say('application') },
        ...{ origins: [say('origin')], email_domains: [say('domain')], makes_contacts: false, trusts_email: false },
        ...{ created_at: ctx.now, updated_at: ctx.now },
      })
      .execute();
    const answer = {
      subject: say('said subject'),
      email: say('said address'),
      name: say('said name'),
      outcome: 'known',
    };
    await ctx.tx
      .insertInto('client_identity_providers')
      .values({
        ...{ ...own, id: newId(), kind: 'saml', name: say('SAML provider'), issuer: say('entity id'), origins: [] },
        ...{ sign_on_url: say('sign-on address'), certificates: [makeSigner(say('certificate')).certificate] },
        ...{ email_domains: [say('SAML domain')], makes_contacts: false, trusts_email: false },
        last_answer: JSON.stringify({ at: ctx.now, trial: true, fault: null, detail: say('detail'), who: answer }),
        ...{ created_at: ctx.now, updated_at: ctx.now },
      })
      .execute();
    await ctx.tx
      .insertInto('client_identity_secrets')
      .values({
        ...own,
        provider_id: id,
        secret: seal(desk.services.secret, oidcSecretPurpose(id), Buffer.from(say('secret'))),
      })
      .execute();
    await ctx.tx
      .insertInto('contact_identities')
      .values({
        ...{ ...own, id: newId(), provider_id: id, contact_id: about.contact },
        ...{ subject: say('subject'), email: say('address'), created_at: ctx.now, last_used_at: ctx.now },
      })
      .execute();
  });
  return id;
}
