import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { Fault } from '#kernel/errors.ts';
import type { Services } from '../context/index.ts';
import { addMachineRoutes, defineMachineRoute } from './machine.ts';
import { sendProblem } from './problem.ts';
import { RATE } from './rate.ts';

const LIMIT = 1_000;
const refused: string[] = [];
/** While it is set, answers wait for it. */
let held: Promise<void> | null = null;
const route = defineMachineRoute<{ id: string; name: string }>({
  method: 'POST',
  url: '/machines/:key',
  bodyLimit: LIMIT,
  large: { bytes: LIMIT / 2, atOnce: 1 },
  async tooLarge(_services, { name }) {
    refused.push(name);
  },
  perMinute: { address: 8, caller: 3 },
  async admit(_services, request) {
    const { key } = request.params as { key: string };
    if (!key.startsWith('key')) throw new Fault('unauthenticated', 'No.');
    return { id: key, name: `machine ${key}` };
  },
  async answer(_services, { caller, body, reply }) {
    await held;
    return reply.type('text/plain').send(`${caller.name} ${body.length}`);
  },
});

async function open() {
  const app = Fastify();
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  await app.register(rateLimit, { global: true, max: 1_000, timeWindow: 60_000, allowList: () => true });
  await app.register(async (scope) => addMachineRoutes(scope, [route], {} as Services, RATE));
  return async (key: string, payload: Buffer | string = '', headers = {}, remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'POST', url: `/machines/${key}`, payload, headers, remoteAddress });
}

test.each([
  ['application/json', '{"not": json'],
  ['application/x-compress-zlib', Buffer.from([0x78, 0x9c, 0, 1])],
  ['multipart/form-data', 'no boundary'],
  ['of/nothing-known', 'words'],
])('bytes said to be %s are taken as they came', async (type, payload) => {
  const send = await open();
  const answer = await send('key1', payload, { 'content-type': type });
  expect([answer.statusCode, answer.body]).toEqual([200, `machine key1 ${Buffer.byteLength(payload)}`]);
});

test('nothing at all is taken, and bytes of no kind', async () => {
  const send = await open();
  expect((await send('key1')).body).toBe('machine key1 0');
  expect((await send('key1', Buffer.from('ab'), { 'content-type': undefined })).body).toBe('machine key1 2');
});

test('whoever is not admitted is refused before a byte is read, and too many bytes are', async () => {
  const send = await open();
  const many = Buffer.alloc(LIMIT + 1);
  expect((await send('stranger', many)).statusCode).toBe(401);
  expect(refused).toEqual([]);
  expect((await send('key1', many)).statusCode).toBe(413);
  expect(refused).toEqual(['machine key1']);
});

test('of large bodies no more are in hand at once than there is room for; small ones pass', async () => {
  const send = await open();
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  const large = Buffer.alloc(LIMIT / 2 + 1);
  const first = send('key1', large);
  const second = await send('key2', large);
  expect([second.statusCode, second.headers['retry-after']]).toEqual([503, '5']);
  const small = send('key3', 'x');
  resolve();
  held = null;
  expect([(await first).statusCode, (await small).statusCode]).toEqual([200, 200]);
  expect((await send('key2', large)).statusCode).toBe(200);
});

test('a caller may ask so often, and an address so often whoever asks from it', async () => {
  const send = await open();
  const statuses = async (keys: string[], address?: string) => {
    const answers = [];
    for (const key of keys) answers.push((await send(key, 'x', {}, address)).statusCode);
    return answers;
  };
  expect(await statuses(['key1', 'key1', 'key1', 'key1', 'key2'])).toEqual([200, 200, 200, 429, 200]);
  expect(await statuses(['key1'], '192.0.2.9')).toEqual([429]);
  expect(await statuses(['stranger', 'stranger', 'stranger', 'key3'])).toEqual([401, 401, 401, 429]);
  const last = await send('key3', 'x');
  expect([last.statusCode, Number(last.headers['retry-after']) > 0, last.json().code]).toEqual([
    429,
    true,
    'too_many_requests',
  ]);
});
