import { type Identity, systemIdentity } from '#platform/context/index.ts';

/** Whoever is not signed in: sees what is public, and nothing else. */
export const VISITOR: Identity = {
  scope: { principal: 'contact', principalId: null, allClients: false, clientIds: [] },
  actor: { kind: 'contact', id: null, name: 'A visitor' },
  permissions: new Set(),
};

/** Counts what visitors read. */
export const COUNTER = systemIdentity('Knowledge');
