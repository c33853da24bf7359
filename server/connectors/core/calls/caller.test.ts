import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { guardedFetch } from '#platform/egress/index.ts';
import { ProviderFault } from '../provider.ts';
import { atOnce } from './at-once.ts';
import { type Call, openCaller } from './caller.ts';
import { openPace } from './pace.ts';
import { openTokenKeeper } from './token.ts';

type Told = { status: number; body?: string; headers?: Record<string, string> } | 'reset';
let script: Told[] = [];
let seen: { line: string; authorization: string | undefined; body: string }[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization } = request.headers;
  seen.push({ line: `${request.method} ${request.url}`, authorization, body: Buffer.concat(chunks).toString() });
  const told = script.shift() ?? { status: 200, body: '{"ok":true}' };
  if (told === 'reset') return void request.socket.destroy();
  response.writeHead(told.status, told.headers).end(told.body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let now = 1_795_478_400_000;
let waits: number[] = [];
let stop = new AbortController();
beforeEach(() => {
  script = [];
  seen = [];
  waits = [];
  stop = new AbortController();
});

function open({ tokens = ['first-token', 'second-token'], secrets = ['very secret/1'], base = origin } = {}) {
  const options = {
    baseUrl: `${base}/api`,
    fetch: guardedFetch({ origins: new Set([base]), loopback: true, privateNetworks: false, timeoutMs: 500 }),
    now: () => now,
    wait: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
    signal: stop.signal,
  };
  const pace = openPace({ calls: 1_000, windowMs: 1_000 }, options);
  const left = [...tokens];
  const token = openTokenKeeper(async () => ({ token: left.shift() ?? 'none', livesMs: 3_600_000 }), options.now);
  return openCaller({
    ...{ ...options, vendor: 'Acme RMM', secrets, pace: () => pace, token },
    authorised: (shown) => ({ authorization: `Bearer ${shown}` }),
  });
}

const faultOf = (call: Call, caller = open()): Promise<ProviderFault> =>
  caller.json(call).then(
    () => expect.unreachable(),
    (error: unknown) => {
      if (error instanceof ProviderFault) return error;
      throw error;
    },
  );

test('a call goes to the base address with its query, its body and the token', async () => {
  const caller = open();
  expect(await caller.json({ path: '/v2/a', query: { q: 'x & y', none: undefined, page: 2 } })).toEqual({ ok: true });
  await caller.json({ method: 'PUT', path: '/v2/b', json: { a: '"' } });
  await caller.json({ method: 'POST', path: '/token', form: { a: '1 2' }, isBare: true });
  expect(seen).toEqual([
    { line: 'GET /api/v2/a?q=x+%26+y&page=2', authorization: 'Bearer first-token', body: '' },
    { line: 'PUT /api/v2/b', authorization: 'Bearer first-token', body: '{"a":"\\""}' },
    { line: 'POST /api/token', authorization: undefined, body: 'a=1+2' },
  ]);
});

test('a further page of the same place is asked for, one elsewhere never', async () => {
  await open().json({ path: `${origin}/api/v2/a?page=2` });
  expect(seen.map(({ line }) => line)).toEqual(['GET /api/v2/a?page=2']);
  for (const path of [
    'https://evil.example/api/v2/a',
    '//evil.example/a',
    origin.replace('127.0.0.1', 'localhost'),
    origin.replace('http:', 'https:'),
    origin.replace('http://', 'http://user:word@'),
    'file:///etc/passwd',
    'http://',
    '@evil.example/',
  ])
    expect((await faultOf({ path })).kind, path).toBe('malformed');
  expect(seen).toHaveLength(1);
});

test('a token that is refused is renewed once, then a person has to look', async () => {
  script = [{ status: 401 }];
  const caller = open();
  await caller.json({ path: '/a' });
  expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer first-token', 'Bearer second-token']);
  script = [{ status: 401 }, { status: 401, body: '{"error":"invalid_token"}' }];
  const fault = await faultOf({ path: '/a' }, caller);
  expect([fault.kind, fault.message]).toEqual([
    'refused',
    'Acme RMM does not take the credentials (HTTP 401: invalid_token).',
  ]);
  expect(seen).toHaveLength(4);
});

test('calls at once that are all refused renew the token once between them', async () => {
  script = [{ status: 401 }, { status: 401 }, { status: 401 }];
  const caller = open();
  await atOnce([1, 2, 3], 3, () => caller.json({ path: '/a' }));
  expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(
    new Set(['Bearer first-token', 'Bearer second-token']),
  );
});

test('what passes by is tried again with growing pauses; what is asked for is kept to', async () => {
  script = [{ status: 502 }, 'reset', { status: 503 }];
  expect(await open().json({ path: '/a' })).toEqual({ ok: true });
  expect(waits).toHaveLength(3);
  expect(waits[2]).toBeGreaterThan(waits[0] as number);
  waits = [];
  script = [{ status: 429, headers: { 'retry-after': '7' } }];
  await open().json({ path: '/a' });
  expect(waits).toEqual([7_000]);
  waits = [];
  const [date, later] = [new Date(now + 3_600_000), new Date(now + 3_609_000)].map((at) => at.toUTCString());
  script = [{ status: 429, headers: { date: date as string, 'retry-after': later as string } }];
  await open().json({ path: '/a' });
  expect(waits).toEqual([9_000]);
});

test('what lasts is handed on with its kind', async () => {
  script = Array.from({ length: 4 }, () => ({ status: 500, body: '{"message":"out of\\nmemory"}' }));
  const failed = await faultOf({ path: '/a' });
  expect([failed.kind, failed.message]).toEqual(['unreachable', 'Acme RMM is out of order (HTTP 500: out of memory).']);
  script = [{ status: 429, headers: { 'retry-after': '3600' } }];
  const limited = await faultOf({ path: '/a' });
  expect([limited.kind, limited.retryAfterMs]).toEqual(['limited', 3_600_000]);
  script = [{ status: 403, body: '<html>' }];
  expect((await faultOf({ path: '/a' })).kind).toBe('forbidden');
  script = [{ status: 404 }];
  expect((await faultOf({ path: '/a' })).kind).toBe('missing');
  script = [{ status: 302, headers: { location: 'https://evil.example/' } }];
  expect((await faultOf({ path: '/a' })).kind).toBe('malformed');
  script = [{ status: 200, body: '<html>Sign in</html>' }];
  expect((await faultOf({ path: '/a' })).message).toContain('a page that is no JSON');
  expect(seen).toHaveLength(9);
});

test('what must not be done twice is not', async () => {
  script = ['reset'];
  expect((await faultOf({ method: 'POST', path: '/run' })).kind).toBe('unreachable');
  script = [{ status: 503 }];
  expect((await faultOf({ method: 'POST', path: '/run' })).kind).toBe('unreachable');
  expect(seen).toHaveLength(2);
  // One that was refused as one too many was not done.
  script = [{ status: 429 }];
  await open().json({ method: 'POST', path: '/run' });
  expect(seen).toHaveLength(4);
});

test('no message says a secret, whoever repeats it', async () => {
  const body = JSON.stringify({ message: 'bad key very secret/1 (very%20secret%2F1) for first-token' });
  script = [{ status: 400, body }];
  const { message } = await faultOf({ path: '/a' });
  expect(message).toBe('Acme RMM does not take this call (HTTP 400: bad key … (…) for …).');
});

test('work that is stopped ends with its own reason', async () => {
  script = [{ status: 503 }];
  const caller = open();
  const reason = new Error('the program stops');
  const work = caller.json({ path: '/a' });
  stop.abort(reason);
  await expect(work).rejects.toBe(reason);
});

test('a silent server is given up after its time', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const signal = new AbortController().signal;
  const base = { baseUrl, signal, now: () => now, wait: async () => undefined };
  const pace = openPace({ calls: 10, windowMs: 1 }, base);
  const fetch = guardedFetch({ origins: new Set([baseUrl]), loopback: true, timeoutMs: 50 });
  const caller = openCaller({ ...base, fetch, vendor: 'Acme RMM', secrets: [], pace: () => pace });
  const fault = await faultOf({ path: '/a' }, caller);
  expect([fault.kind, fault.message]).toEqual(['unreachable', 'Acme RMM did not answer in time.']);
  silent.closeAllConnections();
  await new Promise<void>((resolve) => void silent.close(() => resolve()));
});

