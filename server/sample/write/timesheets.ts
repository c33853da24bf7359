import type { Ctx } from '#platform/context/index.ts';
import { decideTime, submitTime } from '#server/business/time/index.ts';
import { FORGETS, WAITING } from '../world/books.ts';
import { STAFF } from '../world/staff.ts';
import { decideAbout, payBackOld, recordExpenses } from './expenses.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

/** Who approves time. */
const APPROVER = { kind: 'staff', key: 'ruth' } as const;
const DAY = 86_400_000;
/** For so many days back the timesheets of some wait. */
const WAITING_DAYS = 14;

type Entry = { id: string; week: string; day: string };

/** What somebody recorded that is still open, with the Monday of its week by their clock. */
const OPEN = `
select id, date_trunc('week', coalesce(started_at, worked_at) at time zone $2)::date::text as week,
  (coalesce(started_at, worked_at) at time zone $2)::date::text as day
from time_entries where staff_id = $1 and state = 'open' order by week, id`;

/**
 * The timesheets of everybody, with what they spent: each week is handed in and approved the day after, this one as far as it has gone; the last weeks of a few wait
 * for approval, those of one are not handed in, and what everybody did since yesterday is open.
 */
export async function approveTime(ctx: Ctx, refs: References, endsAt: string): Promise<void> {
  await recordExpenses(ctx, refs);
  for (const { key, timeZone } of STAFF) {
    const entries = await ctx.hot<Entry>('sample_open_time', OPEN, [refs.staff(key), timeZone]);
    for (const [week, of] of Map.groupBy(entries, (one) => one.week))
      await handIn(ctx, { key, week, of, refs, endsAt });
  }
  await payBackOld(as(ctx, APPROVER, endsAt, refs));
}

type Week = { key: string; week: string; of: readonly Entry[]; refs: References; endsAt: string };

async function handIn(ctx: Ctx, { key, week, of, refs, endsAt }: Week): Promise<void> {
  const after = (days: number) => new Date(Date.parse(week) + days * DAY).toISOString();
  const yesterday = new Date(Date.parse(endsAt) - DAY).toISOString().slice(0, 10);
  const [to = yesterday] = [after(6).slice(0, 10), yesterday].sort();
  const ids = of.filter(({ day }) => day <= to).map(({ id }) => id);
  const recent = Date.parse(endsAt) - Date.parse(week) < WAITING_DAYS * DAY;
  if (ids.length === 0 || (recent && key === FORGETS)) return;
  const now = `${to}T23:59:00.000Z`;
  await submitTime(as(ctx, { kind: 'staff', key }, now, refs), { from: week, to });
  if (recent && WAITING.some((one) => one === key)) return;
  const approver = as(ctx, APPROVER, now, refs);
  await decideTime(approver, { entryIds: ids, approve: true });
  await decideAbout(approver, refs.staff(key), { from: week, to, some: recent });
}
