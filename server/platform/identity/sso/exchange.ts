import type { Services } from '../../context/index.ts';
import type { Claims } from './account.ts';
import { clientFor, type ProviderRow } from './client.ts';
import { flowSecret, type Intent } from './flow.ts';

/** Seconds that may lie between proving oneself at the provider and coming back, when a fresh proof is wanted. */
const FRESH_SECONDS = 300;

/** What an answer proved: who it is, when and how they proved it to the provider; and all that its ID token says. */
export type Proof = {
  claims: Claims;
  authenticatedAt: string | null;
  multiFactor: boolean;
  token: Readonly<Record<string, unknown>>;
};

/**
 * The address at the provider that begins a flow: authorization code with PKCE (S256), state and nonce.
 * @param redirect where the provider sends the browser back to
 */
export async function authorizationUrl(
  services: Services,
  provider: ProviderRow,
  redirect: string,
  intent: Intent,
  state: string,
  secret: string,
): Promise<string> {
  const { openid, config } = await clientFor(services, provider);
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid email profile',
    state,
    nonce: flowSecret(secret, state, 'nonce'),
    code_challenge: await openid.calculatePKCECodeChallenge(flowSecret(secret, state, 'verifier')),
    code_challenge_method: 'S256',
    ...(intent === 'confirm' ? { prompt: 'login', max_age: '0' } : {}),
  });
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`${url.protocol} is no web address`);
  return url.href;
}

/**
 * Trades the code for an ID token at the provider and verifies it: issuer (also of the answer itself, RFC 9207), audience,
 * signature, times, nonce, and for 'confirm' that the person has just proved who they are. Throws when any of it is off.
 */
export async function exchangeCode(
  services: Services,
  provider: ProviderRow,
  redirect: string,
  flow: { intent: Intent; state: string; secret: string },
  search: string,
): Promise<Proof> {
  const { openid, config } = await clientFor(services, provider);
  const answer = new URL(redirect);
  answer.search = search;
  const tokens = await openid.authorizationCodeGrant(config, answer, {
    expectedState: flow.state,
    expectedNonce: flowSecret(flow.secret, flow.state, 'nonce'),
    pkceCodeVerifier: flowSecret(flow.secret, flow.state, 'verifier'),
    idTokenExpected: true,
    ...(flow.intent === 'confirm' ? { maxAge: FRESH_SECONDS } : {}),
  });
  const token = tokens.claims();
  if (!token) throw new Error('The provider sent no ID token');
  const asked = token.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  // The library checks that the user info speaks of the same subject.
  const said = asked ? { ...(await openid.fetchUserInfo(config, tokens.access_token, token.sub)) } : token;
  const { email, name } = said as { email?: unknown; name?: unknown };
  const methods = Array.isArray(token.amr) ? token.amr : [];
  return {
    claims: {
      issuer: token.iss,
      subject: token.sub,
      email: typeof email === 'string' ? email.trim() : '',
      // Only the word true counts: a provider that sends a text or nothing vouches for nothing.
      emailVerified: said.email_verified === true,
      name: typeof name === 'string' ? name : '',
    },
    authenticatedAt: token.auth_time === undefined ? null : new Date(token.auth_time * 1000).toISOString(),
    multiFactor: methods.includes('mfa'),
    token,
  };
}
