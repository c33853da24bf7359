import type { Configuration } from 'openid-client';
import type { Services } from '#platform/context/index.ts';
import { guardedFetch, isLoopbackHost } from '#platform/egress/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { OAUTH_PURPOSE, type OauthRow } from './row.ts';

const TIMEOUT_SECONDS = 10;

/** The protocol library for one provider; it talks to the two addresses of that provider alone. */
export async function oauthClient(services: Services, row: OauthRow) {
  const library = await import('openid-client');
  const loopback = isLoopbackHost(new URL(services.baseUrl));
  const secret = unseal(services.secret, OAUTH_PURPOSE, row.client_secret).toString();
  const config: Configuration = new library.Configuration(
    {
      issuer: new URL(row.token_url).origin,
      authorization_endpoint: row.authorize_url,
      token_endpoint: row.token_url,
    },
    row.oauth_client_id,
    secret,
    library.ClientSecretPost(secret),
  );
  config[library.customFetch] = guardedFetch({ origins: new Set([new URL(row.token_url).origin]), loopback });
  config.timeout = TIMEOUT_SECONDS;
  if (loopback) library.allowInsecureRequests(config);
  return { library, config };
}
