import {
  type Answer,
  type Call,
  flagOf,
  type Loose,
  looseOf,
  ProviderFault,
  type ProviderOptions,
  textOf,
} from '#server/connectors/core/index.ts';

const TOKEN = '/cwa/api/v1/apitoken';
const MARGIN_MS = 60_000;
const ZONED = /(?:z|[+-]\d{2}:?\d{2})$/i;

/** A token for calls, and how long it lives in milliseconds; null where the server does not say. */
export type SignIn = { give(): Promise<{ token: string; livesMs: number | null }> };

/**
 * Signs in by name and password, asking by `ask`, which goes without a token. A token that nears its end by our own clock is renewed
 * by itself; one that was refused is not.
 */
export function openSignIn(options: ProviderOptions, ask: (call: Call) => Promise<Answer>): SignIn {
  const { values, now } = options;
  let held: { readonly token: string; readonly until: number } | null = null;

  const take = ({ body, headers }: Answer) => {
    const told = toldIn(body);
    const token = textOf(told['AccessToken']);
    if (token === null) throw noToken(told);
    const ends = textOf(told['ExpirationDate']) ?? '';
    const theirNow = Date.parse(headers.get('date') ?? '');
    // By the server's own clock, so that one that is wrong does no harm; a date without a zone says nothing.
    const lives = ZONED.test(ends) ? Date.parse(ends) - (Number.isNaN(theirNow) ? now() : theirNow) : Number.NaN;
    const livesMs = Number.isNaN(lives) ? null : Math.max(0, lives);
    held = { token, until: livesMs === null ? Number.POSITIVE_INFINITY : now() + livesMs };
    return { token, livesMs };
  };
  const signIn = { UserName: values['user'] ?? '', Password: values['password'] ?? '' };
  const common = { method: 'POST', isBare: true, isRepeatable: true } as const;

  return {
    async give() {
      if (held !== null && held.until - MARGIN_MS <= now() && held.until > now()) {
        try {
          return take(await ask({ ...common, path: `${TOKEN}/refresh`, json: held.token }));
        } catch (error) {
          if (!(error instanceof ProviderFault) || error.kind === 'unreachable' || error.kind === 'limited')
            throw error;
        }
      }
      return take(await ask({ ...common, path: TOKEN, json: signIn }));
    },
  };
}

function toldIn(body: Buffer): Loose {
  try {
    return looseOf(JSON.parse(body.toString()));
  } catch (cause) {
    throw new ProviderFault('malformed', 'Automate signs in with an answer that is no JSON: is the address right?', {
      cause,
    });
  }
}

function noToken(told: Loose): ProviderFault {
  const isAsked = flagOf(told['IsTwoFactorRequired']) === true || flagOf(told['IsInternalTwoFactorRequired']) === true;
  return isAsked
    ? new ProviderFault(
        'refused',
        'Automate asks this user for a second factor: take an integrator account without one.',
      )
    : new ProviderFault('malformed', 'Automate signs in without giving a token.');
}
