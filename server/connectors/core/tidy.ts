import { type Services, withContext } from '#platform/context/index.ts';
import { rewrapKeys } from './credentials.ts';
import { CONNECTING } from './rows.ts';

const DAY_MS = 86_400_000;
/** How long what a system called with is kept. */
const CALLS_DAYS = 14;
const RUNS_DAYS = 90;

/** Forgets old calls and runs, and wraps keys anew whose wrapping is not the one in use. */
export async function keepTidy(services: Services): Promise<void> {
  const before = (days: number) => new Date(Date.parse(services.now()) - days * DAY_MS).toISOString();
  await withContext(services, CONNECTING, async ({ tx }) => {
    await tx.deleteFrom('connector_calls').where('received_at', '<', before(CALLS_DAYS)).execute();
    await tx.deleteFrom('connector_runs').where('started_at', '<', before(RUNS_DAYS)).execute();
  });
  const count = await withContext(services, CONNECTING, rewrapKeys);
  if (count > 0) services.log.info({ count }, 'connectors: keys were wrapped anew');
}
