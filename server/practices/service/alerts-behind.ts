import { reachBy, stepsAlong } from '#kernel/estate/impact.ts';
import type { Ctx } from '#platform/context/index.ts';
import { edgesAmong } from '#server/practices/configuration/index.ts';
import { pairOf } from './terms.ts';

/** Open alerts by item; `own` is the service that the item itself stands for. */
const ALERTING = `
select a.client_id as client, a.item_id as item, i.service_id as own,
  count(*) filter (where a.severity <= 2)::int as severe, count(*) filter (where a.severity > 2)::int as other
from alerts a join configuration_items i on i.client_id = a.client_id and i.id = a.item_id
where a.is_open and a.state in ('open', 'ticketed', 'acknowledged')
  and ($1::uuid[] is null or a.client_id = any ($1::uuid[])) and ($2::uuid is null or a.client_id = $2) group by 1, 2, 3`;
const STANDING = `
select id as item, service_id as service from configuration_items
where client_id = any ($1::uuid[]) and service_id is not null and ($2::uuid is null or service_id = $2)`;

type Alerting = { client: string; item: string; own: string | null; severe: number; other: number };
type Behind = { severe: number; other: number };
type Which = { clientId?: string | undefined; serviceId?: string | undefined };

/**
 * Open alerts on what services need without standing for them themselves, at any depth: by client and service. An alert on an item of the
 * service itself is not among them.
 */
export async function alertsBehind(ctx: Ctx, { clientId, serviceId }: Which): Promise<ReadonlyMap<string, Behind>> {
  const sight = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const alerting = await ctx.hot<Alerting>('service_alerting_items', ALERTING, [sight, clientId ?? null]);
  const found = new Map<string, Behind>();
  if (alerting.length === 0) return found;
  const clients = [...new Set(alerting.map(({ client }) => client))];
  const [edges, standing] = await Promise.all([
    edgesAmong(ctx, clients),
    ctx.hot<{ item: string; service: string }>('service_standing_items', STANDING, [clients, serviceId ?? null]),
  ]);
  const effects = stepsAlong(edges, 'effects');
  const serviceOf = new Map(standing.map(({ item, service }) => [item, service]));
  for (const { client, item, own, severe, other } of alerting) {
    const hurt = new Set(reachBy(item, effects).flatMap(({ id }) => serviceOf.get(id) ?? []));
    for (const service of hurt) {
      if (service === own) continue;
      const before = found.get(pairOf(client, service)) ?? { severe: 0, other: 0 };
      found.set(pairOf(client, service), { severe: before.severe + severe, other: before.other + other });
    }
  }
  return found;
}
