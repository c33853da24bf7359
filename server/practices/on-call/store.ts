import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Override, Schedule } from '#kernel/on-call.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Rotation } from '#shared/on-call.ts';
import type { Named } from '#shared/ticket.ts';

export type StoredOverride = Override & { staffName: string; note: string; createdBy: string | null };

/** A time at which somebody is away. */
export type Leave = { staffId: string; from: number; to: number };

/** A schedule as it is stored, with its overrides in the order in which they were made. */
export type StoredSchedule = Schedule & {
  id: string;
  name: string;
  team: Named | null;
  layers: Rotation[];
  version: number;
  overrides: StoredOverride[];
};

type Row = Omit<StoredSchedule, 'overrides'>;
type OverrideRow = {
  id: string;
  scheduleId: string;
  staffId: string;
  staffName: string;
  startsAt: string;
  endsAt: string;
  note: string;
  createdBy: string | null;
};

/** Schedules by name, each with the overrides that end after `since`. */
export async function schedulesWhere(
  ctx: Ctx,
  condition: RawBuilder<boolean>,
  since: string,
): Promise<StoredSchedule[]> {
  const { rows } = await sql<Row>`
    select d.id, d.name, d.time_zone as "timeZone", d.layers, d.version,
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team
    from on_call_schedules d left join teams t on t.id = d.team_id
    where ${condition} order by lower(d.name) limit 500`.execute(ctx.tx);
  if (rows.length === 0) return [];
  const overrides = await sql<OverrideRow>`
    select o.id, o.schedule_id as "scheduleId", o.staff_id as "staffId", s.name as "staffName", o.starts_at as "startsAt",
      o.ends_at as "endsAt", o.note, o.created_by as "createdBy"
    from on_call_overrides o join staff s on s.id = o.staff_id
    where o.schedule_id = any (${rows.map(({ id }) => id)}::uuid[]) and o.ends_at > ${since} order by o.id`.execute(
    ctx.tx,
  );
  const of = Map.groupBy(overrides.rows, ({ scheduleId }) => scheduleId);
  return rows.map((row) => ({
    ...row,
    overrides: (of.get(row.id) ?? []).map(({ startsAt, endsAt, scheduleId: _, ...rest }) => ({
      ...rest,
      from: Date.parse(startsAt),
      to: Date.parse(endsAt),
    })),
  }));
}

/** One schedule; throws `not_found`. */
export async function scheduleById(ctx: Ctx, id: string, since = ctx.now): Promise<StoredSchedule> {
  const [found] = await schedulesWhere(ctx, sql<boolean>`d.id = ${id}`, since);
  if (!found) throw notFound('on-call schedule');
  return found;
}

/** Everybody whom schedules name, each once. */
export const idsOf = (schedules: readonly StoredSchedule[]): string[] => [
  ...new Set(
    schedules.flatMap(({ layers, overrides }) => [
      ...layers.flatMap(({ members }) => members),
      ...overrides.map(({ staffId }) => staffId),
    ]),
  ),
];

/** Of the people in schedules, those who do not work for every client: a page for another one does not reach them. */
export async function limitedPeople(ctx: Ctx, schedules: readonly StoredSchedule[]): Promise<Set<string>> {
  const ids = idsOf(schedules);
  if (ids.length === 0) return new Set();
  const rows = await ctx.tx
    .selectFrom('staff')
    .select('id')
    .where('id', 'in', ids)
    .where('all_clients', '=', false)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The people who could be on call, by id. Who has left since a schedule was saved is not among them. */
export async function activePeople(ctx: Ctx, schedules: readonly StoredSchedule[]): Promise<Map<string, string>> {
  const ids = idsOf(schedules);
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where('active', '=', true)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** When some people are on leave between two instants. */
export async function leavesOf(ctx: Ctx, staffIds: readonly string[], from: number, to: number): Promise<Leave[]> {
  const { rows } = await sql<{ staffId: string; startsAt: string; endsAt: string }>`
    select staff_id as "staffId", starts_at as "startsAt", ends_at as "endsAt" from staff_leave
    where staff_id = any (${staffIds}::uuid[]) and ends_at > ${new Date(from).toISOString()}
      and starts_at < ${new Date(to).toISOString()} order by starts_at`.execute(ctx.tx);
  return rows.map(({ staffId, startsAt, endsAt }) => ({ staffId, from: Date.parse(startsAt), to: Date.parse(endsAt) }));
}
