import type { Identity } from './context.ts';

/**
 * The desk acting in a contact's name, for their client alone: what a reply sets in motion (who is told, which clock goes on)
 * reaches rows that a contact may not see. The command then checks itself what the contact may touch.
 */
export function inNameOf({ scope, actor }: Identity): Identity {
  const { principalId, clientIds, companyWide = false, siteId } = scope;
  return {
    scope: {
      principal: 'system',
      principalId,
      allClients: false,
      clientIds,
      companyWide,
      ...(siteId ? { siteId } : {}),
    },
    actor,
    permissions: new Set(),
  };
}
