import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import { actingStaff, type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { notifyOfOwn } from '#server/desk/notification/index.ts';
import type { Reminded, RemindOwners, TimeOwed } from '#shared/time.ts';
import { SUBMIT_REMINDER } from './settings.ts';

const TIME = systemIdentity('Time');
/** By itself nobody is told more often than this. */
const WEEK_DAYS = 7;

/** Who has time that is older than some days and that nobody has approved, as far as the reader sees its clients; who owes most first. */
export async function timeOwed(ctx: Ctx, days: number): Promise<TimeOwed[]> {
  const { rows } = await sql<TimeOwed>`
    select jsonb_build_object('id', s.id, 'name', s.name) as staff,
      coalesce(sum(e.minutes) filter (where e.state in ('open', 'returned')), 0)::int as unsubmitted,
      coalesce(sum(e.minutes) filter (where e.state = 'submitted'), 0)::int as waiting, min(e.worked_at) as oldest,
      (select max(n.day) from time_nudges n where n.staff_id = s.id) as "remindedOn"
    from time_entries e join staff s on s.id = e.staff_id
    where e.state in ('open', 'returned', 'submitted') and e.worked_at < ${ctx.now}::timestamptz - make_interval(days => ${days})
    group by s.id, s.name order by 2 desc, lower(s.name), s.id limit 500`.execute(ctx.tx);
  return rows;
}

/**
 * Reminds people of time that they have not submitted and that is older than some days; of each once a day, whoever asks. `invalid` for
 * somebody who owes none.
 */
export async function remindOwners(ctx: Ctx, { staffIds, days }: RemindOwners): Promise<Reminded> {
  const owed = new Map((await timeOwed(ctx, days)).map((row) => [row.staff.id, row]));
  const faults = staffIds.flatMap((id, nth) =>
    (owed.get(id.toLowerCase())?.unsubmitted ?? 0) > 0
      ? []
      : [{ path: `staffIds.${nth}`, message: 'has no time of that age that is not submitted' }],
  );
  if (faults.length > 0) throw invalid(faults);
  let reminded = 0;
  for (const id of staffIds) if (await nudge(ctx, id, owed.get(id.toLowerCase())?.unsubmitted ?? 0)) reminded += 1;
  return { reminded, already: staffIds.length - reminded };
}

/** Tells everybody by themselves who has not submitted time for as long as the setting says, once a week. */
export async function remindByItself(services: Services): Promise<void> {
  await withContext(services, TIME, async (ctx) => {
    const { value } = await resolveSetting(ctx, SUBMIT_REMINDER, null);
    if (value.days === 0) return;
    const since = new Date(Date.parse(ctx.now) - WEEK_DAYS * 86_400_000).toISOString().slice(0, 10);
    for (const { staff, unsubmitted, remindedOn } of await timeOwed(ctx, value.days))
      if (unsubmitted > 0 && (remindedOn === null || remindedOn <= since)) await nudge(ctx, staff.id, unsubmitted);
  });
}

/** Whether somebody is told now: once a day at most. */
async function nudge(ctx: Ctx, staffId: string, minutes: number): Promise<boolean> {
  const { rows } = await sql`
    insert into time_nudges (staff_id, day, by_id, created_at) values (${staffId}, ${ctx.now.slice(0, 10)}, ${actingStaff(ctx)}, ${ctx.now})
    on conflict do nothing returning staff_id`.execute(ctx.tx);
  if (rows.length === 0) return false;
  await notifyOfOwn(
    ctx,
    staffId,
    { page: 'time', kind: 'time_owed' },
    `${spellMinutes(minutes)} of your time is not submitted yet. Look at it, and submit it.`,
  );
  await appendEvent(ctx, {
    ...{ clientId: null, subjectType: 'staff', subjectId: staffId, type: 'time.reminded' },
    data: { minutes },
  });
  return true;
}
