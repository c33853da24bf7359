import { expect, test } from 'vitest';
import { visible } from '#kernel/visible.ts';
import { type Against, against, faultOf, listed, openAlerts } from '#tests/against-simulator.ts';
import { disturbing, expectSameThough, expectWhoStayed, revokedAt, switched } from '#tests/disturbed.ts';
import { nCentral as simulated } from '../../../tools/simulate/n-central/index.ts';
import { openIssues } from '../../../tools/simulate/n-central/issues.ts';
import { customerId, deviceId, siteId } from '../../../tools/simulate/n-central/numbers.ts';
import { hasAssets } from '../../../tools/simulate/n-central/records.ts';
import { nCentral } from './index.ts';

const open = (options: Parameters<typeof against>[2] = {}) => against(nCentral, simulated, options);
const all = () => true;
const secretsOf = ({ simulator }: Against) =>
  simulator.credentials.filter(({ key }) => key === 'jwt').map(({ value }) => value);
const placeOf = (device: Against['simulator']['world']['devices'][number]) =>
  String(siteId(device.site) ?? customerId(device.site));

test('it says whose account it is, and lists customers and sites', async () => {
  const desk = await open();
  const session = desk.open();
  expect(await session.test()).toEqual({ account: 'North MSP (N-central 2026.3.1.12)' });
  const sites = await session.sites();
  expect(sites.filter(({ parentName }) => parentName === null).map(({ name }) => name)).toEqual(
    desk.simulator.world.sites.map(({ name }) => name),
  );
  expect(sites.find(({ externalId }) => externalId === '5001')).toEqual({
    ...{ externalId: '5001', name: desk.simulator.world.sites[0]?.town, deviceCount: null },
    parentName: desk.simulator.world.sites[0]?.name,
  });
  expect(desk.simulator.tokens.given).toBe(2);
});

test('a server without its version is one all the same', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /server-info/, times: 1, what: { status: 404 } });
  expect(await desk.open().test()).toEqual({ account: 'North MSP' });
});

test('2,000 devices are listed with the default pages, each once and in its place', async () => {
  const desk = await open({ sites: 30, devices: 2_000 });
  const { devices } = await listed(desk.open());
  const { world } = desk.simulator;
  expect(devices.size).toBe(2_000);
  const found = world.devices.map((device) => devices.get(String(deviceId(device))));
  expect(found.map((reading) => reading?.site)).toEqual(world.devices.map(placeOf));
  expect(found.map((reading) => reading?.name)).toEqual(world.devices.map(({ hostname }) => hostname));
  // Every third time names no zone: all are the same moment as the estate's, to the second.
  const seconds = (iso: string | null | undefined) => Math.floor(Date.parse(iso ?? '') / 1_000);
  expect(found.map((reading) => seconds(reading?.lastSeenAt))).toEqual(
    world.devices.map(({ online, lastSeenAt }) => Math.floor((online ? desk.now() : lastSeenAt) / 1_000)),
  );
  expect(desk.notes).toEqual([]);
  // Ten pages, read a second time to see that nothing was missed; assets were not asked for.
  expect(desk.simulator.requests.filter((line) => line.includes('/api/devices'))).toHaveLength(20);
  const quick = desk.simulator.requests.length;
  await listed(desk.open(), { mode: 'incremental' });
  expect(desk.simulator.requests.slice(quick).filter((line) => line.includes('/api/devices'))).toHaveLength(10);
});

test('assets are asked of those alone that need them, one at a time', async () => {
  const desk = await open({ devices: 150 });
  const { world } = desk.simulator;
  let most = 0;
  desk.simulator.before = ({ atOnce }) => {
    most = Math.max(most, atOnce);
  };
  const { devices } = await listed(desk.open(), { details: all });
  for (const device of world.devices) {
    const reading = devices.get(String(deviceId(device)));
    expect(reading?.attributes['warrantyUntil'] ?? null).toBe(device.number % 50 === 0 ? null : device.warrantyUntil);
    expect(reading?.attributes['serial']).toBe(hasAssets(device) ? device.serial : undefined);
    expect(reading?.software !== undefined).toBe(hasAssets(device));
  }
  const server = world.devices.find(({ kind }) => kind === 'server');
  const reading = server && devices.get(String(deviceId(server)));
  expect(reading?.attributes).toMatchObject({
    ...{ manufacturer: server?.manufacturer, model: server?.model, operatingSystem: server?.os?.name },
    ...{ osVersion: server?.os?.version, processor: server?.processor, cores: server?.cores },
    ...{ memoryMb: Math.round((server?.memoryBytes ?? 0) / 1e6), domain: server?.site.domain },
  });
  expect(JSON.stringify([...devices.values()])).not.toContain('AAAAA-BBBBB');
  expect(most).toBe(1);
  desk.simulator.requests.length = 0;
  await listed(desk.open(), { details: (id) => id === '900003' });
  expect(desk.simulator.requests.filter((line) => line.includes('assets'))).toEqual([
    'GET /api/devices/900003/assets',
    'GET /api/devices/900003/assets/lifecycle-info',
  ]);
});

