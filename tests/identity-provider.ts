import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';
import { afterAll } from 'vitest';

/** What the provider tells of a person. */
export type Person = { sub: string; email?: string; email_verified?: boolean | string; name?: string };

export type TestProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in next, and how. */
  person: Person;
  methods: string[];
  /** Registers other addresses to send browsers back to; who is signed in there is forgotten. */
  sendsBackTo(redirectUris: readonly string[]): void;
  /** Opens an address as a browser with cookies of its own would, to the point where it is sent back to `until`. */
  visit(url: string, until: string): Promise<string>;
};

/** A real OpenID Connect provider on loopback, whose people sign in without being asked anything. */
export async function openProvider(redirectUris: readonly string[]): Promise<TestProvider> {
  let handle = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();
  const state: TestProvider = {
    issuer,
    clientId: 'fettle',
    clientSecret: 'a secret that only the two of them know',
    person: { sub: 'nobody' },
    methods: ['pwd'],
    sendsBackTo: (uris) => open(uris),
    visit: (url, until) => travel(url, until, new Map()),
  };
  const jwks = { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] };
  const open = (uris: readonly string[]) => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: state.clientId,
          client_secret: state.clientSecret,
          redirect_uris: uris,
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      jwks,
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      pkce: { required: () => true },
      cookies: { keys: ['cookie signing key of a test'] },
      claims: { email: ['email', 'email_verified'], profile: ['name'], openid: ['sub', 'amr'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
      findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ ...people.get(id), sub: id }) }),
      loadExistingGrant: async ({ oidc }: Context) => {
        const { clientId } = oidc.client;
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    handle = (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return callback(request, response);
      people.set(state.person.sub, { ...state.person });
      const login = { accountId: state.person.sub, amr: state.methods };
      void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    };
  };
  open(redirectUris);
  return state;
}

async function travel(url: string, until: string, jar: Map<string, string>): Promise<string> {
  let next = url;
  for (let hop = 0; hop < 10; hop++) {
    if (next.startsWith(until)) return next;
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/);
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${next} answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error(`${url} went round and round`);
}
