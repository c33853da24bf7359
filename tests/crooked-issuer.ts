import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** How an issuer departs from what is right. */
export type Crook = {
  /** Claims put over the right ones; undefined takes one away. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed by a key that is not among the published ones. */
  foreignKey?: boolean;
  /** Keys were changed: others are published than before, and signed with. */
  rotated?: boolean;
  /** Metadata put over the right ones. */
  metadata?: Record<string, unknown>;
  /** The token endpoint sends the caller elsewhere. */
  redirectTo?: string;
};

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider written by hand that can lie; it remembers who asked it for tokens and with which PKCE verifier. */
export async function openCrookedIssuer(clientId: string) {
  const keys = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  let issuer = '';
  const state = { crook: {} as Crook, nonce: '', challenge: '', asked: [] as string[], verified: false };
  const idToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: issuer, sub: 'x', aud: clientId, iat: now, exp: now + 60, nonce: state.nonce };
    const payload = `${b64({ alg: 'RS256', kid: state.crook.rotated ? 'k2' : 'k', ...state.crook.header })}.${b64({ ...right, ...state.crook.claims })}`;
    const key = keys[state.crook.foreignKey || state.crook.rotated ? 1 : 0]?.privateKey;
    return `${payload}.${key ? sign('sha256', Buffer.from(payload), key).toString('base64url') : ''}`;
  };
  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...state.crook.metadata,
    }),
    '/jwks': () => ({
      keys: [
        {
          ...keys[state.crook.rotated ? 1 : 0]?.publicKey.export({ format: 'jwk' }),
          kid: state.crook.rotated ? 'k2' : 'k',
          use: 'sig',
          alg: 'RS256',
        },
      ],
    }),
    '/token': () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: idToken() }),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const path = new URL(request.url ?? '/', issuer).pathname;
      state.asked.push(path);
      const verifier = new URLSearchParams(body).get('code_verifier') ?? '';
      if (path === '/token')
        state.verified = createHash('sha256').update(verifier).digest('base64url') === state.challenge;
      if (path === '/token' && state.crook.redirectTo)
        return response.writeHead(307, { location: state.crook.redirectTo }).end();
      const answer = answers[path];
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(answer?.() ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, { issuer });
}
