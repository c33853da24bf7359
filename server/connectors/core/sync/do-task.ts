import { type Services, withContext } from '#platform/context/index.ts';
import type { ConnectorTask } from '#shared/connector-words.ts';
import { faultOf } from '../fault.ts';
import { CONNECTING, readConnector } from '../rows.ts';
import { syncAlerts } from './alerts.ts';
import { syncDevices } from './devices.ts';
import { type Held, LeaseLost, leaveTask, STILL_HERE_MS, stayWithTask, takeTask } from './lease.ts';
import { beginRun, breakOff, endRun, noteRun } from './record.ts';
import { Run } from './run.ts';
import { noteTrouble } from './trouble.ts';

/**
 * Does a task that is due, unless another does; ends early where it becomes another's, the connector is paused, or `signal` says stop. It
 * never rejects for what a system does: that is noted with the task. Answers whether it was ours to do.
 */
export async function doTask(
  services: Services,
  connectorId: string,
  task: ConnectorTask,
  signal: AbortSignal,
): Promise<boolean> {
  const begun = await withContext(services, CONNECTING, async (ctx) => {
    const held = await takeTask(ctx, connectorId, task);
    if (!held) return null;
    const full = held.full_at !== null && held.full_at <= ctx.now;
    const kind = task === 'alerts' ? 'alerts' : full ? 'full' : 'incremental';
    const run = new Run(await beginRun(ctx, connectorId, kind), kind, ctx.now);
    return { held, run, connector: await readConnector(ctx, connectorId) };
  });
  if (!begun) return false;
  const { held, run, connector } = begun;
  const lost = new AbortController();
  const until = AbortSignal.any([signal, lost.signal]);
  const beat = setInterval(() => void stay(services, held, run, lost), STILL_HERE_MS);
  try {
    await (task === 'alerts' ? syncAlerts : syncDevices)(services, connector, held, run, until);
    await withContext(services, CONNECTING, (ctx) => endRun(ctx, run.id, { ...run, fault: null }));
  } catch (error) {
    if (error instanceof LeaseLost || until.aborted) await leave(services, held, run);
    else await fail(services, held, run, error);
  } finally {
    clearInterval(beat);
  }
  return true;
}

async function stay(services: Services, held: Held, run: Run, lost: AbortController): Promise<void> {
  try {
    const mine = await withContext(services, CONNECTING, async (ctx) => {
      await noteRun(ctx, run.id, run.counts);
      return stayWithTask(ctx, held);
    });
    if (!mine) lost.abort(new LeaseLost('Another does this by now, or nobody is to do it'));
  } catch (error) {
    services.log.info(
      { err: error, connector: held.connector_id },
      'connectors: it could not be said that work goes on',
    );
  }
}

const leave = (services: Services, held: Held, run: Run) =>
  withContext(services, CONNECTING, async (ctx) => {
    await leaveTask(ctx, held);
    await breakOff(ctx, run.id, run);
  });

async function fail(services: Services, held: Held, run: Run, error: unknown): Promise<void> {
  const fault = faultOf(error);
  const about = { err: error, connector: held.connector_id, task: held.task };
  if (fault.kind === 'internal') services.log.error(about, 'connectors: what was read could not be taken in');
  else services.log.info(about, 'connectors: a system could not be read');
  await withContext(services, CONNECTING, async (ctx) => {
    await noteTrouble(ctx, held, fault);
    await endRun(ctx, run.id, { ...run, fault });
  });
}
