import { sql } from 'kysely';
import { monthsBack } from '#kernel/availability.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createService, updateService } from '#server/desk/classification/index.ts';
import { calendarName, refuseCalendar } from '#server/practices/service-level/index.ts';
import type {
  CreateOffering,
  OfferingQuery,
  OfferingRow,
  OfferingView,
  ServiceHealth,
  UpdateOffering,
} from '#shared/service.ts';
import { percentSince, spansSince } from './availability.ts';
import { countLevels, healthOfAll } from './health.ts';
import { listTerms, pairOf, type Terms } from './terms.ts';

/** Adds a service to the portfolio. Returns its id. */
export async function createOffering(ctx: Ctx, input: CreateOffering): Promise<string> {
  await refuseCalendar(ctx, input.calendar);
  return createService(ctx, input);
}

/** Changes what is offered; whatever a client has by itself stays. */
export async function updateOffering(ctx: Ctx, id: string, input: UpdateOffering): Promise<void> {
  await refuseCalendar(ctx, input.calendar);
  await updateService(ctx, id, input);
}

type Stored = Omit<OfferingRow, 'clients' | 'health' | 'availability' | 'down'>;

const NAMED = (alias: string) =>
  sql.raw(`case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`);
const COLUMNS = sql`s.id, s.name, s.description, s.stage, s.importance, s.calendar, s.availability_target as "availabilityTarget",
  s.planned_counts as "plannedCounts", s.version, ${NAMED('o')} as owner, ${NAMED('m')} as team`;
const FROM = sql`services s left join staff o on o.id = s.owner_id left join teams m on m.id = s.team_id`;

/** The portfolio by name, with how it goes at the clients in sight; of a client, what that has. */
export async function listOfferings(ctx: Ctx, { clientId }: OfferingQuery): Promise<OfferingRow[]> {
  const { rows } = await sql<Stored>`select ${COLUMNS} from ${FROM}
    where ${clientId ?? null}::uuid is null or exists (
      select from client_services x where x.service_id = s.id and x.client_id = ${clientId ?? null})
    order by array_position(array['offered', 'pipeline', 'retired'], s.stage), lower(s.name), s.id limit 2000`.execute(
    ctx.tx,
  );
  const which = { clientId };
  const terms = await listTerms(ctx, which);
  const health = await healthOfAll(ctx, which, terms);
  const numbers = await numbersOf(ctx, terms, health, which);
  return rows.map((row) => ({ ...row, ...(numbers.get(row.id) ?? NONE) }));
}

const NONE = { clients: 0, health: { good: 0, watch: 0, poor: 0 }, availability: null, down: 0 };
type Numbers = Pick<OfferingRow, 'clients' | 'health' | 'availability' | 'down'>;

/** By service: how many clients have it, how it does there, and how much of this month's agreed time it was there. */
async function numbersOf(
  ctx: Ctx,
  terms: readonly Terms[],
  health: readonly ServiceHealth[],
  which: { clientId?: string | undefined; serviceId?: string | undefined },
): Promise<Map<string, Numbers>> {
  const now = Date.parse(ctx.now);
  // The clocks of no place are more than a day from those of another.
  const spans = await spansSince(ctx, which, now - 33 * 86_400_000);
  const healthBy = Map.groupBy(health, ({ service }) => service.id);
  const months = new Map(
    [...new Set(terms.map(({ timeZone }) => timeZone))].map((zone) => [zone, monthsBack(now, zone, 1)[0]?.from]),
  );
  const monthOf = ({ timeZone }: Terms) => months.get(timeZone) ?? now;
  const numbers = new Map<string, Numbers>();
  for (const [service, of] of Map.groupBy(terms, (one) => one.service)) {
    let sum = 0;
    for (const one of of)
      sum += (await percentSince(ctx, one, monthOf(one), spans.get(pairOf(one.client, service)) ?? [])) ?? 100;
    const known = healthBy.get(service) ?? [];
    numbers.set(service, {
      clients: of.length,
      health: countLevels(known),
      availability: sum / of.length,
      down: known.filter(({ isDown }) => isDown).length,
    });
  }
  return numbers;
}

/** One of them, with the policies in force that name it. */
export async function viewOffering(ctx: Ctx, id: string): Promise<OfferingView> {
  const { rows } = await sql<Stored>`select ${COLUMNS} from ${FROM} where s.id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('service');
  const which = { serviceId: id };
  const terms = await listTerms(ctx, which);
  const health = await healthOfAll(ctx, which, terms);
  const numbers = await numbersOf(ctx, terms, health, which);
  const { rows: levels } = await sql<OfferingView['levels'][number]>`
    select p.id, p.name, case when p.client_id is not null then 'client' when p.group_id is not null then 'group' else 'provider' end as level
    from sla_policies p join lateral (
      select v.terms from sla_policy_versions v where v.policy_id = p.id and v.from_at <= ${ctx.now} and v.taken_back_at is null
      order by v.from_at desc, v.number desc limit 1) v on true
    where v.terms -> 'serviceIds' ? ${id}::text order by p.client_id is not null, p.group_id is not null, lower(p.name), p.id limit 200`.execute(
    ctx.tx,
  );
  return {
    ...row,
    ...(numbers.get(id) ?? NONE),
    ...{ calendarName: await calendarName(ctx, row.calendar), levels },
  };
}
