import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { withContext } from '#platform/context/index.ts';
import { createClient } from '#server/business/client/index.ts';
import type { ConnectorCall, ConnectorHealth, ConnectorSite, ConnectorView, TriedCall } from '#shared/connector.ts';
import { openDesk } from '#tests/desk.ts';
import { moveClock, welcome } from '#tests/visitor.ts';
import { CONNECTING } from '../rows.ts';
import { keepTidy } from '../tidy.ts';
import { claimCalls } from './claim.ts';
import { takeCalls } from './work.ts';

const desk = await openDesk({ roles: ['web'] });
const { browser } = await welcome(desk, { role: 'owner' });
const msp = await desk.run((ctx) => createClient(ctx, { name: 'Harbour', code: 'HARB', timeZone: 'UTC' }));
await desk.run(({ tx }) => tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute());
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

async function connect(changes: object = {}, provider = 'alertmanager') {
  const made = await browser.call('POST', '/connectors', { provider, name: 'Our monitor', ...changes });
  const { id } = made.body as ConnectorView;
  const { url } = (await browser.call('POST', `/connectors/${id}/hook`)).body as { url: string };
  return { id, path: new URL(url).pathname };
}
const send = (
  path: string,
  payload: string | Buffer,
  headers: Record<string, string> = {},
  remoteAddress = '192.0.2.1',
) =>
  desk.app.inject({
    method: 'POST',
    url: path,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
    remoteAddress,
  });
const group = (client: string, status = 'firing', fingerprint = 'f1') =>
  JSON.stringify({
    version: '4',
    alerts: [
      {
        ...{
          status,
          labels: { alertname: 'HostDown', client, severity: 'critical' },
          annotations: { summary: 'srv1 down' },
        },
        ...{ startsAt: '2026-11-24T04:56:49Z', endsAt: '2026-11-24T04:59:49Z', fingerprint },
      },
    ],
  });
const calls = async (id: string) =>
  ((await browser.call('GET', `/connectors/${id}/calls`)).body as { items: ConnectorCall[] }).items;
const alerts = (id: string) =>
  desk.run(({ tx }) =>
    tx
      .selectFrom('alerts')
      .select(['client_id', 'title', 'cleared_at', 'client_known'])
      .where('connector_id', '=', id)
      .orderBy('title')
      .execute(),
  );

test('a call is kept before it is read, answered at once, and becomes an alert of the client that it names', async () => {
  const { id, path } = await connect();
  const answer = await send(path, group('acme'));
  expect([answer.statusCode, answer.json()]).toEqual([202, { received: true }]);
  expect((await calls(id)).map(({ state }) => state)).toEqual(['new']);
  await takeCalls(desk.services);
  expect(await calls(id)).toMatchObject([{ state: 'done', alerts: 1, why: 'raised: srv1 down', address: '192.0.2.1' }]);
  expect(await alerts(id)).toEqual([{ client_id: acme, title: 'srv1 down', cleared_at: null, client_known: true }]);
  await send(path, group('acme', 'resolved'));
  await send(path, group('acme'));
  await takeCalls(desk.services);
  expect((await alerts(id)).map(({ cleared_at }) => cleared_at)).toEqual(['2026-11-24T04:59:49.000Z']);
  const [last] = await calls(id);
  const { body } = (await browser.call('GET', `/connectors/${id}/calls/${last?.id}`)).body as { body: string };
  expect(JSON.parse(body).alerts[0].fingerprint).toBe('f1');
});

