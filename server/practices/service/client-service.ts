import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { setClientService } from '#server/business/client/index.ts';
import { calendarName, refuseCalendar } from '#server/practices/service-level/index.ts';
import type { ClientService, SetClientService } from '#shared/service.ts';
import { monthsOf } from './availability.ts';
import { healthOfAll } from './health.ts';
import { termsOf } from './terms.ts';

type Pair = { readonly clientId: string; readonly serviceId: string };

/** So many days back changes are told. */
const CHANGES_DAYS = 90;

/** A service as a client has it: where each value comes from, how it does, what it stands on, and what was altered. */
export async function viewClientService(ctx: Ctx, { clientId, serviceId }: Pair): Promise<ClientService> {
  const terms = await termsOf(ctx, clientId, serviceId);
  const [health] = await healthOfAll(ctx, { clientId, serviceId }, [terms]);
  if (!health) throw new Error(`No health of service ${serviceId} at client ${clientId}`);
  const { ownCalendar, ownTarget, ownPlannedCounts } = terms;
  return {
    ...{ client: health.client, service: health.service, health },
    ...{ description: terms.description, stage: terms.stage, since: terms.since, owner: terms.owner },
    calendar: { value: terms.calendar, own: ownCalendar !== null },
    calendarName: await calendarName(ctx, terms.calendar),
    availabilityTarget: { value: terms.target, own: ownTarget !== null },
    plannedCounts: { value: terms.plannedCounts, own: ownPlannedCounts !== null },
    months: await monthsOf(ctx, terms),
    items: await itemsOf(ctx, { clientId, serviceId }),
    changes: await changesOf(ctx, { clientId, serviceId }),
    version: terms.version,
  };
}

/** Says what a client has of a service by itself. */
export async function putClientService(ctx: Ctx, pair: Pair, input: SetClientService): Promise<void> {
  await termsOf(ctx, pair.clientId, pair.serviceId);
  await refuseCalendar(ctx, input.calendar);
  await setClientService(ctx, pair, input);
}

async function itemsOf(ctx: Ctx, { clientId, serviceId }: Pair): Promise<ClientService['items']> {
  const { rows } = await sql<ClientService['items'][number]>`
    select i.id, i.name, k.name as "className", (select count(*)::int from alerts a where a.client_id = i.client_id and a.item_id = i.id
      and a.is_open and a.state in ('open', 'ticketed', 'acknowledged')) as alerts
    from configuration_items i join ci_classes k on k.key = i.class_key
    where i.client_id = ${clientId} and i.service_id = ${serviceId} and i.merged_into is null
    order by lower(i.name), i.id limit 100`.execute(ctx.tx);
  return rows;
}

async function changesOf(ctx: Ctx, { clientId, serviceId }: Pair): Promise<ClientService['changes']> {
  const since = new Date(Date.parse(ctx.now) - CHANGES_DAYS * 86_400_000).toISOString();
  const { rows } = await sql<ClientService['changes'][number]>`
    select t.id, t.key, t.title, t.status, c.type, c.outcome, coalesce(c.actual_start, c.planned_start) as at
    from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
    join change_services s on s.client_id = c.client_id and s.change_id = c.ticket_id and s.service_id = ${serviceId}
    where (c.client_id = ${clientId} or exists (
        select from change_items i where i.change_client_id = c.client_id and i.change_id = c.ticket_id and i.client_id = ${clientId}))
      and t.status_category <> 'cancelled' and coalesce(c.actual_start, c.planned_start, t.created_at) >= ${since}
    order by coalesce(c.actual_start, c.planned_start, t.created_at) desc, t.id desc limit 20`.execute(ctx.tx);
  return rows;
}
