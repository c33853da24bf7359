import { forbidden, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { gapsBetween, shiftsBetween } from '#kernel/on-call.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { AddOverride } from '#shared/on-call.ts';
import { SUBJECT } from './schedules.ts';
import { type StoredSchedule, scheduleById } from './store.ts';

const LONGEST_MS = 370 * 86_400_000;
const WHAT = 'An on-call schedule';

/**
 * Puts somebody on call for a while, whatever the rotations say. Whoever manages settings may put anybody; everybody else may take
 * a shift over, or hand on time in which they are on call themselves. Returns its id.
 */
export async function addOverride(ctx: Ctx, scheduleId: string, input: AddOverride): Promise<string> {
  const { staffId, note = '' } = input;
  const [from, to] = [Date.parse(input.startsAt), Date.parse(input.endsAt)];
  if (to <= from) throw invalid([{ path: 'endsAt', message: 'must be after startsAt' }]);
  if (to <= Date.parse(ctx.now)) throw invalid([{ path: 'endsAt', message: 'is over already' }]);
  if (to - from > LONGEST_MS) throw invalid([{ path: 'endsAt', message: 'must be at most 370 days after startsAt' }]);
  const schedule = await scheduleById(ctx, scheduleId, new Date(from).toISOString());
  refuseStranger(ctx, schedule, staffId, from, to);
  const person = await ctx.tx
    .selectFrom('staff')
    .select('name')
    .where('id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!person) throw invalid([{ path: 'staffId', message: 'is not an active person' }]);
  const id = newId();
  const when = { startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() };
  await ctx.tx
    .insertInto('on_call_overrides')
    .values({
      id,
      schedule_id: scheduleId,
      staff_id: staffId,
      starts_at: when.startsAt,
      ends_at: when.endsAt,
      note: note.trim(),
      created_by: ctx.scope.principal === 'staff' ? ctx.scope.principalId : null,
      created_at: ctx.now,
    })
    .execute();
  await tell(ctx, scheduleId, 'covered', { overrideId: id, staffId, name: person.name, ...when });
  return id;
}

/** Takes an override away; the rotations count again. Somebody without the right to manage settings takes away their own. */
export async function removeOverride(ctx: Ctx, scheduleId: string, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('on_call_overrides')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('override');
  const me = ctx.scope.principalId;
  const own = me !== null && (row.staff_id === me || row.created_by === me);
  if (!own)
    refuseUnlessManager(ctx, 'Only your own cover can be taken away; for others, ask somebody who manages settings.');
  const { numDeletedRows } = await ctx.tx.deleteFrom('on_call_overrides').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound('override');
  const when = { startsAt: row.starts_at, endsAt: row.ends_at };
  await tell(ctx, scheduleId, 'uncovered', { overrideId: id, staffId: row.staff_id, ...when });
}

function refuseStranger(ctx: Ctx, schedule: StoredSchedule, staffId: string, from: number, to: number): void {
  const me = ctx.scope.principalId;
  if (me !== null && staffId === me) return;
  const mine = shiftsBetween(schedule, schedule.overrides, from, to).filter((shift) => shift.staffId === me);
  if (me !== null && gapsBetween(mine, from, to).length === 0) return;
  refuseUnlessManager(ctx, 'You may take a shift over, or hand on time in which you are on call yourself.');
}

function refuseUnlessManager(ctx: Ctx, detail: string): void {
  if (!ctx.can('settings.manage')) throw forbidden(detail);
  requireAllClients(ctx, WHAT);
}

function tell(ctx: Ctx, subjectId: string, what: string, data: Record<string, unknown>): Promise<string> {
  return appendEvent(ctx, { clientId: null, subjectType: SUBJECT, subjectId, type: `${SUBJECT}.${what}`, data });
}
