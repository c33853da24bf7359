import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { CONNECTING, faultOf, ProviderFault } from '#server/connectors/core/index.ts';
import { endRun } from './end.ts';
import { begin, follow } from './reach.ts';
import { itemName, lockRun, type RunRow, runWords, setRun, tellTicket } from './rows.ts';

/** One call to a vendor takes no longer, so whoever is silent for twice as long is gone. */
const CALL_MS = 60_000;
const SILENT_MS = 2 * CALL_MS;
const TOGETHER = 20;
const MINUTE_MS = 60_000;
/** After that nobody waits for a device to come back. */
const MOST_AGE_MS = 3 * 24 * 60 * MINUTE_MS;

const DUE = `
select client_id, id, state from script_runs where next_at <= $1 order by next_at, id limit ${TOGETHER}`;

type Due = Pick<RunRow, 'client_id' | 'id' | 'state'>;

/** Begins the runs that wait, and asks how those go that have begun, until nothing is due. May be done by several processes. */
export async function workScripts(services: Services, signal: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const due = await withContext(services, CONNECTING, (ctx) => ctx.hot<Due>('script_runs_due', DUE, [ctx.now]));
    if (due.length === 0) break;
    await Promise.all(
      due.map((run) =>
        step(services, run, signal).catch((error: unknown) =>
          services.log.error({ err: error, run: run.id }, 'scripts: a run could not be seen to'),
        ),
      ),
    );
    count += due.length;
  }
  return count;
}

/** Takes a run on by one step; nothing where another was faster. */
async function step(services: Services, due: Due, signal: AbortSignal): Promise<void> {
  const taken = await withContext(services, CONNECTING, (ctx) => take(ctx, due));
  if (!taken) return;
  const until = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]);
  const { run } = taken;
  if (taken.does === 'begin') await beginIt(services, run, until);
  else await followIt(services, run, until);
}

/** What is to be done about a run that is due, taken so that nobody else does it meanwhile. What has waited too long is ended here. */
async function take(ctx: Ctx, { id }: Due): Promise<{ run: RunRow; does: 'begin' | 'follow' } | null> {
  const run = await lockRun(ctx, id);
  if (run.next_at === null || run.next_at > ctx.now) return null;
  const next_at = later(ctx, SILENT_MS);
  switch (run.state) {
    case 'asked':
      await setRun(ctx, run, { state: 'cancelled', next_at: null, ended_at: ctx.now, fault: 'Nobody agreed in time.' });
      await tellTicket(ctx, run, 'cancelled', {
        text: runWords(run, await itemName(ctx, run)),
        reason: 'nobody agreed in time',
      });
      return null;
    case 'waiting':
      await setRun(ctx, run, { state: 'starting', next_at });
      return { run, does: 'begin' };
    case 'starting':
      // Whoever began it fell silent, before or after its system heard of it. It is not begun twice.
      await endRun(ctx, run, 'unknown', { fault: 'Fettle was stopped while its system was being told.' });
      return null;
    case 'queued':
    case 'running':
      if (Date.parse(ctx.now) - Date.parse(run.begun_at ?? run.asked_at) > MOST_AGE_MS) {
        await endRun(ctx, run, 'expired', { fault: 'Its system did not say in three days how it went.' });
        return null;
      }
      await setRun(ctx, run, { next_at });
      return { run, does: 'follow' };
    default:
      await setRun(ctx, run, { next_at: null });
      return null;
  }
}

async function beginIt(services: Services, run: RunRow, signal: AbortSignal): Promise<void> {
  let told: { vendorRun: string } | { error: unknown };
  try {
    told = { vendorRun: await begin(services, run, signal) };
  } catch (error) {
    told = { error };
  }
  await withContext(services, CONNECTING, async (ctx) => {
    if ((await lockRun(ctx, run.id)).state !== 'starting') return;
    if ('error' in told) return failBegin(ctx, run, told.error);
    await setRun(ctx, run, {
      ...{ state: 'queued', vendor_run: told.vendorRun, begun_at: ctx.now, fault: '' },
      next_at: later(ctx, askedAgainAfter(0)),
    });
    await tellTicket(ctx, run, 'begun', { text: runWords(run, await itemName(ctx, run)) });
  });
}

/** A limit says that nothing was begun, so it is tried again; a line that failed may have failed after its system had heard. */
async function failBegin(ctx: Ctx, run: RunRow, error: unknown): Promise<void> {
  const { kind, text, retryAfterMs } = faultOf(error);
  if (kind === 'internal') ctx.services.log.error({ err: error, run: run.id }, 'scripts: a run could not be begun');
  if (kind === 'limited')
    return setRun(ctx, run, { state: 'waiting', fault: text, next_at: later(ctx, retryAfterMs ?? MINUTE_MS) });
  await endRun(ctx, run, kind === 'unreachable' ? 'unknown' : 'failed', { fault: text });
}

async function followIt(services: Services, run: RunRow, signal: AbortSignal): Promise<void> {
  const age = Date.parse(services.now()) - Date.parse(run.begun_at ?? run.asked_at);
  try {
    const how = await follow(services, run, signal);
    await withContext(services, CONNECTING, async (ctx) => {
      const now = await lockRun(ctx, run.id);
      if (now.state !== 'queued' && now.state !== 'running') return;
      if (how.state === 'queued' || how.state === 'running')
        await setRun(ctx, run, { state: how.state, fault: '', next_at: later(ctx, askedAgainAfter(age)) });
      else await endRun(ctx, run, how.state, how);
    });
  } catch (error) {
    const { kind, text, retryAfterMs } = faultOf(error);
    services.log.info({ err: error, run: run.id }, 'scripts: it could not be asked how a run goes');
    await withContext(services, CONNECTING, async (ctx) => {
      if (error instanceof ProviderFault && kind === 'missing')
        return endRun(ctx, run, 'unknown', { fault: `Its system knows nothing of this run any more: ${text}` });
      const wait = Math.max(askedAgainAfter(age), retryAfterMs ?? MINUTE_MS);
      await setRun(ctx, run, { fault: text, next_at: later(ctx, wait) });
    });
  }
}

const later = (ctx: Ctx, ms: number) => new Date(Date.parse(ctx.now) + ms).toISOString();

/** Milliseconds until it is asked again how a run goes that began `age` milliseconds ago: at first somebody waits for it. */
export function askedAgainAfter(age: number): number {
  if (age < 2 * MINUTE_MS) return 5_000;
  return age < 60 * MINUTE_MS ? 30_000 : 5 * MINUTE_MS;
}
