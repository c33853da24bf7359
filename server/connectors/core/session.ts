import { setTimeout } from 'node:timers/promises';
import type { Services } from '#platform/context/index.ts';
import { type Provider, ProviderFault, type Session } from './provider.ts';
import { fetchFor, type Reach } from './reach.ts';

/** Nobody waits longer for the answer to a button that asks a system something. */
export const BUTTON_MS = 45_000;

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
      // Most callers hand on the session's own: joined with itself it would be held for as long as the session is.
      const own = options.signal === signal ? undefined : options.signal;
      return fetch(url, { ...options, signal: own ? AbortSignal.any([own, signal]) : signal });
    },
    now: () => Date.parse(services.now()),
    wait: async (ms) => void (await setTimeout(ms, undefined, { signal })),
    signal,
    note,
  });
}
