import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { readCredentials } from '../credentials.ts';
import { providerOf } from '../offered.ts';
import type { Provider, Session } from '../provider.ts';
import { reachOf } from '../reach.ts';
import { CONNECTING, type ConnectorRow } from '../rows.ts';
import { openSession } from '../session.ts';

/** How a saved connector's system is reached, its secrets open. Under the program's scope. */
async function accessOf(ctx: Ctx, connector: ConnectorRow) {
  const [secrets, reach] = [await readCredentials(ctx, connector.id), await reachOf(ctx)];
  return { baseUrl: connector.base_url, values: { ...connector.options, ...secrets }, reach };
}

/** Opens a session with a connector's system; nothing is asked of it yet. `note` hears of what is odd. */
export async function openConnector(
  services: Services,
  connector: ConnectorRow,
  signal: AbortSignal,
  note: (what: string) => void = () => {},
): Promise<{ provider: Provider; session: Session }> {
  const provider = providerOf(connector.provider);
  const access = await withContext(services, CONNECTING, (ctx) => accessOf(ctx, connector));
  return { provider, session: openSession(services, provider, access, signal, note) };
}
