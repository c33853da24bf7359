import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { mayDo } from '#platform/identity/index.ts';
import { notifyOfConnector } from '#server/desk/notification/index.ts';
import type { KeptFault } from '../fault.ts';
import { readConnector } from '../rows.ts';
import type { Held } from './lease.ts';

const MINUTE_MS = 60_000;
const LONGEST_PEACE_MS = 60 * MINUTE_MS;
/** A limit is kept to for so long at least. */
const LEAST_LIMITED_MS = MINUTE_MS;
/** Pauses differ by so much, so that those that failed together do not come back together. */
const JITTER = 0.25;

/** How long a system is left in peace after its nth failure in a row (from 0). `chance` is from 0 to 1. */
export function peaceAfter(fault: KeptFault, failures: number, chance: number): number {
  if (fault.kind === 'forbidden') return LONGEST_PEACE_MS;
  const growing = Math.min(MINUTE_MS * 2 ** Math.min(failures, 20), LONGEST_PEACE_MS);
  const usual = growing * (1 - JITTER + 2 * JITTER * chance);
  return fault.kind === 'limited'
    ? Math.max(fault.retryAfterMs ?? usual, LEAST_LIMITED_MS)
    : Math.max(usual, fault.retryAfterMs ?? 0);
}

const TROUBLE = `
update connector_tasks set held_until = null, held_by = null, failures = failures + 1, fault_kind = $4, fault = $5, fault_at = $6,
  next_at = $7
where connector_id = $1 and task = $2 and held_by = $3 returning task`;

/**
 * Notes that a task failed, and when it is tried again. Where the credentials are refused nothing is tried any more: whoever manages
 * connectors is told.
 */
export async function noteTrouble(ctx: Ctx, held: Held, fault: KeptFault): Promise<void> {
  const { connector_id: id, task, held_by } = held;
  const next = Date.parse(ctx.now) + peaceAfter(fault, held.failures, Math.random());
  const given = [id, task, held_by, fault.kind, fault.text, ctx.now, new Date(next).toISOString()];
  const rows = await ctx.hot('connector_trouble', TROUBLE, given);
  if (rows.length > 0 && fault.kind === 'refused') await refuse(ctx, id, fault.text);
}

const MANAGERS = `select s.id from staff s where s.active and s.all_clients and ${mayDo('connector.manage')} order by s.id`;

async function refuse(ctx: Ctx, id: string, text: string): Promise<void> {
  const { name, state } = await readConnector(ctx, id, { lock: true });
  if (state !== 'on') return;
  await ctx.tx
    .updateTable('connectors')
    .set((eb) => ({ state: 'refused', updated_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: id,
    type: 'connector.refused',
    data: { name, text },
  });
  const managers = await ctx.hot<{ id: string }>('connector_managers', MANAGERS, []);
  const told = `${name} no longer takes its credentials: ${text}`;
  await notifyOfConnector(
    ctx,
    id,
    managers.map((one) => one.id),
    'connector_refused',
    told,
  );
}