test('several things that are asked at once go one after the other', async () => {
  const desk = await open();
  let most = 0;
  desk.simulator.before = ({ atOnce }) => {
    most = Math.max(most, atOnce);
  };
  desk.simulator.switches.delayMs = 5;
  const session = desk.open();
  await Promise.all([listed(session), openAlerts(session), session.sites()]);
  expect(most).toBe(1);
});

const disturbed = disturbing(/authenticate/, /devices\?/, /pageNumber=2/, /active-issues/, /assets/, /customers/);

const DISTURBED: readonly [string, (desk: Against) => void][] = [
  ['pages smaller than what is asked for', switched({ pageSize: 7 })],
  ['a clock that is an hour ahead', switched({ skewMs: 3_600_000 })],
  ['tokens that live for a minute', switched({ tokenLifeMs: 60_000 })],
  ['tokens that are forgotten between two calls', revokedAt(/devices.pageNumber=1/, /active-issues/, /assets/)],
  ['a 429 with a pause', disturbed({ status: 429, retryAfter: '30' })],
  ['a 429 without one', disturbed({ status: 429 })],
  ['a 500 once', disturbed({ status: 500 })],
  ['a reset', disturbed('reset')],
  ['half an answer', disturbed('half')],
];

test.each(DISTURBED)('the result is the same after %s', (_, disturb) =>
  expectSameThough(open, disturb, { devices: 300, pageSize: 100, details: (id) => id < '900100' }),
);

test('a token that ends by the clock is renewed by its refresh token, one that is refused by the JWT', async () => {
  const desk = await open();
  const session = desk.open();
  await session.sites();
  desk.pass(3_600_000);
  await session.sites();
  expect(desk.simulator.requests.filter((line) => line.includes('/auth/'))).toEqual([
    'POST /api/auth/authenticate',
    'POST /api/auth/refresh',
  ]);
  desk.simulator.tokens.revoke();
  await session.sites();
  expect(desk.simulator.requests.filter((line) => line.includes('/auth/')).at(-1)).toBe('POST /api/auth/authenticate');
  desk.pass(3_600_000);
  desk.simulator.tokens.revoke();
  await session.sites();
  expect(desk.simulator.requests.filter((line) => line.includes('/auth/')).slice(-2)).toEqual([
    'POST /api/auth/refresh',
    'POST /api/auth/authenticate',
  ]);
});

test('what was there all the time is listed, whatever comes and goes between pages', () =>
  expectWhoStayed(open, {
    isPage: (path) => path.endsWith('/devices'),
    pages: 14,
    idOf: (device) => String(deviceId(device)),
  }));

test.each([
  ['a reset that lasts', 'reset', 'unreachable'],
  ['a 503 that lasts', { status: 503 }, 'unreachable'],
  ['a 500 that lasts, while the token is good', { status: 500 }, 'unreachable'],
  ['JSON that is cut off', 'garbled', 'malformed'],
  ['the page of a proxy', 'page', 'malformed'],
  ['a redirect', 'redirect', 'malformed'],
  ['no list', { status: 200, body: '{"data":null}' }, 'malformed'],
  ['a failure that comes as a success', { status: 200, body: '{"error message":"Query failed"}' }, 'malformed'],
  ['a pause of an hour', { status: 429, retryAfter: '3600' }, 'limited'],
  ['a right that is missing', { status: 403 }, 'forbidden'],
  ['a token that is refused anew', { status: 401 }, 'refused'],
] as const)('%s has its kind, and the listing is no complete one', async (_, what, kind) => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /api\/devices/, times: 100, what });
  const fault = await faultOf(listed(desk.open()));
  expect(fault.kind).toBe(kind);
  for (const secret of secretsOf(desk)) expect(fault.message).not.toContain(secret);
});

