import {
  type Answer,
  type Call,
  type Loose,
  looseOf,
  openCaller,
  openPace,
  openTokenKeeper,
  ProviderFault,
  type ProviderOptions,
  textOf,
} from '#server/connectors/core/index.ts';
import { openSignIn } from './sign-in.ts';

/** A server bears few calls at once, some endpoints one; one after another never asks too much. The pace only holds after a refusal. */
const PACE = { calls: 600, windowMs: 60_000 };
const SERVER_ERROR = 500;

const PASSWORD_CHANGED =
  'N-central answers 500 to the JSON web token. It does so when the password of the API user was changed or has run out (after 90 days, unless set otherwise): generate a new token for the user and save it here.';

/** Asks N-central for one thing at a time. */
export type Calls = {
  /** What a GET answers. Throws `ProviderFault`. */
  get(path: string, query?: Call['query']): Promise<Loose>;
};

export function openCalls(options: ProviderOptions): Calls {
  const jwt = options.values['jwt'] ?? '';
  const pace = openPace(PACE, options);
  let latest = 0;
  const judge = ({ status, body }: Answer, _call: Call, said: string): ProviderFault | null => {
    latest = status;
    return status === 200 && isFailure(body)
      ? new ProviderFault('malformed', `N-central says that it failed: ${said}`)
      : null;
  };
  const common = { ...options, vendor: 'N-central', pace: () => pace, judge };
  const bare = openCaller({ ...common, secrets: [jwt] });
  const signIn = openSignIn(jwt, (call) => bare.json(call), options.now);
  const token = openTokenKeeper(() => explained(signIn.give), options.now);
  const caller = openCaller({
    ...{ ...common, secrets: [jwt], token },
    authorised: (shown) => ({ authorization: `Bearer ${shown}` }),
  });

  /** A token that the server cannot take is told from a server that is out of order by whether the rest of it is well. */
  async function explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const isServerError = error instanceof ProviderFault && error.kind === 'unreachable' && latest === SERVER_ERROR;
      if (!isServerError || !(await isWell())) throw error;
      throw new ProviderFault('refused', PASSWORD_CHANGED, { cause: error });
    }
  }
  const isWell = () =>
    bare.send({ path: '/api/health', isBare: true }).then(
      () => true,
      () => false,
    );

  const ask = async (path: string, query: Call['query']): Promise<Loose> => {
    try {
      return looseOf(await caller.json({ path, ...(query ? { query } : {}) }));
    } catch (error) {
      // After a change of password an old token is answered so too; signing in anew says which it is.
      if (error instanceof ProviderFault && error.kind === 'unreachable' && latest === SERVER_ERROR)
        await explained(signIn.give);
      throw error;
    }
  };
  let line: Promise<unknown> = Promise.resolve();
  return {
    get(path, query) {
      const mine = line.then(() => ask(path, query));
      line = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Some failures come as a success that says so. */
function isFailure(body: Buffer): boolean {
  if (!body.includes('"error message"')) return false;
  try {
    return textOf(looseOf(JSON.parse(body.toString()))['error message']) !== null;
  } catch {
    return false;
  }
}
