import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from '../tokens.ts';
import type { Ask, Reply } from '../vendor.ts';

export const CLIENT_ID = 'F3771E0000000000000000000000A9B0';
export const CLIENT_SECRET = 'xero-simulated-secret-0000000000000000000000';
const ACCESS_MS = 30 * 60_000;
const REFRESH_MS = 60 * 86_400_000;
const CODE_MS = 5 * 60_000;
/** For so long a refresh token that was used still counts. */
const GRACE_MS = 30 * 60_000;
const NEEDED = ['offline_access', 'accounting.transactions', 'accounting.contacts', 'accounting.settings.read'];

const refused = (error: string): Reply => ({ status: 400, body: { error } });

type Asked = { redirect: string; challenge: string; until: number };

/** Signing in at Xero: agrees at once for whoever asks rightly, and gives tokens of which each refresh makes new ones. */
export function openOauth(tokens: Tokens, now: () => number) {
  const codes = new Map<string, Asked>();
  const used = new Map<string, number>();
  let revoked = 0;

  const authorize = ({ query }: Ask): Reply => {
    const wanted = (name: string) => query.get(name) ?? '';
    const scopes = wanted('scope').split(' ');
    const redirect = wanted('redirect_uri');
    if (wanted('client_id') !== CLIENT_ID || wanted('response_type') !== 'code') return refused('unauthorized_client');
    if (!URL.canParse(redirect) || !NEEDED.every((scope) => scopes.includes(scope))) return refused('invalid_scope');
    if (wanted('code_challenge_method') !== 'S256' || wanted('code_challenge') === '')
      return refused('invalid_request');
    const code = randomBytes(24).toString('base64url');
    codes.set(code, { redirect, challenge: wanted('code_challenge'), until: now() + CODE_MS });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', wanted('state'));
    return { status: 302, headers: { location: back.href } };
  };

  const give = (): Reply => {
    const refresh = tokens.give('refresh', REFRESH_MS);
    return {
      status: 200,
      body: {
        ...{ access_token: tokens.give('access', ACCESS_MS), expires_in: ACCESS_MS / 1_000, token_type: 'Bearer' },
        ...{ refresh_token: refresh, scope: NEEDED.join(' ') },
      },
    };
  };

  const token = (ask: Ask): Reply => {
    if (!ask.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return refused('invalid_request');
    const form = new URLSearchParams(ask.body.toString());
    const basic = `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`;
    if (ask.headers['authorization'] !== basic) return refused('invalid_client');
    if (form.get('grant_type') === 'refresh_token') {
      const old = form.get('refresh_token') ?? '';
      const since = used.get(old);
      if (!tokens.isGood('refresh', old) || (since !== undefined && now() - since > GRACE_MS))
        return refused('invalid_grant');
      used.set(old, since ?? now());
      return give();
    }
    const code = form.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!asked || asked.until < now() || asked.redirect !== form.get('redirect_uri') || proof !== asked.challenge)
      return refused('invalid_grant');
    return give();
  };

  return {
    authorize,
    token,
    isSignedIn: (ask: Ask) =>
      tokens.isGood('access', /^Bearer (.+)$/.exec(ask.headers['authorization'] ?? '')?.[1] ?? ''),
    /** The person takes the permission back. */
    revoke() {
      revoked++;
      tokens.revoke();
    },
    get revoked() {
      return revoked;
    },
  };
}
