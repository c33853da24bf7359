import { type Services, withContext } from '#platform/context/index.ts';
import { type AlertReading, takeAlerts } from '#server/practices/monitoring/index.ts';
import { readCredentials } from '../credentials.ts';
import { providerOf } from '../offered.ts';
import { type Provider, ProviderFault, type Received } from '../provider.ts';
import { CONNECTING, type ConnectorRow, readConnector } from '../rows.ts';
import { openConnector } from '../sync/open.ts';
import { readOwners, sourceOf } from '../sync/owners.ts';
import { type ClaimedCall, claimCalls, endCalls, type Outcome } from './claim.ts';
import { keepNamed } from './named.ts';

const MOST_TRIES = 3;
const LONGEST_WHY = 500;
const UNTAKEN = 'It could not be taken in; the log says why.';

/** Reads what systems called with until nothing is due or `signal` says stop. May run in several processes at once. */
export async function takeCalls(services: Services, signal?: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal?.aborted) {
    const calls = await withContext(services, CONNECTING, claimCalls);
    if (calls.length === 0) break;
    for (const [connectorId, these] of Map.groupBy(calls, (call) => call.connector_id))
      await readTogether(services, connectorId, these, signal);
    count += calls.length;
  }
  return count;
}

/** One call that breaks something holds up no other: then each is read by itself. */
async function readTogether(
  services: Services,
  connectorId: string,
  calls: readonly ClaimedCall[],
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await readCalls(services, connectorId, calls, signal);
  } catch (error) {
    const { log } = services;
    if (isOfSystem(error)) log.info({ err: error, connector: connectorId }, 'connectors: a system could not be asked');
    else if (calls.length > 1) {
      for (const call of calls) await readTogether(services, connectorId, [call], signal);
      return;
    } else log.warn({ err: error, connector: connectorId }, 'connectors: a call could not be taken in');
    const why = isOfSystem(error) ? `It could not be looked up: ${error.message}` : UNTAKEN;
    const failed: Outcome = { state: 'failed', why: why.slice(0, LONGEST_WHY), alerts: 0 };
    const last = calls.filter(({ attempts }) => attempts >= MOST_TRIES);
    await withContext(services, CONNECTING, (ctx) => endCalls(ctx, new Map(last.map((call) => [call, failed]))));
  }
}

/** The system is down, or refuses: it would answer for each call alike. */
const isOfSystem = (error: unknown): error is ProviderFault =>
  error instanceof ProviderFault && error.kind !== 'malformed';

async function readCalls(
  services: Services,
  connectorId: string,
  calls: readonly ClaimedCall[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { connector, secrets } = await withContext(services, CONNECTING, async (ctx) => ({
    connector: await readConnector(ctx, connectorId),
    secrets: await readCredentials(ctx, connectorId),
  }));
  const provider = providerOf(connector.provider);
  const values = { ...connector.options, ...secrets };
  const ended = new Map<ClaimedCall, Outcome>();
  const received = new Map<ClaimedCall, Received>();
  for (const call of calls) {
    try {
      received.set(call, receivedIn(provider, call, values));
    } catch (error) {
      if (!(error instanceof ProviderFault) || error.kind !== 'malformed') throw error;
      ended.set(call, { state: 'malformed', why: error.message.slice(0, LONGEST_WHY), alerts: 0 });
    }
  }
  const wished = [...received.values()].flatMap(({ look }) => look);
  const looked =
    wished.length > 0 ? await lookUp(services, connector, wished, signal) : new Map<string, AlertReading>();
  const alerts: AlertReading[] = [];
  for (const [call, { alerts: told, look, leftOff = 0 }] of received) {
    const all = [...told, ...look.map((id) => looked.get(id)).filter((alert) => alert !== undefined)];
    alerts.push(...all);
    ended.set(call, { state: 'done', why: wordsFor(all, leftOff), alerts: all.length, leftOff });
  }
  const owners = await withContext(services, CONNECTING, async (ctx) => {
    if (provider.kind === 'monitor')
      await keepNamed(
        ctx,
        connector,
        alerts.map(({ site }) => site),
      );
    return readOwners(ctx, connectorId);
  });
  const source = sourceOf(connector, owners);
  const wanted = alerts.filter(({ site }) => !owners.isIgnored(site));
  if (wanted.length > 0) await takeAlerts(services, source, wanted);
  await withContext(services, CONNECTING, (ctx) => endCalls(ctx, ended));
}

function receivedIn(provider: Provider, call: ClaimedCall, values: Readonly<Record<string, string>>) {
  if (!provider.receive) throw new ProviderFault('malformed', `${provider.name} is not taken by calls.`);
  return provider.receive(call.body ?? Buffer.alloc(0), call.headers, values, call.received_at);
}

/** Reads alerts of which calls say too little, in one session. Throws what the session throws: the calls are read again later. */
async function lookUp(
  services: Services,
  connector: ConnectorRow,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, AlertReading>> {
  const { provider, session } = await openConnector(services, connector, signal ?? AbortSignal.timeout(60_000));
  return (await provider.alerts?.(session, [...new Set(ids)])) ?? new Map();
}

const NAMED = 3;

/** What a call said, in one line. */
function wordsFor(alerts: readonly AlertReading[], leftOff: number): string {
  const without = leftOff > 0 ? `${leftOff} alerts were left off by its sender: max_alerts. ` : '';
  return without + namesOf(alerts);
}

function namesOf(alerts: readonly AlertReading[]): string {
  if (alerts.length === 0) return 'Says of no alert.';
  const named = alerts.slice(0, NAMED).map(({ state, title }) => `${state}: ${title.slice(0, 100)}`);
  const more = alerts.length > NAMED ? ` and ${alerts.length - NAMED} more` : '';
  return `${named.join('; ')}${more}`;
}
