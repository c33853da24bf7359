import { sql } from 'kysely';
import type { Period, PeriodTime, Served } from '#kernel/change-schedule.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Recurrence } from '#shared/recurrence.ts';

export type PeriodRow = {
  id: string;
  client_id: string | null;
  group_id: string | null;
  kind: Period['kind'];
  name: string;
  note: string;
  from_at: string | null;
  until_at: string | null;
  recurrence: Recurrence | null;
  minutes: number | null;
  time_zone: string;
  service_ids: string[];
  version: number;
};

/** When a period is, as the kernel reads it. */
export function timeOf(
  row: Pick<PeriodRow, 'from_at' | 'until_at' | 'recurrence' | 'minutes' | 'time_zone'>,
): PeriodTime {
  const { from_at, until_at, recurrence, minutes, time_zone } = row;
  if (recurrence !== null) return { kind: 'recurring', rule: recurrence, minutes: minutes ?? 0, timeZone: time_zone };
  return { kind: 'once', from: Date.parse(from_at ?? ''), to: Date.parse(until_at ?? '') };
}

type ReachingRow = PeriodRow & { reached: string[] | null; items: string[] };

/** The periods that reach any of some clients, or (null) any at all, and are not over at an instant (ISO 8601); of joined items the one that goes on. */
export async function periodsReaching(ctx: Ctx, clientIds: readonly string[] | null, from: string): Promise<Period[]> {
  const { rows } = await sql<ReachingRow>`
    select p.*, case when p.client_id is not null then array[p.client_id]
        when p.group_id is not null then array(select c.id from clients c where c.group_id = p.group_id) end as reached,
      array(select coalesce(i.merged_into, i.id) from change_period_items n
        join configuration_items i on i.client_id = n.client_id and i.id = n.item_id
        where n.client_id = p.client_id and n.period_id = p.id) as items
    from change_periods p
    where (p.until_at is null or p.until_at > ${from})
      and (${clientIds}::uuid[] is null or (p.client_id is null and p.group_id is null) or p.client_id = any (${clientIds}::uuid[])
        or p.group_id in (select c.group_id from clients c where c.id = any (${clientIds}::uuid[])))
    order by p.id limit 5000`.execute(ctx.tx);
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, kind: row.kind, time: timeOf(row) },
    level: row.client_id !== null ? 'client' : row.group_id !== null ? 'group' : 'provider',
    ...{ clientIds: row.reached, serviceIds: row.service_ids, itemIds: row.items },
  }));
}

/** The items that stand for the services which some periods are narrowed to. */
export async function servedBy(ctx: Ctx, periods: readonly Period[], clientIds: readonly string[]): Promise<Served> {
  const services = [...new Set(periods.flatMap(({ serviceIds }) => serviceIds))];
  const served = new Map<string, { id: string; clientId: string }[]>();
  if (services.length === 0) return served;
  const { rows } = await sql<{ id: string; client_id: string; service_id: string }>`
    select id, client_id, service_id from configuration_items
    where client_id = any (${clientIds}::uuid[]) and service_id = any (${services}::uuid[]) and merged_into is null`.execute(
    ctx.tx,
  );
  for (const { id, client_id, service_id } of rows)
    served.set(service_id, [...(served.get(service_id) ?? []), { id, clientId: client_id }]);
  return served;
}
