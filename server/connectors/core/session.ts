import { setTimeout } from 'node:timers/promises';
import type { Services } from '#platform/context/index.ts';
import { type Provider, ProviderFault, type Session } from './provider.ts';
import { fetchFor, type Reach } from './reach.ts';

/** What a system is reached by. */
type Access = { baseUrl: string; values: Readonly<Record<string, string>>; reach: Reach };

/** Opens a session; nothing is asked of the system yet. `note` hears of what is odd. */
export function openSession(
  services: Services,
  provider: Provider,
  access: Access,
  signal: AbortSignal,
  note: (what: string) => void,
): Session {
  if (!provider.open) throw new ProviderFault('missing', `${provider.name} calls Fettle; it is not called.`);
  const fetch = fetchFor(services, access.baseUrl, access.reach);
  return provider.open({
    baseUrl: access.baseUrl,
    values: access.values,
    fetch: (url, options) => {
      const own = options.signal === signal ? undefined : options.signal;
      return fetch(url, { ...options, signal: own ? AbortSignal.any([own, signal]) : signal });
    },
    now: () => Date.parse(services.now()),
    wait: async (ms) => void (await setTimeout(ms, undefined, { signal })),
    signal,
    note,
  });
}
