import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ServiceStatus } from '#shared/announcement.ts';
import { SERVICE_STATES } from '#shared/announcement-words.ts';
import { toldSince } from './told-since.ts';

type Trouble = ServiceStatus['past'][number] & { serviceId: string; announcementId: string | null };

/** Worse than another, else longer. */
const worst = (a: Trouble, b: Trouble): Trouble => {
  const order = SERVICE_STATES.indexOf(a.state) - SERVICE_STATES.indexOf(b.state);
  return order > 0 || (order === 0 && a.fromAt <= b.fromAt) ? a : b;
};

/**
 * How services are, and what was wrong with them within the last 90 days: what announcements say of them and what staff said, the worst
 * of it. With a client: its services, as they are for it. Without: all, as they are for whomever it is worst among the reader's clients.
 */
export async function serviceStatuses(ctx: Ctx, clientId: string | null): Promise<ServiceStatus[]> {
  const since = toldSince(ctx);
  const { rows: services } = await sql<{ id: string; name: string }>`
    select s.id, s.name from services s
    where s.active and (${clientId}::uuid is null or exists (
      select from client_services x where x.client_id = ${clientId} and x.service_id = s.id))
    order by lower(s.name), s.id limit 2000`.execute(ctx.tx);
  const { rows: troubles } = await sql<Trouble>`
    select service_id as "serviceId", a.effect as state, a.from_at as "fromAt", a.ended_at as "untilAt", a.title as note, a.id as "announcementId"
    from announcements a, unnest(a.service_ids) service_id
    where a.state <> 'draft' and a.effect is not null and a.from_at <= ${ctx.now} and (a.ended_at is null or a.ended_at >= ${since})
      and (a.ended_at is null or a.ended_at > a.from_at)
      and (${clientId}::uuid is null or app.announced_to(a, ${clientId}::uuid))
    union all
    select m.service_id, m.state, m.from_at, m.until_at, m.note, null from service_states m
    where (m.until_at is null or m.until_at >= ${since}) and (${clientId}::uuid is null or m.client_id is null or m.client_id = ${clientId})
    order by "fromAt" desc limit 5000`.execute(ctx.tx);
  const byService = Map.groupBy(troubles, ({ serviceId }) => serviceId);
  return services.map((service) => {
    const past = byService.get(service.id) ?? [];
    const running = past.filter(({ untilAt }) => untilAt === null);
    const now = running.length > 0 ? running.reduce(worst) : null;
    return {
      service,
      state: now?.state ?? 'operational',
      since: now?.fromAt ?? null,
      note: now?.note ?? '',
      announcementId: now?.announcementId ?? null,
      past: past.map(({ state, fromAt, untilAt, note }) => ({ state, fromAt, untilAt, note })),
    };
  });
}

/** The same for staff, who name a client that they see or none. */
export async function statusFor(ctx: Ctx, clientId: string | null): Promise<ServiceStatus[]> {
  if (clientId !== null) {
    const found = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
    if (!found) throw notFound('client');
  }
  return serviceStatuses(ctx, clientId);
}
