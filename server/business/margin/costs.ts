import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, deleteRecord } from '#platform/record/index.ts';
import type { CreateStaffCost, StaffCostView } from '#shared/margin.ts';

const WHAT = 'What people cost';

/** What an hour of each person costs, by name and day. */
export async function listCosts(ctx: Ctx): Promise<StaffCostView[]> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql<StaffCostView>`
    select k.id, jsonb_build_object('id', s.id, 'name', s.name) as staff, trim_scale(k.per_hour)::text as "perHour", k.from_day as "from"
    from staff_costs k join staff s on s.id = k.staff_id order by lower(s.name), s.id, k.from_day`.execute(ctx.tx);
  return rows;
}

/**
 * Says what an hour of somebody costs from a day on; what was worked before keeps its own. `invalid` for somebody who is not there,
 * `conflict` where it is said for that day already. Returns its id.
 */
export async function createCost(ctx: Ctx, { staffId, perHour, from }: CreateStaffCost): Promise<string> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql<{ twin: boolean }>`
    select exists (select from staff_costs k where k.staff_id = s.id and k.from_day = ${from}) as twin
    from staff s where s.id = ${staffId}`.execute(ctx.tx);
  if (!rows[0]) throw invalid([{ path: 'staffId', message: 'is not a person who works here' }]);
  if (rows[0].twin)
    throw new Fault('conflict', 'What this person costs from that day is said already. Remove it first.');
  return createRecord(ctx, 'staff_costs', 'staff_cost', { staffId, perHour, fromDay: from });
}

/** Takes back what somebody costs from a day on: what was said before goes on. */
export async function removeCost(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql`select from staff_costs where id = ${id}`.execute(ctx.tx);
  if (rows.length === 0) throw notFound('cost');
  await deleteRecord(ctx, 'staff_costs', 'staff_cost', id);
}
