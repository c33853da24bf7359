import Type from 'typebox';
import type { Ctx, Services } from '#platform/context/index.ts';
import { type GuardedFetch, guardedFetch, isLoopbackHost } from '#platform/egress/index.ts';
import { defineSetting, resolveSetting } from '#platform/settings/index.ts';

const ANSWER_MS = 60_000;
/** An inventory of a large device, or a page of 250 of them. */
const MOST_ANSWER_BYTES = 32 * 1_048_576;

/** Where connectors may reach besides the public internet. */
export const CONNECTOR_REACH = defineSetting({
  key: 'connectors.reach',
  title: 'Where connectors may reach',
  help: 'Connections to other systems go to public addresses by HTTPS, on these ports. Hosts of your own network (an N-central or Automate server, for example) are reached only where they are named here, as they stand in the connector’s address.',
  levels: ['provider'],
  schema: Type.Object({
    privateHosts: Type.Array(
      Type.String({
        minLength: 1,
        maxLength: 253,
        pattern: '^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:.]+)$',
      }),
      { maxItems: 100 },
    ),
    ports: Type.Array(Type.Integer({ minimum: 1, maximum: 65_535 }), { minItems: 1, maxItems: 50 }),
  }),
  default: { privateHosts: [], ports: [443, 8443, 9443] },
});

export type Reach = { readonly privateHosts: readonly string[]; readonly ports: readonly number[] };

export const reachOf = async (ctx: Ctx): Promise<Reach> => (await resolveSetting(ctx, CONNECTOR_REACH, null)).value;

/** This machine is reached by a Fettle that runs on it for one's own eyes, as with the simulators. */
const atHome = (services: Services) => isLoopbackHost(new URL(services.baseUrl));

const isNamed = (url: URL, reach: Reach) =>
  reach.privateHosts.some((host) => host.toLowerCase() === url.hostname.replace(/^\[|\]$/g, '').toLowerCase());

/**
 * A system's address as it is kept: without what would be lost or dangerous in it, and without a slash at its end. Answers what is wrong
 * with it in words where something is.
 */
export function checkBaseUrl(services: Services, text: string, reach: Reach): { url: string } | { fault: string } {
  const url = URL.parse(text.trim());
  if (!url || url.hostname === '') return { fault: 'must be an address such as https://rmm.example.com' };
  if (url.username || url.password || url.search || url.hash)
    return { fault: 'must be without a name, password, question mark or hash' };
  const here = isLoopbackHost(url);
  if (here && !atHome(services) && !isNamed(url, reach))
    return { fault: 'names this machine itself; add the host to “Where connectors may reach” if that is meant' };
  if (url.protocol !== 'https:' && !(here && url.protocol === 'http:')) return { fault: 'must begin with https://' };
  if (!here && !reach.ports.includes(Number(url.port) || 443))
    return { fault: `is on a port that connectors may not reach; they reach ${reach.ports.join(', ')}` };
  return { url: url.origin + url.pathname.replace(/\/+$/, '') };
}

/** A fetch that reaches this system's origin, and nothing else. */
export function fetchFor(services: Services, baseUrl: string, reach: Reach): GuardedFetch {
  const url = new URL(baseUrl);
  const named = isNamed(url, reach);
  const loopback = isLoopbackHost(url) && (named || atHome(services));
  return guardedFetch({
    origins: new Set([url.origin]),
    loopback,
    privateNetworks: named,
    timeoutMs: ANSWER_MS,
    mostBytes: MOST_ANSWER_BYTES,
    ...(loopback ? {} : { ports: new Set(reach.ports) }),
  });
}
