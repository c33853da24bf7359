import type { ClientAuth, Configuration } from 'openid-client';
import type { Services } from '../../context/index.ts';
import { guardedFetch, isLoopbackHost } from '../../egress/index.ts';
import { unseal } from '../../secrets/index.ts';

/** The OpenID Connect library, loaded when first needed. */
const openid = () => import('openid-client');
export type OpenId = Awaited<ReturnType<typeof openid>>;

/** How long a provider's metadata is kept before it is read again. */
const KEEP_MS = 10 * 60_000;
const TIMEOUT_SECONDS = 10;

/** What is needed to talk to a provider. */
export type ProviderRow = {
  id: string;
  issuer: string;
  oidc_client_id: string;
  client_secret: Buffer;
  origins: string[];
  version: number;
};

/** What a provider's secret is sealed for. */
export const secretPurpose = (providerId: string) => `oidc client secret ${providerId}`;

/** Plain HTTP and this machine are for a Fettle that runs on this machine for one's own eyes. */
export const atHome = (services: Services) => isLoopbackHost(new URL(services.baseUrl));

/** Reads a provider's metadata. `origins` are all it may talk to then and later. Throws what the library or egress throws. */
export async function discover(
  services: Services,
  provider: { issuer: string; clientId: string; clientSecret: string; origins: readonly string[] },
): Promise<{ openid: OpenId; config: Configuration }> {
  const library = await openid();
  const loopback = atHome(services);
  const guarded = guardedFetch({ origins: new Set(provider.origins), loopback });
  const execute = [library.enableNonRepudiationChecks];
  if (loopback) execute.push(library.allowInsecureRequests);
  const config = await library.discovery(
    new URL(provider.issuer),
    provider.clientId,
    provider.clientSecret,
    clientAuth(library, provider.clientSecret),
    { execute, timeout: TIMEOUT_SECONDS, [library.customFetch]: guarded },
  );
  return { openid: library, config };
}

/** HTTP Basic as the specification defaults to, unless the provider takes the secret in the form only. */
function clientAuth(library: OpenId, secret: string): ClientAuth {
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const post = taken.includes('client_secret_post') && !taken.includes('client_secret_basic');
    (post ? library.ClientSecretPost(secret) : library.ClientSecretBasic(secret))(server, ...rest);
  };
}

type Kept = { until: number; found: ReturnType<typeof discover> };
const kept = new WeakMap<Services, Map<string, Kept>>();

/** The client for a saved provider; metadata and signing keys are kept for a while. */
export function clientFor(services: Services, provider: ProviderRow): ReturnType<typeof discover> {
  const memory = kept.get(services) ?? new Map<string, Kept>();
  kept.set(services, memory);
  const key = `${provider.id} ${provider.version}`;
  const known = memory.get(key);
  if (known && known.until > Date.now()) return known.found;
  const found = discover(services, {
    issuer: provider.issuer,
    clientId: provider.oidc_client_id,
    clientSecret: unseal(services.secret, secretPurpose(provider.id), provider.client_secret).toString(),
    origins: provider.origins,
  });
  if (memory.size > 100) memory.clear();
  memory.set(key, { until: Date.now() + KEEP_MS, found });
  found.catch(() => memory.delete(key));
  return found;
}

/** The address that a provider sends the browser back to. */
export function redirectUri(services: Services, key: string): string {
  return `${services.baseUrl}/api/v1/sign-in/oidc/${key}/callback`;
}