test('the pace lets so many go within a window, and none while it is held', async () => {
  let at = 0;
  const wait = async (ms: number) => {
    at += ms;
  };
  const pace = openPace({ calls: 2, windowMs: 1_000 }, { now: () => at, wait, signal: stop.signal });
  const went: number[] = [];
  for (let count = 0; count < 5; count++) {
    await pace.turn();
    went.push(at);
    at += 100;
  }
  expect(went).toEqual([0, 100, 1_000, 1_100, 2_000]);
  pace.hold(5_000);
  await pace.turn();
  expect(at).toBe(7_100);
});

test('an address where nobody is fails at once; who was there a moment ago is waited for', async () => {
  const passing = createServer((_, response) => void response.end('{}'));
  await new Promise<void>((resolve) => passing.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(passing.address() as AddressInfo).port}`;
  const caller = open({ base });
  await caller.json({ path: '/there' });
  passing.closeAllConnections();
  await new Promise<void>((resolve) => void passing.close(() => resolve()));
  expect(await faultOf({ path: '/there' }, caller)).toMatchObject({ kind: 'unreachable' });
  expect(waits).toHaveLength(3);
  expect(await faultOf({ path: '/there' }, open({ base }))).toMatchObject({ kind: 'unreachable' });
  expect(waits).toHaveLength(3);
});

test('an address of one’s own network is not called at all, and the way to allow it is said', async () => {
  const fault = await faultOf({ path: '/v2/a' }, open({ base: 'https://10.1.2.3' }));
  expect(fault.kind).toBe('unreachable');
  expect(fault.message).toContain('10.1.2.3');
  expect(fault.message).toContain('“Where connectors may reach”');
  expect(waits).toEqual([]);
  const never = await faultOf({ path: '/v2/a' }, open({ base: 'https://169.254.169.254' }));
  expect(never.message).toBe('Acme RMM may not be called: 169.254.169.254 may not be connected to.');
});
