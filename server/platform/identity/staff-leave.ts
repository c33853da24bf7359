import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { AddLeave, LeaveView } from '#shared/identity.ts';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { managesPerson } from './staff-reach.ts';

/** When somebody is away, the latest first. Why may be private: only they and those who manage them read the notes. */
export async function listLeave(ctx: Ctx, staffId: string): Promise<LeaveView[]> {
  const rows = await ctx.tx
    .selectFrom('staff_leave')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('starts_at', 'desc')
    .limit(100)
    .execute();
  const readsNotes = await managesPerson(ctx, staffId);
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ...(readsNotes ? { note: row.note } : {}),
  }));
}

/** Notes that somebody will be away from one instant to another. Returns its id. */
export async function addLeave(ctx: Ctx, staffId: string, input: AddLeave): Promise<string> {
  if (input.endsAt <= input.startsAt) throw invalid([{ path: 'endsAt', message: 'must be after startsAt' }]);
  const id = newId();
  await ctx.tx
    .insertInto('staff_leave')
    .values({ id, staff_id: staffId, starts_at: input.startsAt, ends_at: input.endsAt, note: input.note ?? '' })
    .execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'staff',
    subjectId: staffId,
    type: 'staff.leave_added',
    data: { startsAt: input.startsAt, endsAt: input.endsAt },
  });
  return id;
}
