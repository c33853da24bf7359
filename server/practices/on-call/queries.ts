import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { onCallAt } from '#kernel/on-call.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { MyShift, OverrideView, ScheduleRow, ScheduleView, ShiftsView } from '#shared/on-call.ts';
import type { Named } from '#shared/ticket.ts';
import { coverage, coverOf, staffedShifts, standing } from './coverage.ts';
import {
  activePeople,
  idsOf,
  leavesOf,
  limitedPeople,
  type StoredOverride,
  type StoredSchedule,
  scheduleById,
  schedulesWhere,
} from './store.ts';

const EVERY = sql<boolean>`true`;
const DAY_MS = 86_400_000;
const MOST_DAYS = 370;

/** Every schedule with who is on call now and the next gap. */
export async function listSchedules(ctx: Ctx): Promise<ScheduleRow[]> {
  const schedules = await schedulesWhere(ctx, EVERY, ctx.now);
  const people = await activePeople(ctx, schedules);
  const [callers, limited] = [await callersOf(ctx), await limitedPeople(ctx, schedules)];
  return schedules.map((schedule) => rowOf(ctx, schedule, people, callers, limited));
}

export async function viewSchedule(ctx: Ctx, id: string): Promise<ScheduleView> {
  const schedule = await scheduleById(ctx, id);
  const people = await activePeople(ctx, [schedule]);
  const row = rowOf(ctx, schedule, people, await callersOf(ctx), await limitedPeople(ctx, [schedule]));
  return { ...row, layers: schedule.layers, overrides: schedule.overrides.map((one) => overrideOf(ctx, one)) };
}

/** Who is on call between two instants, and where nobody is. Throws `invalid` where they are no stretch or too long a one. */
export async function shiftsOf(ctx: Ctx, id: string, range: { from: string; to: string }): Promise<ShiftsView> {
  const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
  if (to <= from) throw invalid([{ path: 'to', message: 'must be after from' }]);
  if (to - from > MOST_DAYS * DAY_MS)
    throw invalid([{ path: 'to', message: `must be at most ${MOST_DAYS} days after from` }]);
  const schedule = await scheduleById(ctx, id, new Date(from).toISOString());
  const people = await activePeople(ctx, [schedule]);
  return coverage(schedule, people, await leavesOf(ctx, [...people.keys()], from, to), from, to);
}

/** Who is on call now, for each schedule. */
export async function everybodyOnCall(ctx: Ctx) {
  const schedules = await schedulesWhere(ctx, EVERY, ctx.now);
  const people = await activePeople(ctx, schedules);
  return schedules.map((schedule) => ({
    schedule: { id: schedule.id, name: schedule.name },
    ...standing(schedule, people, ctx.now).now,
  }));
}

/** The reader's own shifts of the next days, the earliest first. */
export async function myShifts(ctx: Ctx, days: number): Promise<MyShift[]> {
  const schedules = await schedulesWhere(ctx, EVERY, ctx.now);
  const people = await activePeople(ctx, schedules);
  const from = Date.parse(ctx.now);
  return schedules
    .flatMap((schedule) =>
      staffedShifts(schedule, people, from, from + days * DAY_MS)
        .filter(({ staffId }) => staffId === ctx.scope.principalId)
        .map((shift) => ({
          from: new Date(shift.from).toISOString(),
          to: new Date(shift.to).toISOString(),
          schedule: { id: schedule.id, name: schedule.name },
          timeZone: schedule.timeZone,
        })),
    )
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** Whoever is on call in each of some schedules at this instant; null where nobody is, or the schedule is gone. */
export async function onCallIn(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, { name: string; staffId: string | null }>> {
  if (ids.length === 0) return new Map();
  const schedules = await schedulesWhere(ctx, sql<boolean>`d.id = any (${ids}::uuid[])`, ctx.now);
  const at = Date.parse(ctx.now);
  return new Map(
    schedules.map((schedule) => [
      schedule.id,
      { name: schedule.name, staffId: onCallAt(schedule, schedule.overrides, at)?.staffId ?? null },
    ]),
  );
}

/** Who is on call in each schedule between two instants (epoch milliseconds), and where nobody is. */
export async function coverBetween(ctx: Ctx, from: number, to: number) {
  const schedules = await schedulesWhere(ctx, EVERY, new Date(from).toISOString());
  const people = await activePeople(ctx, schedules);
  return schedules.map((schedule) => ({
    schedule: { id: schedule.id, name: schedule.name },
    ...coverOf(schedule, people, from, to),
  }));
}

type Caller = Named & { scheduleIds: string[] };

/** Escalation paths with the schedules that they call. */
async function callersOf(ctx: Ctx): Promise<Caller[]> {
  const { rows } = await sql<Caller>`
    select id, name, array(
      select distinct target ->> 'scheduleId' from jsonb_array_elements(levels) level, jsonb_array_elements(level -> 'targets') target
      where target ->> 'kind' = 'on_call') as "scheduleIds"
    from escalation_paths order by lower(name)`.execute(ctx.tx);
  return rows;
}

/** The escalation paths that call a schedule. */
export async function callersOfSchedule(ctx: Ctx, id: string): Promise<Named[]> {
  return (await callersOf(ctx))
    .filter(({ scheduleIds }) => scheduleIds.includes(id))
    .map(({ id, name }) => ({ id, name }));
}

function rowOf(
  ctx: Ctx,
  schedule: StoredSchedule,
  people: Map<string, string>,
  callers: readonly Caller[],
  limitedIds: ReadonlySet<string>,
): ScheduleRow {
  const { id, name, timeZone, team, version } = schedule;
  const usedBy = callers
    .filter(({ scheduleIds }) => scheduleIds.includes(id))
    .map((path) => ({ id: path.id, name: path.name }));
  const limited = idsOf([schedule])
    .filter((staffId) => limitedIds.has(staffId) && people.has(staffId))
    .map((staffId) => ({ id: staffId, name: people.get(staffId) ?? '' }));
  return { id, name, timeZone, team, ...standing(schedule, people, ctx.now), limited, usedBy, version };
}

function overrideOf(ctx: Ctx, { id, staffId, staffName, from, to, note, createdBy }: StoredOverride): OverrideView {
  const me = ctx.scope.principalId;
  return {
    id,
    staff: { id: staffId, name: staffName },
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(to).toISOString(),
    note,
    mine: me !== null && (staffId === me || createdBy === me),
  };
}
