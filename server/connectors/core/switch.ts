import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { readConnector } from './rows.ts';

/** Stops reading a connector until somebody lets it go on; calls from there are still stored, and wait. */
export async function pauseConnector(ctx: Ctx, id: string): Promise<void> {
  const { name, state } = await readConnector(ctx, id, { lock: true });
  if (state === 'paused') return;
  await setState(ctx, id, 'paused');
  await tell(ctx, id, 'connector.paused', { name });
}

/** Lets a connector go on that was paused, or refused: it is tried at once. */
export async function resumeConnector(ctx: Ctx, id: string): Promise<void> {
  const { name, state } = await readConnector(ctx, id, { lock: true });
  if (state === 'on') return;
  await setState(ctx, id, 'on');
  const anew = { next_at: ctx.now, failures: 0, fault_kind: null, fault: '', fault_at: null };
  await ctx.tx.updateTable('connector_tasks').set(anew).where('connector_id', '=', id).execute();
  await tell(ctx, id, 'connector.resumed', { name });
}

/** Has devices listed, changes read or alerts compared now rather than when they are due. */
export async function syncNow(ctx: Ctx, id: string, what: 'full' | 'changes' | 'alerts'): Promise<void> {
  const { name, state } = await readConnector(ctx, id, { lock: true });
  if (state !== 'on') throw invalid([{ path: 'what', message: 'the connector is not on; let it go on first' }]);
  const task = what === 'alerts' ? 'alerts' : 'devices';
  const { numUpdatedRows } = await ctx.tx
    .updateTable('connector_tasks')
    .set({ next_at: ctx.now, ...(what === 'full' ? { full_at: ctx.now } : {}) })
    .where('connector_id', '=', id)
    .where('task', '=', task)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw invalid([{ path: 'what', message: 'this kind of system has none to read' }]);
  await tell(ctx, id, 'connector.sync_asked', { name, what });
}

async function setState(ctx: Ctx, id: string, state: 'on' | 'paused'): Promise<void> {
  const row = { state, updated_at: ctx.now };
  await ctx.tx
    .updateTable('connectors')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

const tell = (ctx: Ctx, id: string, type: string, data: Record<string, unknown>) =>
  appendEvent(ctx, { clientId: null, subjectType: 'connector', subjectId: id, type, data });
