import {
  type Call,
  type Caller,
  type Loose,
  looseListOf,
  looseOf,
  numberOf,
  openCaller,
  openShared,
  openSharedPace,
  openTokenKeeper,
  ProviderFault,
  type ProviderOptions,
  type TokenShelf,
  textOf,
} from '#server/connectors/core/index.ts';
import { callsPerMinute, rootOf } from './fields.ts';

/** A connection to one account. Both throw `ProviderFault`. */
export type Connection = {
  json(call: Call): Promise<unknown>;
  /** The same, for an answer that is a bare list. */
  list(call: Call): Promise<readonly Loose[]>;
};

/** What all sessions of one account have in common. */
type Account = { readonly shelf: TokenShelf; pace: ReturnType<typeof openSharedPace> | null };

const accountOf = openShared<Account>(() => ({ shelf: { held: null }, pace: null }));

/** Signs in when something is first asked. */
export function openConnection(options: ProviderOptions): Connection {
  const { values, now } = options;
  const { clientId = '', clientSecret = '', rights } = values;
  const calls = callsPerMinute(values['callsPerMinute']) ?? 60;
  const account = accountOf([rootOf(options.baseUrl), clientId, clientSecret, rights ?? '', String(calls)]);
  account.pace ??= openSharedPace({ calls: 1, windowMs: 60_000 / calls });
  const pace = account.pace(options);
  const caller: Caller = openCaller({
    ...options,
    baseUrl: rootOf(options.baseUrl),
    vendor: 'NinjaOne',
    secrets: [clientSecret],
    pace: () => pace,
    token: openTokenKeeper(
      async () => {
        const told = looseOf(
          await caller.json({
            ...{ method: 'POST', path: '/ws/oauth/token', isBare: true, isRepeatable: true },
            form: {
              grant_type: 'client_credentials',
              client_id: clientId,
              client_secret: clientSecret,
              scope: rights || 'monitoring management',
            },
          }),
        );
        const token = textOf(told['access_token']);
        if (token === null) throw new ProviderFault('malformed', 'NinjaOne gave no token: is the address right?');
        const seconds = numberOf(told['expires_in']);
        return { token, livesMs: seconds === null ? null : seconds * 1_000 };
      },
      now,
      account.shelf,
    ),
    authorised: (token) => ({ authorization: `Bearer ${token}` }),
    judge({ status }, { isBare }, said) {
      if (!isBare || (status !== 400 && status !== 401 && status !== 404)) return null;
      const words = said === '' ? `HTTP ${status}` : `HTTP ${status}: ${said}`;
      return new ProviderFault('refused', `NinjaOne does not take the client id, its secret or the scopes (${words}).`);
    },
  });
  return {
    json: (call) => caller.json(call),
    async list(call) {
      const told = await caller.json(call);
      if (!Array.isArray(told)) throw new ProviderFault('malformed', `NinjaOne answered no list to ${call.path}.`);
      return looseListOf(told);
    },
  };
}
