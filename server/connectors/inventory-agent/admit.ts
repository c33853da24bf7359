import type { FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { tokenHash } from '#platform/identity/index.ts';

/** The key by which an agent reports, and so whose machine it is on. */
export type Enrolled = { readonly id: string; readonly clientId: string; readonly siteId: string | null };

const DOOR_KEEPER = systemIdentity('Inventory agents');

const FIND = `
select k.id, k.client_id as "clientId", k.site_id as "siteId"
from enrolment_keys k join clients c on c.id = k.client_id
where k.key_hash = $1 and k.revoked_at is null and c.active`;

/**
 * Finds the key of an address by its hash, so that how long it takes says nothing of how much of it is right. A key that never was, one that
 * was revoked and one of a client who has left are refused in the same words.
 */
export async function admitAgent(services: Services, request: FastifyRequest): Promise<Enrolled> {
  const { key } = request.params as { key: string };
  const [found] = await withContext(services, DOOR_KEEPER, (ctx) =>
    ctx.hot<Enrolled>('enrolment_key', FIND, [tokenHash(key)]),
  );
  if (!found) throw new Fault('unauthenticated', 'This address is none that agents report to, or not any more.');
  return found;
}
