import type { Call } from '#server/connectors/core/index.ts';
import { looseOf, numberOf, ProviderFault, type ProviderOptions, textOf } from '#server/connectors/core/index.ts';

const AUTHENTICATE = '/api/auth/authenticate';
const REFRESH = '/api/auth/refresh';
/** Of its life that a token is not used any more. */
const MARGIN_MS = 60_000;

type Given = { readonly token: string; readonly until: number };

/** A token for calls, and how long it lives in milliseconds. */
export type SignIn = { give(): Promise<{ token: string; livesMs: number | null }> };

/**
 * Signs in by the JSON web token of the user, asking by `ask`, which goes without a token. A token that ended by our own clock is renewed by its refresh token; one that was refused
 * before is not, since a restart of the server forgets both.
 */
export function openSignIn(jwt: string, ask: (call: Call) => Promise<unknown>, now: ProviderOptions['now']): SignIn {
  let access: Given | null = null;
  let refresh: Given | null = null;

  const take = (answer: unknown) => {
    const tokens = looseOf(looseOf(answer)['tokens']);
    access = givenIn(tokens['access']);
    refresh = givenIn(tokens['refresh']);
    if (access === null) throw new ProviderFault('malformed', 'N-central signs in without giving a token.');
    return { token: access.token, livesMs: access.until - now() };
  };
  const givenIn = (value: unknown): Given | null => {
    const token = textOf(looseOf(value)['token']);
    const seconds = numberOf(looseOf(value)['expirySeconds']) ?? 0;
    return token === null ? null : { token, until: now() + seconds * 1_000 };
  };
  const callWith = (path: string, token: string): Call => ({
    ...{ method: 'POST', path, isBare: true, isRepeatable: true },
    headers: { authorization: `Bearer ${token}` },
  });

  return {
    async give() {
      const hasEnded = access !== null && access.until - MARGIN_MS <= now();
      if (hasEnded && refresh !== null && refresh.until > now()) {
        try {
          return take(await ask(callWith(REFRESH, refresh.token)));
        } catch (error) {
          if (!(error instanceof ProviderFault) || error.kind !== 'refused') throw error;
        }
      }
      return take(await ask(callWith(AUTHENTICATE, jwt)));
    },
  };
}
