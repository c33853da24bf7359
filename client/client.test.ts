import { beforeAll, expect, test } from 'vitest';
import { createClient as makeClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { ApiProblem, type Client, createClient } from './index.ts';

const desk = await openDesk();
let clientId: string;
let baseUrl: string;
let key: string;
let fettle: Client;

beforeAll(async () => {
  clientId = await desk.run((ctx) => makeClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  ({ key } = await hire(desk, { name: 'Ada' }));
  baseUrl = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  fettle = createClient({ baseUrl: `${baseUrl}/`, key });
});

const problemOf = (work: Promise<unknown>): Promise<ApiProblem> =>
  work.then(
    () => Promise.reject(new Error('it was not refused')),
    (error: unknown) => (error instanceof ApiProblem ? error : Promise.reject(error)),
  );

test('a ticket goes in and comes out', async () => {
  const made = await fettle.call('POST /tickets', { body: { kind: 'incident', clientId, title: 'Printer on fire' } });
  const read = await fettle.call('GET /tickets/{idOrKey}', { params: { idOrKey: made.key } });
  expect([read.id, read.title, read.client.code]).toEqual([made.id, 'Printer on fire', 'ACME']);
  expect((await fettle.call('GET /me')).name).toBe('Ada');
});

test('a list is read to its end, a page at a time and only as far as it is wanted', async () => {
  await desk.run(async (ctx) => {
    for (let number = 1; number <= 7; number++)
      await createTicket(ctx, { kind: 'incident', clientId, title: `Number ${number}`, tags: ['counted'] });
  });
  let requests = 0;
  const counted: typeof fetch = (...request) => {
    requests++;
    return fetch(...request);
  };
  const counting = createClient({ baseUrl, key, fetch: counted });
  const found: string[] = [];
  for await (const { title } of counting.all('GET /tickets', { query: { tag: ['counted'], limit: 3 } }))
    found.push(title);
  expect([new Set(found).size, found.length, requests]).toEqual([7, 7, 3]);
  for await (const ticket of counting.all('GET /tickets', { query: { tag: ['counted'], limit: 3 } })) {
    expect(ticket.tags).toEqual(['counted']);
    break;
  }
  expect(requests).toBe(4);
});

test('a refusal is thrown with all it says', async () => {
  const body = { kind: 'incident' as const, clientId, title: '' };
  const problem = await problemOf(fettle.call('POST /tickets', { body }));
  expect(problem).toMatchObject({ status: 400, code: 'malformed', errors: [{ path: 'title' }] });
  expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const { key: ticket, version } = await fettle.call('POST /tickets', { body: { ...body, title: 'Two savers' } });
  const save = (impact: number) =>
    fettle.call('PATCH /tickets/{idOrKey}', { params: { idOrKey: ticket }, body: { version, impact } });
  await save(1);
  expect(await problemOf(save(3))).toMatchObject({ status: 409, code: 'stale', version: version + 1 });
  expect(await problemOf(createClient({ baseUrl, key: 'wrong' }).call('GET /me'))).toMatchObject({ status: 401 });
});

test('an answer that Fettle did not give, and none at all, are problems as well', async () => {
  const proxy = createClient({ fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
  expect(await problemOf(proxy.call('GET /me'))).toMatchObject({ status: 502, code: 'internal' });
  const nobody = createClient({ baseUrl: 'http://127.0.0.1:1' });
  expect(await problemOf(nobody.call('GET /me'))).toMatchObject({ status: 0, code: 'offline' });
});

test('what was broken off is no problem but the caller’s own wish', async () => {
  const wish = AbortSignal.abort(new Error('enough'));
  await expect(fettle.call('GET /me', {}, { signal: wish })).rejects.toThrow('enough');
});

test('a POST whose answer was lost is sent again and done once', async () => {
  let tries = 0;
  const losing: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    if (tries++ === 0) throw new TypeError('connection reset');
    return answer;
  };
  const patient = createClient({ baseUrl, key, retries: 2, fetch: losing });
  const body = { kind: 'incident' as const, clientId, title: 'Said twice, logged once', tags: ['twice'] };
  const made = await patient.call('POST /tickets', { body });
  expect(tries).toBe(2);
  const { items } = await fettle.call('GET /tickets', { query: { tag: ['twice'] } });
  expect(items.map((ticket) => ticket.id)).toEqual([made.id]);
});

test('it waits as long as the server asks, and gives up after that many tries', async () => {
  let tries = 0;
  const busy: typeof fetch = async () => {
    tries++;
    return Response.json({ code: 'unavailable', status: 503 }, { status: 503, headers: { 'retry-after': '0' } });
  };
  const patient = createClient({ baseUrl, key, retries: 3, fetch: busy });
  expect(await problemOf(patient.call('GET /me'))).toMatchObject({ code: 'unavailable', retryAfter: 0 });
  expect(tries).toBe(4);
});

test('what could be done twice is not sent again after a lost answer', async () => {
  let tries = 0;
  const losing: typeof fetch = async () => {
    tries++;
    throw new TypeError('connection reset');
  };
  const patient = createClient({ baseUrl, key, retries: 3, fetch: losing });
  const key2 = patient.call('POST /api-keys', { body: { name: 'second', permissions: ['ticket.read'] } });
  expect(await problemOf(key2)).toMatchObject({ code: 'offline' });
  const change = patient.call('PATCH /tickets/{idOrKey}', { params: { idOrKey: 'ACME-1' }, body: { version: 1 } });
  expect(await problemOf(change)).toMatchObject({ code: 'offline' });
  expect(tries).toBe(2);
});

test('a file goes up as a form and comes back as it was', async () => {
  const form = new FormData();
  form.set('file', new Blob(['hello, printer']), 'log.txt');
  const { id } = await fettle.call('POST /clients/{clientId}/files', { params: { clientId } }, { form });
  expect(await (await fettle.send('GET /files/{id}', { params: { id } })).text()).toBe('hello, printer');
});
