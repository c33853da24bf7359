import { type Services, systemIdentity, withContext } from '../context/index.ts';

/** How long it is remembered whose a host is: a change takes effect within this time in every process. */
const REMEMBER_MS = 2_000;
const MOST = 1_000;
const FINDER = systemIdentity('Portal');

type Known = { client: string | null; until: number };
const memories = new WeakMap<Services, Map<string, Known>>();

/**
 * The client whose own host name this is: null for the installation's own and for any other. The port says nothing.
 * @param host as the request names it, behind a proxy as the proxy passes it on
 */
export async function clientOfHost(services: Services, host: string): Promise<string | null> {
  const name = hostName(host);
  if (name === null || name === ownHost(services)) return null;
  const memory = memories.get(services) ?? new Map<string, Known>();
  memories.set(services, memory);
  const known = memory.get(name);
  if (known && known.until > Date.now()) return known.client;
  const client = await withContext(services, FINDER, async ({ hot }) => {
    const [row] = await hot<{ client_id: string }>(
      'portal_host',
      'select client_id from portal_hosts where host = $1',
      [name],
    );
    return row?.client_id ?? null;
  });
  if (memory.size >= MOST) memory.clear();
  memory.set(name, { client, until: Date.now() + REMEMBER_MS });
  return client;
}

/** Forgets whose each host is, in this process: called once one was changed. */
export function forgetHosts(services: Services): void {
  memories.get(services)?.clear();
}

/** The host name of the installation itself. */
export const ownHost = (services: Pick<Services, 'baseUrl'>): string | null => hostName(new URL(services.baseUrl).host);

/** A host as it is compared: without port, in small letters, in the letters of DNS. Null where it is none. */
export function hostName(host: string): string | null {
  if (!host || /[\s/?#@\\]/.test(host)) return null;
  const name = URL.parse(`http://${host}`)?.hostname.replace(/\.$/, '');
  return name ? name : null;
}