test('a client that nobody knows is kept as a site; once it is mapped its alerts go there', async () => {
  const { id, path } = await connect();
  await send(path, group('nobody yet'));
  await takeCalls(desk.services);
  expect((await alerts(id)).map(({ client_known }) => client_known)).toEqual([false]);
  const { items } = (await browser.call('GET', `/connectors/${id}/sites`)).body as { items: ConnectorSite[] };
  expect(items.map(({ externalId, clientId }) => [externalId, clientId])).toEqual([['nobody yet', null]]);
  await browser.call('PUT', `/connectors/${id}/sites`, { items: [{ externalId: 'nobody yet', clientId: acme }] });
  expect((await alerts(id)).map(({ client_id }) => client_id)).toEqual([acme]);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"alerts": ['],
  ['other things', '{"a": 1}'],
  ['bytes', Buffer.from([0, 0xff, 0xfe])],
  ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['names that change objects', '{"__proto__": {"alerts": []}, "constructor": {"prototype": {}}}'],
])('a body of %s is kept and shown as malformed', async (_, body) => {
  const { id, path } = await connect();
  expect((await send(path, body, { 'content-type': 'of/anything' })).statusCode).toBe(202);
  await takeCalls(desk.services);
  const [call] = await calls(id);
  expect([call?.state, call?.why.length]).toEqual(['malformed', expect.any(Number)]);
  expect((await browser.call('GET', `/connectors/${id}/calls/${call?.id}`)).status).toBe(200);
});

test('an unknown token, an old one, another network and a missing proof are answered alike, and only the last two are noted', async () => {
  const { id, path } = await connect({
    hook: { networks: ['203.0.113.0/24', '2001:db8::/32'], signatureHeader: '', timeHeader: '' },
    hookSecret: 'a secret of many letters',
  });
  const from = '203.0.113.9';
  const secret = { 'x-fettle-secret': 'a secret of many letters' };
  const blunt = (answer: Awaited<ReturnType<typeof send>>) => {
    const { requestId, ...body } = answer.json();
    return [answer.statusCode, body];
  };
  const nowhere = blunt(await send(`/hooks/${'A'.repeat(43)}`, group('acme')));
  expect(nowhere[0]).toBe(404);
  expect(blunt(await send(path, group('acme'), secret, '198.51.100.1'))).toEqual(nowhere);
  expect(blunt(await send(path, group('acme'), {}, from))).toEqual(nowhere);
  expect(blunt(await send(path, group('acme'), { 'x-fettle-secret': 'another' }, from))).toEqual(nowhere);
  expect((await calls(id)).map(({ state, why }) => [state, why])).toEqual([
    ['refused', 'Not taken: the header x-fettle-secret is missing or is another.'],
    ['refused', 'Not taken: the header x-fettle-secret is missing or is another.'],
    ['refused', 'It came from a network that is not listed.'],
  ]);
  expect((await send(path, group('acme'), secret, from)).statusCode).toBe(202);
  expect((await send(path, group('acme'), secret, '2001:db8::7')).statusCode).toBe(202);
  await browser.call('POST', `/connectors/${id}/hook`);
  expect(blunt(await send(path, group('acme'), secret, from))).toEqual(nowhere);
});

test('a signature is over the body, or over its time and the body, no older than five minutes', async () => {
  const key = 'key of the signature';
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  const body = group('acme');
  const plain = await connect({ hookSignatureKey: key }, 'grafana');
  const header = 'x-grafana-alerting-signature';
  expect((await send(plain.path, body, { [header]: sign(body) })).statusCode).toBe(202);
  expect((await send(plain.path, `${body} `, { [header]: sign(body) })).statusCode).toBe(404);
  expect((await send(plain.path, body)).statusCode).toBe(404);
  const hook = { networks: [], signatureHeader: 'X-Signature', timeHeader: 'X-Time' };
  const timed = await connect({ hookSignatureKey: key, hook }, 'grafana');
  const at = (seconds: number) => {
    const time = String(Math.floor(Date.now() / 1000) - seconds);
    return { 'x-signature': `sha256=${sign(`${time}:${body}`)}`, 'x-time': time };
  };
  expect((await send(timed.path, body, at(10))).statusCode).toBe(202);
  expect((await send(timed.path, body, at(400))).statusCode).toBe(404);
  expect((await send(timed.path, body, { 'x-signature': sign(`:${body}`), 'x-time': '' })).statusCode).toBe(404);
});

test('while a connector is paused its calls wait; what is too large is refused; what is old is forgotten', async () => {
  const { id, path } = await connect();
  await browser.call('POST', `/connectors/${id}/pause`);
  expect((await send(path, group('acme'))).statusCode).toBe(202);
  await takeCalls(desk.services);
  expect((await calls(id))[0]?.state).toBe('new');
  await browser.call('POST', `/connectors/${id}/resume`);
  await takeCalls(desk.services);
  expect((await calls(id))[0]?.state).toBe('done');
  expect((await send(path, 'x'.repeat(16_777_217))).statusCode).toBe(413);
  moveClock(desk, 15 * 1_440);
  await keepTidy(desk.services);
  moveClock(desk, 0);
  expect(await calls(id)).toEqual([]);
});

test('a body is tried before anything is saved', async () => {
  const tried = async (body: string, values: object, provider = 'webhook') =>
    (await browser.call('POST', '/connectors/test-call', { provider, values, body })).body as TriedCall;
  const values = { externalId: 'item.id', state: 'item.open', title: 'item.what', site: 'item.who' };
  expect(await tried('{"id": 7, "open": true, "what": "Full", "who": "acme"}', values)).toMatchObject({
    alerts: [{ externalId: '7', state: 'raised', title: 'Full', site: 'acme', severity: 3 }],
    says: '',
  });
  expect((await tried('{"id": 7}', values)).says).toContain('“Title” finds nothing');
  expect((await tried('{}', { ...values, title: 'nothing.' })).says).toContain('title');
  expect((await tried('{', {}, 'grafana')).says).toContain('no JSON');
  expect(await calls('00000000-0000-7000-8000-000000000000')).toBeUndefined();
});

test('a call of thousands of alerts is taken whole; one that is too large, and what its sender left off, stand on the page', async () => {
  const { id, path } = await connect();
  const many = Array.from({ length: 2_500 }, (_, nth) => ({
    status: 'firing',
    labels: { alertname: 'HostDown', client: 'acme', severity: 'critical', instance: `host-${nth}:9100` },
    annotations: { summary: `host-${nth} is down`, description: 'It did not answer its scrapes. '.repeat(12) },
    ...{ startsAt: '2026-11-24T04:56:49Z', endsAt: '0001-01-01T00:00:00Z', fingerprint: `many-${nth}` },
  }));
  const body = JSON.stringify({ version: '4', truncatedAlerts: 12, alerts: many });
  expect(body.length).toBeGreaterThan(1_200_000);
  expect((await send(path, body)).statusCode).toBe(202);
  expect((await send(path, JSON.stringify({ alerts: [], filling: 'x'.repeat(16_777_216) }))).statusCode).toBe(413);
  await takeCalls(desk.services);
  expect(await alerts(id)).toHaveLength(2_500);
  expect((await calls(id)).map(({ state, size, why }) => [state, size > 16_777_216, why.slice(0, 60)])).toEqual([
    ['too_large', true, 'It has more than 16,777,216 bytes; nothing of it was taken.'],
    ['done', false, '12 alerts were left off by its sender: max_alerts. raised: h'],
  ]);
  const { callsOfDay } = (await browser.call('GET', `/connectors/${id}/health`)).body as ConnectorHealth;
  expect(callsOfDay).toEqual({ taken: 1, refused: 0, malformed: 0, tooLarge: 1, leftOff: 12 });
  // Where a call brings few alerts, so many bytes are none of it.
  const other = await connect({}, 'zabbix');
  expect((await send(other.path, 'x'.repeat(1_048_577))).statusCode).toBe(413);
  expect((await calls(other.id)).map(({ state }) => state)).toEqual(['too_large']);
});

test('calls are read together as far as their bytes allow', async () => {
  const { id, path } = await connect();
  const filling = 'x'.repeat(9_000_000);
  for (const client of ['acme', 'acme', 'acme'])
    await send(path, JSON.stringify({ ...JSON.parse(group(client)), filling }));
  const claimed = await withContext(desk.services, CONNECTING, claimCalls);
  expect(claimed.map(({ connector_id, body }) => [connector_id, (body?.length ?? 0) > 9_000_000])).toEqual([
    [id, true],
    [id, true],
  ]);
});