test('a failure that comes as a success is said in its words, without the token', async () => {
  const desk = await open();
  const [jwt = ''] = secretsOf(desk);
  const body = JSON.stringify({ 'error message': `Query failed for ${jwt}` });
  desk.simulator.disturbances.push({ on: /customers/, times: 1, what: { status: 200, body } });
  expect((await faultOf(desk.open().sites())).message).toBe('N-central says that it failed: Query failed for …');
});

test('a token that the server answers with 500 says that the password was changed; a server that is down does not', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /authenticate/, times: 100, what: { status: 500 } });
  const changed = await faultOf(desk.open().test());
  expect([changed.kind, changed.message]).toEqual(['refused', expect.stringContaining('password of the API user')]);
  desk.simulator.disturbances.push({ on: /health/, times: 100, what: { status: 500 } });
  expect((await faultOf(desk.open().test())).kind).toBe('unreachable');
});

test('a password that is changed while a token is held shows as well', async () => {
  const desk = await open();
  const session = desk.open();
  await session.sites();
  desk.simulator.disturbances.push({ on: /customers|authenticate/, times: 100, what: { status: 500 } });
  expect((await faultOf(session.sites())).message).toContain('password of the API user');
});

test('a wrong token is refused without saying it', async () => {
  const desk = await open();
  const fault = await faultOf(desk.open({ jwt: 'another.token' }).test());
  expect([fault.kind, fault.message]).toEqual([
    'refused',
    'N-central does not take the credentials (HTTP 401: Authentication failed).',
  ]);
});

test('a user who sees no customers is told so, and nothing is concluded', async () => {
  const desk = await open();
  const body = '{"data":[],"pageNumber":1,"pageSize":200,"totalItems":0,"totalPages":0}';
  desk.simulator.disturbances.push({ on: /customers/, times: 2, what: { status: 200, body } });
  const session = desk.open();
  expect((await faultOf(session.sites())).kind).toBe('forbidden');
  expect((await faultOf(openAlerts(session))).kind).toBe('forbidden');
});

test('nulls, unknown words and devices that cannot be read stop nothing', async () => {
  const desk = await open({ devices: 300 });
  Object.assign(desk.simulator.switches, { nullEvery: 5, unknownEvery: 7, brokenEvery: 11 });
  desk.simulator.disturbances.push({ on: /900003\/assets$/, times: 1, what: 'garbled' });
  const session = desk.open();
  const { devices } = await listed(session, { details: all });
  const { world } = desk.simulator;
  const told = world.devices.filter((device) => world.oddity(device) !== 'broken');
  expect([...devices.keys()].toSorted()).toEqual(told.map((device) => String(deviceId(device))).toSorted());
  expect((await openAlerts(session)).size).toBe(openIssues(world).length);
  const notes = new Set(desk.notes);
  for (const note of [
    'Unknown class of device: BrandNewIn2027',
    'Unknown notification state: 42',
    'An active issue without the time of its transition',
    'The assets of a device could not be read',
  ])
    expect(notes).toContain(note);
});

test('hard text arrives as it is, without what no database keeps', async () => {
  const desk = await open({ devices: 300 });
  desk.simulator.world.harden();
  const { devices } = await listed(desk.open());
  for (const device of desk.simulator.world.devices)
    expect(devices.get(String(deviceId(device)))?.attributes['description'] ?? '').toBe(
      visible(device.description.replaceAll('\0', '')).trim(),
    );
});

test('an issue is open until it is gone, and each is listed once though customer and site both list it', async () => {
  const desk = await open();
  const session = desk.open();
  const { world } = desk.simulator;
  const device = world.devices.find((one) => siteId(one.site) !== null && one.kind === 'server');
  const alert = world.raise({ ...(device ? { device } : {}), trouble: 'offline' });
  const reading = [...(await openAlerts(session)).values()].find(
    ({ condition, device: of }) => condition === 'Connectivity' && of?.hostname === device?.hostname,
  );
  expect(reading).toMatchObject({
    ...{ state: 'raised', severity: 1, kind: 'exception', occurrence: new Date(alert.raisedAt).toISOString() },
    ...{ device: { externalId: device && String(deviceId(device)) }, site: device && placeOf(device) },
  });
  let times = 0;
  for await (const page of session.openAlerts())
    times += page.filter(({ externalId }) => externalId === reading?.externalId).length;
  expect(times).toBe(1);
  world.resolve(alert, 'test');
  expect((await openAlerts(session)).has(reading?.externalId ?? '')).toBe(false);
});

