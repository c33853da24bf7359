import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** Gives tokens as Microsoft and Google do (RFC 6749 with PKCE, RFC 7662), and tells a mail server whose they are. */
export type TokenProvider = {
  origin: string;
  clientId: string;
  clientSecret: string;
  /** Whose mailbox a token opens. */
  username: string;
  /** Seconds that the next tokens live. */
  lives: number;
  /** Which grants were asked for, in order. */
  asked: string[];
  /** What is said instead of a token, in Entra's words; null: a token is given. */
  refusal: string | null;
  /** Whether a token is good. */
  holds(token: string): boolean;
  /** Ends every token before its time; the permission stays. */
  expire(): void;
  /** Takes back every permission that was given. */
  withdraw(): void;
  /** Agrees to what the address asks, as somebody in a browser would; answers where the browser is sent back to. */
  agree(authorizeUrl: string): string;
};

export async function openTokenProvider(): Promise<TokenProvider> {
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  const refresh = new Set<string>();
  const tokens = new Map<string, number>();
  const state: TokenProvider = {
    ...{ origin: '', clientId: 'fettle-app', clientSecret: 'only the two of them know' },
    ...{ username: 'desk', lives: 3_600, asked: [], refusal: null },
    holds: (token) => (tokens.get(token) ?? 0) > Date.now(),
    expire: () => tokens.clear(),
    withdraw() {
      refresh.clear();
      tokens.clear();
    },
    agree(authorizeUrl) {
      const { searchParams: asked } = new URL(authorizeUrl);
      const code = randomUUID();
      const redirectUri = asked.get('redirect_uri') ?? '';
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirectUri });
      return `${redirectUri}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
    },
  };
  const give = (lasting: boolean) => {
    const access = randomUUID();
    tokens.set(access, Date.now() + state.lives * 1_000);
    const next = lasting ? { refresh_token: randomUUID() } : {};
    if (next.refresh_token) refresh.add(next.refresh_token);
    return { access_token: access, token_type: 'Bearer', expires_in: state.lives, ...next };
  };
  const grant = (form: URLSearchParams): object | null => {
    if (form.get('client_id') !== state.clientId || form.get('client_secret') !== state.clientSecret) return null;
    const kind = form.get('grant_type') ?? '';
    state.asked.push(kind);
    if (kind === 'client_credentials') return give(false);
    if (kind === 'refresh_token') return refresh.delete(form.get('refresh_token') ?? '') ? give(true) : null;
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return code && code.challenge === proof && code.redirectUri === form.get('redirect_uri') ? give(true) : null;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url?.startsWith('/introspect')) {
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      say(200, { active: state.holds(token), username: state.username });
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (state.refusal !== null) {
      say(401, { error: 'invalid_client', error_description: state.refusal });
      return;
    }
    const given = grant(new URLSearchParams(Buffer.concat(chunks).toString()));
    if (given) say(200, given);
    else say(400, { error: 'invalid_grant', error_description: 'The grant has been revoked' });
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}
