import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { RunKind } from '#shared/connector-words.ts';
import type { KeptFault } from '../fault.ts';
import type { Notes } from './notes.ts';

/** Begins a run; one of the same work that nobody ended was broken off. Answers its id. */
export async function beginRun(ctx: Ctx, connectorId: string, kind: RunKind): Promise<string> {
  const same = kind === 'alerts' ? ['alerts'] : ['full', 'incremental'];
  await ctx.tx
    .updateTable('connector_runs')
    .set({ state: 'broken_off', ended_at: ctx.now })
    .where('connector_id', '=', connectorId)
    .where('kind', 'in', same)
    .where('state', '=', 'running')
    .execute();
  const id = newId();
  await ctx.tx
    .insertInto('connector_runs')
    .values({ id, connector_id: connectorId, kind, started_at: ctx.now })
    .execute();
  return id;
}

/** Keeps how far a run is, for whoever looks at it meanwhile. */
export async function noteRun(ctx: Ctx, id: string, counts: Record<string, number>): Promise<void> {
  const run = ctx.tx
    .updateTable('connector_runs')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id);
  await run.where('state', '=', 'running').execute();
}

/** Ends a run; with a fault it has failed. */
export async function endRun(
  ctx: Ctx,
  id: string,
  result: { counts: Record<string, number>; notes: Notes; fault: KeptFault | null },
): Promise<void> {
  await ctx.tx
    .updateTable('connector_runs')
    .set({
      state: result.fault ? 'failed' : 'done',
      ended_at: ctx.now,
      counts: JSON.stringify(result.counts),
      notes: JSON.stringify(result.notes),
      fault_kind: result.fault?.kind ?? null,
      fault: result.fault?.text ?? '',
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** Ends a run that is left to another, or to nobody. */
export async function breakOff(
  ctx: Ctx,
  id: string,
  { counts, notes }: { counts: Record<string, number>; notes: Notes },
): Promise<void> {
  const row = { ended_at: ctx.now, counts: JSON.stringify(counts), notes: JSON.stringify(notes) };
  const run = ctx.tx
    .updateTable('connector_runs')
    .set({ ...row, state: 'broken_off' })
    .where('id', '=', id);
  await run.where('state', '=', 'running').execute();
}
