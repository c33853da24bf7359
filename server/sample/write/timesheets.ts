import type { Ctx } from '#platform/context/index.ts';
import { decideTime, submitTime } from '#server/business/time/index.ts';
import { STAFF } from '../world/staff.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

/** Who approves time. */
const APPROVER = { kind: 'staff', key: 'ruth' } as const;
const DAY = 86_400_000;
/** So many days after a week its timesheets are decided about. */
const WAITING_DAYS = 1;

type Entry = { id: string; week: string };

/** What somebody recorded that is still open, with the Monday of its week by their clock. */
const OPEN = `
select id, date_trunc('week', coalesce(started_at, worked_at) at time zone $2)::date::text as week
from time_entries where staff_id = $1 and state = 'open' order by week, id`;

/**
 * The timesheets of everybody: each week is handed in and approved, but for those that touch the last days, of which the first is handed in
 * and waits, and the last is open.
 */
export async function approveTime(ctx: Ctx, refs: References, endsAt: string): Promise<void> {
  for (const { key, timeZone } of STAFF) {
    const entries = await ctx.hot<Entry>('sample_open_time', OPEN, [refs.staff(key), timeZone]);
    for (const [week, of] of Map.groupBy(entries, (one) => one.week))
      await handIn(ctx, { key, week, of, refs, endsAt });
  }
}

type Week = { key: string; week: string; of: readonly Entry[]; refs: References; endsAt: string };

async function handIn(ctx: Ctx, { key, week, of, refs, endsAt }: Week): Promise<void> {
  const after = (days: number) => new Date(Date.parse(week) + days * DAY).toISOString();
  if (after(6) > endsAt) return;
  await submitTime(as(ctx, { kind: 'staff', key }, after(7) < endsAt ? after(7) : endsAt, refs), {
    ...{ from: week, to: after(6).slice(0, 10) },
  });
  if (after(7 + WAITING_DAYS) > endsAt) return;
  await decideTime(as(ctx, APPROVER, after(7 + WAITING_DAYS), refs), {
    entryIds: of.map(({ id }) => id),
    approve: true,
  });
}
