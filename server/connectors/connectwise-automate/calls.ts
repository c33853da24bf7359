import {
  type Answer,
  type Call,
  type Caller,
  openCaller,
  openPace,
  openTokenKeeper,
  ProviderFault,
  type ProviderOptions,
} from '#server/connectors/core/index.ts';
import { openSignIn } from './sign-in.ts';

/** The vendor documents no limit; these servers are often slow and serve technicians too. */
const PACE = { calls: 240, windowMs: 60_000 };

export const API = '/cwa/api/v1';

/** Calls the API, signed in and with the ClientId. */
export function openCalls(options: ProviderOptions): Caller {
  const { values } = options;
  const pace = openPace(PACE, options);
  const secrets = [values['password'] ?? ''];
  const clientId = { ClientId: values['clientId'] ?? '' };
  const common = { ...options, vendor: 'Automate', secrets, pace: () => pace, judge };
  const bare = openCaller(common);
  const signIn = openSignIn(options, (call) => bare.send({ ...call, headers: { ...call.headers, ...clientId } }));
  const token = openTokenKeeper(signIn.give, options.now);
  return openCaller({
    ...{ ...common, token },
    authorised: (shown) => ({ authorization: `Bearer ${shown}`, ...clientId }),
  });
}

/** A proxy before the server answers with a page where Automate would with JSON. */
function judge({ status, body }: Answer, _call: Call): ProviderFault | null {
  if (status !== 401 || !body.toString('utf8', 0, 64).trimStart().startsWith('<')) return null;
  return new ProviderFault(
    'refused',
    'Something before Automate asks for a sign-in of its own (HTTP 401 with a page).',
  );
}