test('customers alone are asked where the form says so; a version without issues is no server without any', async () => {
  const desk = await open();
  const both = await openAlerts(desk.open());
  desk.simulator.requests.length = 0;
  expect([...(await openAlerts(desk.open({ issues: 'customers' }))).keys()].toSorted()).toEqual(
    [...both.keys()].toSorted(),
  );
  expect(desk.simulator.requests.filter((line) => /org-units\/5\d+/.test(line))).toEqual([]);
  desk.simulator.disturbances.push({ on: /active-issues/, times: 1, what: { status: 404 } });
  expect((await openAlerts(desk.open())).size).toBeGreaterThan(0);
  desk.simulator.disturbances.push({ on: /active-issues/, times: 100, what: { status: 404 } });
  expect((await faultOf(openAlerts(desk.open()))).message).toContain('no list of active issues');
});

test('what it sends becomes the same alert as in its list', async () => {
  const desk = await open();
  const { world, pusher } = desk.simulator;
  desk.simulator.target = { url: `${desk.simulator.origin}/nowhere`, secret: 's' };
  const device = world.devices.find(({ kind, site }) => kind === 'server' && siteId(site) !== null);
  const raised = [0, 1].map((nth) =>
    world.raise({ ...(device ? { device } : {}), trouble: nth === 0 ? 'backup' : 'disk' }),
  );
  const values = Object.fromEntries(desk.simulator.credentials.map(({ key, value }) => [key, value]));
  const sent = async () => {
    await pusher.settle();
    const at = new Date(desk.now()).toISOString();
    return pusher.delivered.map(({ body }) => nCentral.receive?.(Buffer.from(body), {}, values, at));
  };
  const session = desk.open();
  const active = [...(await openAlerts(session)).values()].filter(
    ({ device: of }) => of?.hostname === device?.hostname,
  );
  const received = await sent();
  const [id = ''] = received.flatMap((one) => one?.look ?? []);
  const [ticket] = received.flatMap((one) => one?.alerts ?? []);
  const find = async (wanted: string) => (await nCentral.alerts?.(session, [wanted]))?.get(wanted);
  const named = await find(id);
  expect(active).toContainEqual(named);
  const own = active.find(({ condition }) => condition === ticket?.condition);
  expect([ticket?.device, ticket?.site, ticket?.severity]).toEqual([own?.device, own?.site, own?.severity]);
  expect(new Set([named?.condition, ticket?.condition])).toEqual(new Set(['Backup Status Nightly', 'Disk C:']));

  // Those that come together are looked for in one reading.
  const asked = desk.simulator.requests.length;
  expect(await find(id)).toEqual(named);
  expect(desk.simulator.requests.length).toBe(asked);

  for (const alert of raised) world.resolve(alert, 'test');
  desk.pass(60_000);
  expect(await find(id)).toBeUndefined();
  expect(await find('named:Nobody:X:Y')).toBeUndefined();
  expect(await find('something else')).toBeUndefined();
  const over = (await sent()).slice(2);
  expect(over.flatMap((one) => one?.look ?? [])).toEqual([]);
  expect(over.flatMap((one) => one?.alerts ?? []).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
});

test('work that is stopped ends', async () => {
  const desk = await open();
  desk.simulator.before = ({ path }) => path.endsWith('/devices') && desk.stop.abort(new Error('the program stops'));
  await expect(listed(desk.open())).rejects.toThrow('the program stops');
});

test('the simulator refuses what N-central refuses', async () => {
  const desk = await open();
  const { origin, tokens } = desk.simulator;
  const authorization = `Bearer ${tokens.give('access', 1_000)}`;
  const status = async (path: string) => (await fetch(`${origin}${path}`, { headers: { authorization } })).status;
  expect([
    await status('/api/devices?pageSize=201'),
    await status('/api/devices?pageNumber=0'),
    await status('/api/org-units/50/active-issues'),
    (await fetch(`${origin}/api/devices`)).status,
    (await fetch(`${origin}/api/auth/authenticate`)).status,
  ]).toEqual([400, 400, 400, 401, 405]);
  desk.simulator.switches.delayMs = 20;
  const many = await Promise.all(Array.from({ length: 8 }, () => status('/api/devices')));
  expect(many.filter((one) => one === 429).length).toBeGreaterThan(0);
});
