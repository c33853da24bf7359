import { sql } from 'kysely';
import { type Ctx, callingContact } from '#platform/context/index.ts';
import type { PortalKnownError } from '#shared/problem.ts';

const MOST = 200;

/** Errors that are known at the caller's client and shown to its people, the newest first. */
export async function knownErrorsFor(ctx: Ctx): Promise<{ items: PortalKnownError[] }> {
  const { clientId } = callingContact(ctx);
  const { rows: items } = await sql<PortalKnownError>`
    select k.id, k.title, k.symptoms, k.workaround, s.name as service, k.updated_at as "updatedAt"
    from known_errors k left join client_services x on x.client_id = k.client_id and x.service_id = k.service_id
    left join services s on s.id = x.service_id
    where k.client_id = ${clientId} and k.portal and k.retired_at is null order by k.updated_at desc, k.id limit ${MOST}`.execute(
    ctx.tx,
  );
  return { items };
}
