import { expect, test } from 'vitest';
import { insertKey } from '#platform/identity/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { ALL_PERMISSIONS } from '#shared/permissions.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const tom = await hire(desk);
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const log = async (clientId = acme) =>
  (await tom.call('POST', '/tickets', { kind: 'incident', clientId, title: 'Printer on fire' })).body as TicketView;

test('an address asked by another method says which it takes; a broken address is a problem like any other', async () => {
  const wrong = await tom.call('DELETE', '/tickets');
  expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  expect(wrong.body).toMatchObject({ code: 'method_not_allowed' });
  const options = await tom.call('OPTIONS', '/tickets/ACME-1');
  expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, PATCH, OPTIONS']);
  expect((await tom.call('DELETE', '/nothing')).status).toBe(404);
  const broken = await tom.call('GET', '/tickets/%E0%A4%A');
  expect([broken.status, broken.headers['content-type']]).toEqual([400, 'application/problem+json']);
  expect(broken.headers['x-content-type-options']).toBe('nosniff');
  expect((await tom.call('GET', `/tickets/${'x'.repeat(5_000)}`)).status).toBe(400);
});

test('If-Match says the same as the version in the body, and is refused where nothing checks it', async () => {
  const { key, version } = await log();
  const patch = (etag: string, body: object) => tom.call('PATCH', `/tickets/${key}`, body, { 'if-match': etag });
  const read = await tom.call('GET', `/tickets/${key}`);
  expect(read.headers.etag).toBe(`"${version}"`);
  const saved = await patch(String(read.headers.etag), { title: 'One' });
  expect([saved.status, saved.headers.etag]).toEqual([200, `"${version + 1}"`]);
  expect((await patch(`"${version}"`, { title: 'Two' })).body).toMatchObject({ status: 409, version: version + 1 });
  expect((await patch('"9"', { title: 'Two', version: 2 })).body).toMatchObject({
    status: 400,
    errors: [{ path: 'If-Match' }],
  });
  expect((await patch('soon', { title: 'Two' })).status).toBe(400);
  const unchecked = await tom.call('POST', `/tickets/${key}/read`, undefined, { 'if-match': '"1"' });
  expect(unchecked.body).toMatchObject({ status: 400, errors: [{ path: 'If-Match' }] });
});

test('NUL is refused wherever it comes, as bad input', async () => {
  const { key } = await log();
  const reason = 'a\0b';
  expect((await tom.call('POST', `/tickets/${key}/assign`, { assigneeId: tom.id, reason })).status).toBe(400);
  expect((await tom.call('PATCH', `/tickets/${key}`, { version: 1, title: reason })).status).toBe(400);
  const setting = { level: 'provider', value: { text: reason } };
  expect((await tom.call('PUT', '/settings/ticket.closingNotice', setting)).status).toBe(400);
});

test('a name that would change what an object is is refused as that', async () => {
  const { key } = await log();
  const send = (json: string) =>
    desk.app.inject({
      method: 'PATCH',
      url: `/api/v1/tickets/${key}`,
      headers: { authorization: `Bearer ${tom.key}`, 'content-type': 'application/json' },
      payload: `{"version":1,"custom":${json}}`,
    });
  for (const [json, path] of [
    ['{"__proto__":1}', 'custom.__proto__'],
    ['{"floor":{"\\u005f_proto__":{"a":1}}}', 'custom.floor.__proto__'],
    ['{"constructor":{"prototype":{}}}', 'custom.constructor'],
  ] as const)
    expect((await send(json)).json()).toMatchObject({ status: 400, errors: [{ path }] });
  expect((await send('{"floor":')).json()).toMatchObject({ status: 400, detail: expect.stringContaining('JSON') });
  // A name like any other, which no custom field has.
  expect((await send('{"constructor":1}')).json()).toMatchObject({ errors: [{ path: 'custom.constructor' }] });
});

test('two keys of one person share no Idempotency-Key, for they may see different clients', async () => {
  const { key } = await desk.run((ctx) =>
    insertKey(ctx, tom.id, { name: 'narrow', permissions: ALL_PERMISSIONS, clientIds: [acme] }),
  );
  const body = { kind: 'incident', clientId: birch, title: 'Same words' };
  const headers = { 'idempotency-key': 'the-very-same-key' };
  expect((await tom.call('POST', '/tickets', body, headers)).status).toBe(201);
  const narrow = { ...headers, authorization: `Bearer ${key}` };
  expect((await tom.call('POST', '/tickets', body, narrow)).status).toBe(404);
});

test('an answer is not repeated to somebody who no longer sees what it tells', async () => {
  const limited = await hire(desk, { clientIds: [acme, birch] });
  const body = { kind: 'incident', clientId: birch, title: 'Only of Birch' };
  const headers = { 'idempotency-key': 'asked-before-and-after' };
  const once = () => limited.call('POST', '/tickets', body, headers);
  expect((await once()).status).toBe(201);
  expect((await once()).headers['idempotent-replayed']).toBe('true');
  expect((await tom.call('PATCH', `/staff/${limited.id}`, { version: 1, clientIds: [acme] })).status).toBe(204);
  const later = await once();
  expect([later.status, later.text.includes('Birch')]).toEqual([422, false]);
});

test('NUL and half a character are refused by the name of the field, however deep', async () => {
  const { key } = await log();
  for (const [text, at] of [
    ['a\0b', 'custom.asset'],
    ['\ud800', 'custom.asset'],
  ] as const)
    expect((await tom.call('PATCH', `/tickets/${key}`, { version: 1, custom: { asset: text } })).body).toMatchObject({
      status: 400,
      errors: [{ path: at }],
    });
  expect((await tom.call('GET', '/tickets?q=a%00b')).body).toMatchObject({ status: 400, errors: [{ path: 'q' }] });
});

test('an empty body of whatever kind is none: taken where nothing must be said, named where something must', async () => {
  const { key } = await log();
  for (const kind of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
    const headers = { 'content-type': kind };
    expect((await tom.call('POST', `/tickets/${key}/read`, undefined, headers)).status, kind).toBe(204);
    expect((await tom.call('POST', `/tickets/${key}/assign`, undefined, headers)).status, kind).toBe(201);
    expect((await tom.call('POST', `/tickets/${key}/transitions`, undefined, headers)).body).toMatchObject({
      status: 400,
      detail: 'body: must be an object with fields',
    });
  }
  const sized = { 'content-type': 'application/json', 'content-length': '0' };
  expect((await tom.call('POST', `/tickets/${key}/read`, undefined, sized)).status).toBe(204);
  expect((await tom.call('POST', `/tickets/${key}/assign`, {}, { 'content-type': 'application/xml' })).status).toBe(
    415,
  );
  const headers = { authorization: `Bearer ${tom.key}`, 'content-type': 'application/json' };
  const url = `/api/v1/tickets/${key}/assign`;
  expect((await desk.app.inject({ method: 'POST', url, headers, payload: 'null' })).statusCode).toBe(400);
});
