import { sql } from 'kysely';
import { type Ctx, callingContact } from '#platform/context/index.ts';
import { STATUS_DAYS } from '#shared/announcement-words.ts';
import type { PortalOutage, PortalService, PortalServices } from '#shared/service.ts';
import { monthsOf } from './availability.ts';
import { listTerms } from './terms.ts';

/** So many months of a service its people read of. */
const MONTHS = 6;

/**
 * The services of the caller's company: how much of the agreed time each was there, and the outages of the last 90 days of which its
 * people are told. What comes from an announcement is read there.
 */
export async function portalServices(ctx: Ctx): Promise<PortalServices> {
  const { clientId } = callingContact(ctx);
  const items: PortalService[] = [];
  for (const terms of await listTerms(ctx, { clientId }))
    if (terms.stage !== 'pipeline')
      items.push({
        service: { id: terms.service, name: terms.serviceName },
        ...{ target: terms.target, months: await monthsOf(ctx, terms, MONTHS) },
      });
  const since = new Date(Date.parse(ctx.now) - STATUS_DAYS * 86_400_000).toISOString();
  const { rows: outages } = await sql<PortalOutage>`
    select o.id, json_build_object('id', s.id, 'name', s.name) as service, o.title, o.began_at as "beganAt", o.ended_at as "endedAt",
      o.planned, o.share
    from outages o join services s on s.id = o.service_id
    join client_services x on x.client_id = o.client_id and x.service_id = o.service_id
    where o.client_id = ${clientId} and o.told and o.withdrawn_at is null and o.source in ('hand', 'change')
      and (o.ended_at is null or o.ended_at >= ${since})
    order by o.began_at desc, o.id desc limit 100`.execute(ctx.tx);
  return { items, outages };
}
