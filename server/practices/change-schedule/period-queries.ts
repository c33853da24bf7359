import { sql } from 'kysely';
import { timesOf } from '#kernel/change-schedule.ts';
import { notFound } from '#kernel/errors.ts';
import { describeRecurrence } from '#kernel/recurrence.ts';
import { wallTime } from '#kernel/wall-time.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { PeriodQuery, PeriodView } from '#shared/change-schedule.ts';
import { type PeriodRow, timeOf } from './period-rows.ts';

const AHEAD_MS = 366 * 86_400_000;

type Row = PeriodRow & Pick<PeriodView, 'client' | 'group' | 'services' | 'items'>;

/** Periods that the reader sees, nearest place first; those that are once and over come last. */
export async function listPeriods(ctx: Ctx, query: PeriodQuery, id: string | null = null): Promise<PeriodView[]> {
  const clientId = query.clientId ?? null;
  const { rows } = await sql<Row>`
    select p.*,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as client,
      case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as "group",
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id) from services s
        where s.id = any (p.service_ids)), '[]') as services,
      coalesce((select json_agg(json_build_object('id', i.id, 'name', i.name) order by i.name_key, i.id)
        from change_period_items n join configuration_items i on i.client_id = n.client_id and i.id = n.item_id
        where n.client_id = p.client_id and n.period_id = p.id), '[]') as items
    from change_periods p left join clients c on c.id = p.client_id left join client_groups g on g.id = p.group_id
    where (${id}::uuid is null or p.id = ${id}::uuid)
      and (${clientId}::uuid is null or (p.client_id is null and p.group_id is null) or p.client_id = ${clientId}::uuid
        or p.group_id = (select o.group_id from clients o where o.id = ${clientId}::uuid))
    order by coalesce(p.until_at < ${ctx.now}, false), p.client_id is null, p.group_id is null, c.name, g.name, lower(p.name), p.id
    limit 2000`.execute(ctx.tx);
  return rows.map((row) => viewOf(ctx, row));
}

export async function viewPeriod(ctx: Ctx, id: string): Promise<PeriodView> {
  const [found] = await listPeriods(ctx, {}, id);
  if (!found) throw notFound('period');
  return found;
}

function viewOf(ctx: Ctx, row: Row): PeriodView {
  const now = Date.parse(ctx.now);
  const [next] = timesOf(timeOf(row), now, now + AHEAD_MS);
  return {
    ...{ id: row.id, kind: row.kind, name: row.name, note: row.note, version: row.version },
    level: row.client_id !== null ? 'client' : row.group_id !== null ? 'group' : 'provider',
    ...{ client: row.client, group: row.group, services: row.services, items: row.items },
    ...{ fromAt: row.from_at, untilAt: row.until_at, recurrence: row.recurrence, minutes: row.minutes },
    ...{ timeZone: row.time_zone, words: wordsOf(row) },
    next: next ? { from: new Date(next.from).toISOString(), to: new Date(next.to).toISOString() } : null,
  };
}

/** "Every week on Sunday at 22:00, from 1 Nov 2026, for 8 h (Europe/London)". */
function wordsOf({ recurrence, minutes, from_at, until_at, time_zone }: PeriodRow): string {
  if (recurrence !== null) return `${describeRecurrence(recurrence)}, for ${lengthOf(minutes ?? 0)} (${time_zone})`;
  const at = (instant: string | null) => wallTime(instant ?? '', time_zone).replace('T', ' ');
  return `${at(from_at)} to ${at(until_at)} (${time_zone})`;
}

function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}
