import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import type {
  ConnectorKind,
  ConnectorRemoval,
  ConnectorSite,
  ConnectorTried,
  ConnectorView,
  HookAddress,
} from '#shared/connector.ts';
import type { Static } from '#shared/http.ts';
import { openDesk } from '#tests/desk.ts';
import { openSmallRmm, SMALL_TOKEN } from '#tests/small-rmm.ts';
import { welcome } from '#tests/visitor.ts';
import { readCredentials, rewrapKeys } from './credentials.ts';
import { CONNECTING } from './rows.ts';
import { takeSites } from './sites/take.ts';

const desk = await openDesk({ roles: ['web'] });
const rmm = await openSmallRmm();
const { browser } = await welcome(desk, { role: 'manager' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme Dental', code: 'ACME', timeZone: 'UTC' }));
const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
const brisbane = await desk.run((ctx) => createSite(ctx, acme, { name: 'Brisbane' }));

const input = (changes: object = {}) => ({
  provider: 'small',
  name: 'Our RMM',
  baseUrl: `${rmm.origin}/`,
  values: { token: SMALL_TOKEN },
  ...changes,
});
const make = async (changes: object = {}) =>
  (await browser.call('POST', '/connectors', input(changes))).body as ConnectorView;
const sitesOf = async (id: string) =>
  ((await browser.call('GET', `/connectors/${id}/sites`)).body as { items: ConnectorSite[] }).items;
const place = (externalId: string, name: string, parentName: string | null = null) => ({
  externalId,
  name,
  parentName,
  deviceCount: 3,
});
const withSites = async (id: string, ...sites: ReturnType<typeof place>[]) =>
  desk.run((ctx) => takeSites(ctx, id, sites), { identity: CONNECTING });
const events = (id: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('events').selectAll().where('subject_id', '=', id).orderBy('id').execute());

test('the kinds of systems are listed with their fields', async () => {
  const { items } = (await browser.call('GET', '/connector-kinds')).body as { items: ConnectorKind[] };
  const small = items.find(({ key }) => key === 'small');
  expect(small?.needsAddress).toBe(true);
  expect(small?.fields.map(({ key, secret }) => [key, secret])).toEqual([
    ['token', true],
    ['region', false],
  ]);
});

test('a secret goes in and never comes out: only that it is set, and its last four letters', async () => {
  const made = await make();
  expect(made.secrets).toEqual([{ field: 'token', ending: SMALL_TOKEN.slice(-4), setAt: expect.any(String) }]);
  expect(made.values).toEqual({ region: 'eu' });
  expect(made.baseUrl).toBe(rmm.origin);
  const everything = JSON.stringify([
    made,
    (await browser.call('GET', '/connectors')).body,
    (await browser.call('GET', `/connectors/${made.id}`)).body,
    await events(made.id),
  ]);
  expect(everything).not.toContain(SMALL_TOKEN);
  const stored = await desk.run((ctx) => ctx.tx.selectFrom('connector_credentials').selectAll().execute());
  expect(stored.some(({ sealed }) => sealed.includes(SMALL_TOKEN))).toBe(false);
  const short = await make({ values: { token: 'short' } });
  expect(short.secrets[0]?.ending).toBe('');
});

test('a sealed value moved to another connector or field opens nothing, and a key is wrapped anew', async () => {
  const [one, other] = [await make(), await make()];
  const credentials = (id: string) => desk.run((ctx) => readCredentials(ctx, id), { identity: CONNECTING });
  await desk.run(async ({ tx }) => {
    const row = tx.selectFrom('connector_credentials').select('sealed').where('connector_id', '=', one.id);
    const { sealed } = await row.executeTakeFirstOrThrow();
    await tx.updateTable('connector_credentials').set({ sealed }).where('connector_id', '=', other.id).execute();
  });
  await expect(credentials(other.id)).rejects.toThrow();
  const next = Buffer.alloc(32, 7);
  const { credentialKeys } = desk.services;
  Object.assign(desk.services, { credentialKeys: [next, ...credentialKeys] });
  expect(await credentials(one.id)).toEqual({ token: SMALL_TOKEN });
  await desk.run(rewrapKeys, { identity: CONNECTING });
  Object.assign(desk.services, { credentialKeys: [next] });
  expect(await credentials(one.id)).toEqual({ token: SMALL_TOKEN });
  Object.assign(desk.services, { credentialKeys: [...credentialKeys, next] });
  await desk.run(rewrapKeys, { identity: CONNECTING });
  Object.assign(desk.services, { credentialKeys });
  expect(await credentials(one.id)).toEqual({ token: SMALL_TOKEN });
});

test.each([
  [{ baseUrl: 'http://rmm.example' }, 'baseUrl'],
  [{ baseUrl: 'https://user:pass@rmm.example' }, 'baseUrl'],
  [{ baseUrl: 'https://rmm.example:5432' }, 'baseUrl'],
  [{ baseUrl: 'file:///etc/passwd' }, 'baseUrl'],
  [{ baseUrl: 'rmm' }, 'baseUrl'],
  [{ values: {} }, 'values.token'],
  [{ values: { token: 'x', other: 'y' } }, 'values.other'],
  [{ servesId: brisbane }, 'servesId'],
])('%j is refused by its field', async (changes, path) => {
  const answer = await browser.call('POST', '/connectors', input(changes));
  expect([answer.status, (answer.body as { errors: { path: string }[] }).errors[0]?.path]).toEqual([422, path]);
});

test('trying says whose account it is, or in words what is in the way; nothing is kept', async () => {
  rmm.sites = [place('1', 'One'), place('2', 'Two')];
  const tried = async (changes: object = {}) =>
    (await browser.call('POST', '/connectors/test', { provider: 'small', ...changes })).body as ConnectorTried;
  const access = { baseUrl: rmm.origin, values: { token: SMALL_TOKEN } };
  expect(await tried(access)).toEqual({ works: true, says: 'Small account', advice: '', sites: 2, devices: 6 });
  const refused = await tried({ ...access, values: { token: 'wrong one' } });
  expect([refused.works, refused.says]).toEqual([false, 'The token is not taken any more.']);
  expect(refused.advice).toContain('credentials');
  expect(refused.advice).not.toContain('switch the connector on');
  expect((await tried({ ...access, baseUrl: 'http://127.0.0.1:1' })).says).toBe(
    'It could not be reached: nothing listens at that address and port.',
  );
  const saved = await make();
  expect((await tried({ baseUrl: rmm.origin, connectorId: saved.id })).works).toBe(true);
  const elsewhere = await browser.call('POST', '/connectors/test', {
    provider: 'small',
    baseUrl: 'https://evil.example',
    connectorId: saved.id,
  });
  expect(elsewhere.status).toBe(422);
});

test('at another origin the saved secret counts for nothing; at another path of the same it stays', async () => {
  const made = await make();
  const change = (changes: object, version = made.version) =>
    browser.call('PATCH', `/connectors/${made.id}`, { version, ...changes });
  const moved = await change({ baseUrl: 'https://other.example' });
  expect([moved.status, JSON.stringify(moved.body)]).toEqual([422, expect.stringContaining('anew')]);
  const same = (await change({ baseUrl: `${rmm.origin}/api`, name: 'New name' })).body as ConnectorView;
  expect([same.baseUrl, same.secrets.length, same.version]).toEqual([`${rmm.origin}/api`, 1, made.version + 1]);
  expect((await change({ name: 'Late' })).status).toBe(409);
  const anew = (await change({ baseUrl: 'https://other.example', values: { token: 'another' } }, same.version))
    .body as ConnectorView;
  expect(anew.secrets).toHaveLength(1);
  const [, changed] = await events(made.id);
  expect(changed?.data).toMatchObject({ changes: { name: ['Our RMM', 'New name'] } });
});

test('sites are mapped by hand, by suggestion, passed over, or become clients; what is wrong is refused', async () => {
  const { id } = await make();
  await withSites(
    id,
    place('a', 'ACME dental'),
    place('b', 'Brisbane', 'Acme Dental'),
    place('c', 'Cedar'),
    place('d', 'Delta'),
  );
  const before = await sitesOf(id);
  expect(before.map(({ externalId, suggestion }) => [externalId, suggestion?.clientId, suggestion?.siteId])).toEqual([
    ['a', acme, null],
    ['c', undefined, undefined],
    ['d', undefined, undefined],
    ['b', acme, brisbane],
  ]);
  const put = (items: object[]) => browser.call('PUT', `/connectors/${id}/sites`, { items });
  expect((await put([{ externalId: 'a', clientId: birch, siteId: brisbane }])).status).toBe(422);
  expect((await put([{ externalId: 'x', clientId: birch }])).status).toBe(422);
  expect((await put([{ externalId: 'd', clientId: null, ignored: true }])).status).toBe(200);
  await browser.call('POST', `/connectors/${id}/sites/accept`);
  await browser.call('POST', `/connectors/${id}/sites/clients`, { externalIds: ['c'] });
  const after = new Map((await sitesOf(id)).map((site) => [site.externalId, site]));
  expect(after.get('b')).toMatchObject({ clientId: acme, siteId: brisbane, suggestion: null });
  expect(after.get('c')).toMatchObject({ clientName: 'Cedar' });
  expect(after.get('d')).toMatchObject({ ignored: true, clientId: null, suggestion: null });
  const view = (await browser.call('GET', `/connectors/${id}`)).body as ConnectorView;
  expect(view.sites).toEqual({ mapped: 3, unmapped: 0, ignored: 1 });
});

test('a site that a complete list no longer has is gone, keeps whose it was, and comes back', async () => {
  const { id } = await make();
  await withSites(id, place('a', 'Acme Dental'), place('b', 'Birch'));
  await browser.call('POST', `/connectors/${id}/sites/accept`);
  await withSites(id, place('a', 'Acme Dental'));
  expect((await sitesOf(id)).find(({ externalId }) => externalId === 'b')).toMatchObject({
    gone: true,
    clientId: birch,
  });
  await withSites(id, place('a', 'Acme Dental'), place('b', 'Birch'));
  expect((await sitesOf(id)).find(({ externalId }) => externalId === 'b')).toMatchObject({ gone: false });
});

test('a connector pauses, goes on and is forgotten; before that it is said what goes with it', async () => {
  const { id } = await make();
  const post = (what: string, body?: object) => browser.call('POST', `/connectors/${id}/${what}`, body);
  expect(((await post('pause')).body as ConnectorView).state).toBe('paused');
  expect((await post('sync', { what: 'full' })).status).toBe(422);
  expect(((await post('resume')).body as ConnectorView).state).toBe('on');
  expect((await post('sync', { what: 'full' })).status).toBe(202);
  const { url } = (await post('hook')).body as Static<typeof HookAddress>;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1\/hooks\/[\w-]{43}$/);
  const removal = (await browser.call('GET', `/connectors/${id}/removal`)).body as Static<typeof ConnectorRemoval>;
  expect(removal.says).toContain('stay');
  expect((await browser.call('DELETE', `/connectors/${id}`)).status).toBe(204);
  expect((await browser.call('GET', `/connectors/${id}`)).status).toBe(404);
  expect((await events(id)).map(({ type }) => type)).toEqual([
    'connector.created',
    'connector.paused',
    'connector.resumed',
    'connector.sync_asked',
    'connector.hook_rotated',
    'connector.removed',
  ]);
});

test('whoever sees some clients only, or may not, gets nowhere', async () => {
  const limited = await welcome(desk, { role: 'manager', clientIds: [acme] });
  const technician = await welcome(desk, { role: 'technician' });
  for (const { browser: other } of [limited, technician])
    for (const [method, url, body] of [
      ['GET', '/connectors'],
      ['GET', '/connector-kinds'],
      ['POST', '/connectors', input()],
      ['POST', '/connectors/test', { provider: 'small', baseUrl: rmm.origin, values: { token: 'x' } }],
    ] as const)
      expect([url, (await other.call(method, url, body)).status]).toEqual([url, 403]);
});
