import type { FastifyRequest } from 'fastify';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { forgetCallers, openContact, policyFor } from '#platform/identity/index.ts';
import type { Refusal } from '#shared/sign-in-words.ts';
import { type ClientProvider, contactFor } from './account.ts';
import type { Who } from './who.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** Signs somebody in to the provider's own client, or says why not; that nobody was found undoes nothing that was noted. */
export async function enter(
  services: Services,
  provider: ClientProvider,
  who: Who,
  request: FastifyRequest,
): Promise<{ token: string } | { refused: Refusal }> {
  const outcome = await withContext(
    services,
    SIGN_IN,
    async (ctx): Promise<{ token: string } | { refused: Refusal }> => {
      const { sso } = await policyFor(ctx, provider.client_id);
      if (!sso) return { refused: 'failed' };
      const found = await contactFor(ctx, provider, who);
      if ('refused' in found) return found;
      const whom = { clientId: provider.client_id, contactId: found.contactId };
      const entry = { ...whom, way: 'sso', providerId: provider.id, by: provider.name } as const;
      return (await openContact(ctx, entry, request)) ?? { refused: 'deactivated' };
    },
  );
  if ('token' in outcome) forgetCallers(services);
  return outcome;
}
