import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ConnectorTask } from '#shared/connector-words.ts';

/** Thrown where another does the work meanwhile, or nobody is to do it: nothing is wrong with it. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** How long whoever does a task may be silent before another takes it over; they say several times as often that they are there. */
const LEASE_MS = 60_000;
export const STILL_HERE_MS = LEASE_MS / 4;
/** So many are looked at together. */
const MOST_FREE = 100;

/** A task that is ours to do. `held_by` is made anew each time that it is taken. */
export type Held = {
  connector_id: string;
  task: ConnectorTask;
  full_at: string | null;
  cursor: string | null;
  failures: number;
  held_by: string;
};

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

const FREE = `
select t.connector_id, t.task from connector_tasks t join connectors k on k.id = t.connector_id
where k.state = 'on' and t.next_at <= $1 and (t.held_until is null or t.held_until <= $1) order by t.next_at limit ${MOST_FREE}`;

/** Tasks that are due and that nobody does, the longest due first. */
export const freeTasks = (ctx: Ctx): Promise<Pick<Held, 'connector_id' | 'task'>[]> =>
  ctx.hot('connector_free', FREE, [ctx.now]);

const TAKE = `
update connector_tasks t set held_until = $4, held_by = $5 from connectors k
where k.id = t.connector_id and k.state = 'on' and t.connector_id = $1 and t.task = $2 and t.next_at <= $3
  and (t.held_until is null or t.held_until <= $3)
returning t.connector_id, t.task, t.full_at, t.cursor, t.failures, t.held_by`;

/** Takes a task that is due; null where another was faster. */
export async function takeTask(ctx: Ctx, connectorId: string, task: ConnectorTask): Promise<Held | null> {
  const [held] = await ctx.hot<Held>('connector_take', TAKE, [
    connectorId,
    task,
    ctx.now,
    later(ctx.now, LEASE_MS),
    newId(),
  ]);
  return held ?? null;
}

const STAY = `
update connector_tasks t set held_until = $4 from connectors k
where k.id = t.connector_id and k.state = 'on' and t.connector_id = $1 and t.task = $2 and t.held_by = $3 returning t.task`;

/** Says that whoever does a task is still there; false where it is another's by now, or the connector is not on any more. */
export async function stayWithTask(ctx: Ctx, { connector_id, task, held_by }: Held): Promise<boolean> {
  const rows = await ctx.hot('connector_stay', STAY, [connector_id, task, held_by, later(ctx.now, LEASE_MS)]);
  return rows.length > 0;
}

const MINE = `select 1 from connector_tasks where connector_id = $1 and task = $2 and held_by = $3 for key share`;

/** Asked in each transaction that writes for a task. Throws `LeaseLost`. */
export async function requireHeld(ctx: Ctx, { connector_id, task, held_by }: Held): Promise<void> {
  const rows = await ctx.hot('connector_mine', MINE, [connector_id, task, held_by]);
  if (rows.length === 0) throw new LeaseLost('Another does this by now');
}

const LEAVE = `
update connector_tasks set held_until = null, held_by = null where connector_id = $1 and task = $2 and held_by = $3`;

/** Leaves a task to whoever takes it next, as it was. */
export const leaveTask = async (ctx: Ctx, { connector_id, task, held_by }: Held): Promise<void> => {
  await ctx.hot('connector_leave', LEAVE, [connector_id, task, held_by]);
};

const DONE = `
update connector_tasks t set held_until = null, held_by = null, failures = 0, fault_kind = null, fault = '', fault_at = null,
  good_at = $4, cursor = coalesce($5, t.cursor),
  next_at = case when t.next_at > $6 then t.next_at else
    $4::timestamptz + case when t.task = 'alerts' then k.alerts_minutes else k.changes_minutes end * interval '1 minute' end,
  full_at = case when $7 and t.full_at <= $6 then $4::timestamptz + k.full_minutes * interval '1 minute' else t.full_at end,
  good_full_at = case when $7 then $4 else t.good_full_at end
from connectors k where k.id = t.connector_id and t.connector_id = $1 and t.task = $2 and t.held_by = $3 returning t.task`;

/**
 * Ends a task well. Whoever asked for it anew since it began (at `began`) has it done again at once: it may not have seen what they mean.
 * Throws `LeaseLost`.
 */
export async function endTask(
  ctx: Ctx,
  held: Held,
  { began, cursor, full }: { began: string; cursor: string | null; full: boolean },
): Promise<void> {
  const { connector_id, task, held_by } = held;
  const rows = await ctx.hot('connector_done', DONE, [connector_id, task, held_by, ctx.now, cursor, began, full]);
  if (rows.length === 0) throw new LeaseLost('Another does this by now');
}

const SOON = `
update connector_tasks set next_at = least(next_at, $2) where connector_id = $1 and task = 'alerts'`;

/** Has alerts compared next: what is open there may be on devices that are known only now. */
export const alertsNext = async (ctx: Ctx, connectorId: string): Promise<void> => {
  await ctx.hot('connector_alerts_next', SOON, [connectorId, ctx.now]);
};
