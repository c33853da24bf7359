import { invalid } from '#kernel/errors.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import type { ConnectorTried, TryConnector } from '#shared/connector.ts';
import { TRIED_ADVICE } from '#shared/connector-words.ts';
import { readCredentials } from './credentials.ts';
import { faultOf } from './fault.ts';
import { type Before, judge } from './judge.ts';
import { providerOf } from './offered.ts';
import { reachOf } from './reach.ts';
import { CONNECTING, readConnector } from './rows.ts';
import { BUTTON_MS, openSession } from './session.ts';

/** Signs in at a system with what was typed, and says whose account it is or what is in the way; nothing is kept. */
export async function tryConnector(services: Services, input: TryConnector): Promise<ConnectorTried> {
  const provider = providerOf(input.provider);
  const access = await withContext(services, CONNECTING, async (ctx) => {
    const { before, saved } = await savedOf(ctx, input);
    const { faults, baseUrl, options, secrets, moved } = await judge(ctx, provider, input, before);
    if (faults.length > 0) throw invalid(faults);
    const values = { ...options, ...(moved ? {} : saved), ...secrets };
    return { baseUrl, values, reach: await reachOf(ctx) };
  });
  if (!provider.open)
    return { works: true, says: `${provider.name} calls Fettle.`, advice: '', sites: null, devices: null };
  try {
    const session = openSession(services, provider, access, AbortSignal.timeout(BUTTON_MS), () => {});
    const { account } = await session.test();
    const sites = provider.abilities.devices ? await session.sites() : null;
    const counts = sites?.map(({ deviceCount }) => deviceCount) ?? [];
    const devices = counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    return { works: true, says: account, advice: '', sites: sites?.length ?? null, devices: sites ? devices : null };
  } catch (error) {
    const { kind, text } = faultOf(error);
    services.log.info({ err: error, provider: provider.key }, 'connectors: a system was tried in vain');
    return { works: false, says: text, advice: TRIED_ADVICE[kind], sites: null, devices: null };
  }
}

type Saved = { before: Before | null; saved: Record<string, string> };

async function savedOf(
  ctx: Parameters<typeof readConnector>[0],
  { connectorId, provider }: TryConnector,
): Promise<Saved> {
  if (!connectorId) return { before: null, saved: {} };
  const connector = await readConnector(ctx, connectorId);
  if (connector.provider !== provider) throw invalid([{ path: 'provider', message: 'is not that of the connector' }]);
  const saved = await readCredentials(ctx, connectorId);
  return { before: { baseUrl: connector.base_url, options: connector.options, secrets: Object.keys(saved) }, saved };
}
