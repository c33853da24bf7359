import { notFound } from '#kernel/errors.ts';
import type { CalendarChoice } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ServiceStage } from '#shared/service-words.ts';

/** A service as a client has it: what is offered, and in place of that what it has by itself (null: nothing). */
export type Terms = {
  readonly client: string;
  readonly clientName: string;
  readonly service: string;
  readonly serviceName: string;
  readonly description: string;
  readonly stage: ServiceStage;
  readonly since: string | null;
  readonly timeZone: string;
  readonly country: string;
  readonly region: string;
  readonly owner: { id: string; name: string } | null;
  readonly calendar: CalendarChoice;
  readonly ownCalendar: CalendarChoice | null;
  readonly target: number | null;
  readonly ownTarget: number | null;
  readonly plannedCounts: boolean;
  readonly ownPlannedCounts: boolean | null;
  readonly version: number;
};

/** How a service of a client is named where many are told together. */
export const pairOf = (client: string, service: string) => `${client}.${service}`;

const TERMS = `
select c.id as client, c.name as "clientName", s.id as service, s.name as "serviceName", s.description, s.stage,
  x.since::text as since, c.time_zone as "timeZone", c.country, c.region,
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as owner,
  coalesce(x.calendar, s.calendar) as calendar, x.calendar as "ownCalendar",
  coalesce(x.availability_target, s.availability_target) as target, x.availability_target as "ownTarget",
  coalesce(x.planned_counts, s.planned_counts) as "plannedCounts", x.planned_counts as "ownPlannedCounts", x.version
from client_services x join clients c on c.id = x.client_id join services s on s.id = x.service_id
left join staff o on o.id = s.owner_id
where ($1::uuid[] is null or x.client_id = any ($1::uuid[])) and ($2::uuid is null or x.client_id = $2)
  and ($3::uuid is null or x.service_id = $3)
order by lower(s.name), c.name_key, c.id, s.id`;

/** The services of clients in sight, or of one, or one service of theirs. */
export function listTerms(
  ctx: Ctx,
  of: { clientId?: string | undefined; serviceId?: string | undefined },
): Promise<Terms[]> {
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  return ctx.hot<Terms>('service_terms', TERMS, [clients, of.clientId ?? null, of.serviceId ?? null]);
}

/** A client's service; a client or service out of sight, and one that the client does not have, are alike not there. */
export async function termsOf(ctx: Ctx, clientId: string, serviceId: string): Promise<Terms> {
  const [terms] = await listTerms(ctx, { clientId, serviceId });
  if (!terms) throw notFound('service');
  return terms;
}
