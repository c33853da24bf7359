import {
  type Call,
  type Caller,
  type Loose,
  looseListOf,
  looseOf,
  numberOf,
  openCaller,
  openTokenKeeper,
  ProviderFault,
  type ProviderOptions,
  textOf,
} from '#server/connectors/core/index.ts';
import { accountOf, paceOf } from './account.ts';
import { rootOf } from './fields.ts';

/** The application that Datto's documents name for everybody. */
const CLIENT = `Basic ${Buffer.from('public-client:public').toString('base64')}`;
/** How long an address stays blocked that made too many calls, with half a minute to spare. */
const BLOCK_MS = 330_000;
/** After a 429 of this time ago, or less, a 403 is a block. What was learned of an account is good for as long. */
const RECENT_MS = 600_000;

/** A connection to one account. Both throw `ProviderFault`. */
export type Connection = {
  json(call: Call): Promise<unknown>;
  /** The pages of a list; `key` is where a page has its records. */
  pages(path: string, key: string): AsyncGenerator<ListPage>;
};

export type ListPage = { readonly records: readonly Loose[]; readonly isLast: boolean };

/** Signs in when something is first asked. */
export function openConnection(options: ProviderOptions): Connection {
  const { values, note, now } = options;
  const { apiKey = '', apiSecret = '' } = values;
  const account = accountOf([rootOf(options.baseUrl), apiKey, apiSecret]);
  const isRecent = (at: number | null) => at !== null && at > now() - RECENT_MS;
  let learning: Promise<void> | null = null;
  let hasLearned = false;

  const caller: Caller = openCaller({
    ...options,
    baseUrl: rootOf(options.baseUrl),
    vendor: 'Datto RMM',
    secrets: [apiKey, apiSecret],
    pace: ({ method = 'GET', isBare }) => (method === 'GET' || isBare ? account.reads : account.writes)(options),
    token: openTokenKeeper(
      async () => {
        const told = looseOf(
          await caller.json({
            ...{ method: 'POST', path: '/auth/oauth/token', isBare: true, isRepeatable: true },
            headers: { authorization: CLIENT },
            form: { grant_type: 'password', username: apiKey, password: apiSecret },
          }),
        );
        const token = textOf(told['access_token']);
        if (token === null) throw new ProviderFault('malformed', 'Datto RMM gave no token: is the address right?');
        const seconds = numberOf(told['expires_in']);
        return { token, livesMs: seconds === null ? null : seconds * 1_000 };
      },
      now,
      account.shelf,
    ),
    authorised: (token) => ({ authorization: `Bearer ${token}` }),
    judge({ status }, { isBare }, said) {
      if (status === 429) account.limitedAt = now();
      const words = said === '' ? `HTTP ${status}` : `HTTP ${status}: ${said}`;
      if (isBare && (status === 400 || status === 401))
        return new ProviderFault('refused', `Datto RMM does not take the API key and secret (${words}).`);
      if (isBare && status === 404)
        return new ProviderFault('refused', 'There is no sign-in at this address: is it the one beside the API keys?');
      if (status !== 403) return null;
      if (isRecent(account.learnedAt) && !isRecent(account.limitedAt))
        return new ProviderFault('forbidden', `The user of the API key lacks a right in Datto RMM (${words}).`);
      // Whoever goes on while blocked stays blocked for longer.
      account.blockedUntil = now() + BLOCK_MS;
      return blockedFor(BLOCK_MS);
    },
  });
  const blockedFor = (ms: number) =>
    new ProviderFault(
      'limited',
      'Datto RMM refuses every call from this address: after too many it blocks one for five minutes. If it lasts, the user of the API key may nothing.',
      { retryAfterMs: ms },
    );

  // What every key may ask: if even this is forbidden the address is blocked, and what is forbidden later is a right that is missing.
  // The account's limit is shared with whatever else calls Datto for this MSP, so half of it is ours.
  const learn = async () => {
    account.reads = paceOf(numberOf((await system('request_rate'))['accountRateLimit']), account);
    account.pageSize = sizeOf((await system('pagination'))['max']);
    account.learnedAt = now();
    hasLearned = true;
  };
  const system = async (what: string): Promise<Loose> => {
    try {
      return looseOf(await caller.json({ path: `/api/v2/system/${what}` }));
    } catch (error) {
      if (error instanceof ProviderFault && error.kind === 'missing') return {};
      throw error;
    }
  };
  const ready = async (): Promise<void> => {
    if (account.blockedUntil > now()) throw blockedFor(account.blockedUntil - now());
    if (isRecent(account.learnedAt)) return;
    learning ??= learn().finally(() => {
      learning = null;
    });
    await learning;
  };

  const json = async (call: Call): Promise<unknown> => {
    await ready();
    try {
      return await caller.json(call);
    } catch (error) {
      // What another session learned may be older than a block: asked anew, it says which of the two this is.
      if (error instanceof ProviderFault && error.kind === 'forbidden' && !hasLearned) {
        account.learnedAt = null;
        await ready();
      }
      throw error;
    }
  };

  /** The first page, with as many records as Datto allows; some lists may allow fewer, and say so by refusing. */
  const firstPage = async (path: string): Promise<unknown> => {
    await ready();
    const { pageSize } = account;
    if (pageSize === null) return json({ path });
    try {
      return await json({ path, query: { max: pageSize } });
    } catch (error) {
      if (!(error instanceof ProviderFault) || error.kind !== 'malformed') throw error;
      note(`The list ${path} does not take pages of ${pageSize}`);
      return json({ path });
    }
  };

  return {
    json,
    async *pages(path, key) {
      let told = looseOf(await firstPage(path));
      for (;;) {
        const records = told[key];
        const details = told['pageDetails'];
        const next = looseOf(details)['nextPageUrl'] ?? null;
        if (!Array.isArray(records) || typeof details !== 'object' || (next !== null && typeof next !== 'string'))
          throw new ProviderFault('malformed', `Datto RMM answered no page of ${key}.`);
        yield { records: looseListOf(records), isLast: next === null };
        if (next === null) return;
        told = looseOf(await json({ path: next }));
      }
    },
  };
}

/** What a page may hold; null where it was not said. */
function sizeOf(value: unknown): number | null {
  const size = numberOf(value);
  return size !== null && Number.isInteger(size) && size >= 1 && size <= 1_000 ? size : null;
}
