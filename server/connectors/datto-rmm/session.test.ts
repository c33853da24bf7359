import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { visible } from '#kernel/visible.ts';
import { atOnce } from '#server/connectors/core/index.ts';
import { type Against, against, faultOf, listed, openAlerts } from '#tests/against-simulator.ts';
import { disturbing, expectSameThough, expectWhoStayed, revokedAt, switched } from '#tests/disturbed.ts';
import { dattoRmm as simulated } from '../../../tools/simulate/datto-rmm/index.ts';
import { dattoRmm } from './index.ts';

const open = (options: Parameters<typeof against>[2] = {}) => against(dattoRmm, simulated, options);
const all = () => true;
const secretsOf = ({ simulator }: Against) => simulator.credentials.map(({ value }) => value);

test('it says whose account it is, and lists its sites', async () => {
  const desk = await open();
  const session = desk.open();
  expect(await session.test()).toEqual({ account: 'Harbour IT, 120 devices' });
  const { sites, devices } = desk.simulator.world;
  expect(await session.sites()).toEqual(
    sites.map((site) => ({
      externalId: site.uid,
      name: site.name,
      parentName: null,
      deviceCount: devices.filter((device) => device.site === site).length,
    })),
  );
  expect(desk.simulator.tokens.given).toBe(1);
});

test('2,000 devices are listed with the default pages, each once and at its site', async () => {
  const desk = await open({ sites: 30, devices: 2_000 });
  const { devices } = await listed(desk.open());
  const { world } = desk.simulator;
  expect(devices.size).toBe(2_000);
  expect(world.devices.map(({ uid }) => devices.get(uid)?.site)).toEqual(world.devices.map(({ site }) => site.uid));
  expect(world.devices.map(({ uid }) => devices.get(uid)?.name)).toEqual(world.devices.map(({ hostname }) => hostname));
  expect(desk.notes).toEqual([]);
  // Eight pages, read a second time to see that nothing was missed; audits were not asked for.
  expect(desk.simulator.requests.filter((line) => line.includes('/account/devices'))).toHaveLength(16);
  expect(desk.simulator.requests.filter((line) => line.includes('/audit/'))).toEqual([]);
});

test('every kind of device has its class', async () => {
  const desk = await open({ devices: 600 });
  const { devices } = await listed(desk.open());
  const classes = Object.fromEntries(
    desk.simulator.world.devices.map(({ kind, uid }) => [kind, devices.get(uid)?.classKey]),
  );
  expect(classes).toEqual({
    workstation: 'workstation',
    laptop: 'laptop',
    mac: 'laptop',
    server: 'server',
    linuxServer: 'server',
    vmHost: 'virtual_host',
    switch: 'switch',
    router: 'router',
    firewall: 'firewall',
    accessPoint: 'access_point',
    printer: 'printer',
    nas: 'storage',
  });
});

test('what is costly is asked of those alone whose audit moved, and of each kind at its own place', async () => {
  const desk = await open({ devices: 150 });
  const { world } = desk.simulator;
  const { devices } = await listed(desk.open(), { details: all });
  for (const device of world.devices) {
    const reading = devices.get(device.uid);
    expect(reading?.attributes['serial'], device.kind).toBe(device.serial);
    expect(reading?.identifiers, device.kind).toEqual([
      { kind: 'serial', value: device.serial },
      ...device.macs.map((value) => ({ kind: 'mac', value })),
      { kind: 'hostname', value: device.hostname },
    ]);
    const hasSoftware = device.os !== null && device.kind !== 'vmHost';
    // An audit that was read is known by its software, also where there is none.
    expect((reading?.software ?? ['not read']).length > 0, device.kind).toBe(hasSoftware);
  }
  const server = world.devices.find(({ kind }) => kind === 'server');
  const reading = devices.get(server?.uid ?? '');
  expect(reading?.attributes).toMatchObject({
    manufacturer: server?.manufacturer,
    model: server?.model,
    operatingSystem: server?.os?.name,
    osVersion: server?.os?.version,
    memoryMb: Math.round((server?.memoryBytes ?? 0) / 1e6),
    processor: server?.processor,
    ipAddress: server?.ip,
    domain: server?.site.domain,
    lastBootAt: new Date(server?.lastBootAt ?? 0).toISOString(),
  });
  expect(reading?.sections?.networks).toHaveLength(server?.macs.length ?? 0);
  expect(reading?.sections?.volumes?.[0]?.['name']).toBe('C:');

  const stamps = new Map<string, string | null>();
  await listed(desk.open(), { details: (id, stamp) => !stamps.set(id, stamp) });
  const moved = world.devices[3];
  desk.pass(60_000);
  if (moved) world.audit(moved);
  desk.simulator.requests.length = 0;
  await listed(desk.open(), { details: (id, stamp) => stamps.get(id) !== stamp });
  const audited = desk.simulator.requests.filter((line) => line.includes('/audit/'));
  expect(new Set(audited.map((line) => /[\da-f-]{36}/.exec(line)?.[0]))).toEqual(new Set([moved?.uid]));
});

const disturbed = disturbing(/oauth/, /devices\?/, /page=2/, /alerts/, /audit/);

const DISTURBED: readonly [string, (desk: Against) => void][] = [
  ['pages smaller than what is asked for', switched({ pageSize: 7 })],
  ['a clock that is an hour ahead', switched({ skewMs: 3_600_000 })],
  ['tokens that live for a minute', switched({ tokenLifeMs: 60_000 })],
  ['tokens that are revoked between two calls', revokedAt(/devices.page=1/, /alerts/, /audit/)],
  ['a 429 with a pause', disturbed({ status: 429, retryAfter: '30' })],
  ['a 429 until an instant', disturbed({ status: 429, retryAfter: 'Tue, 24 Nov 2026 09:00:20 GMT' })],
  ['a 429 without one', disturbed({ status: 429 })],
  ['a 502 once', disturbed({ status: 502 })],
  ['a reset', disturbed('reset')],
  ['half an answer', disturbed('half')],
];

test.each(DISTURBED)('the result is the same after %s', (_, disturb) =>
  expectSameThough(open, disturb, { devices: 300, pageSize: 100, details: (id) => id < '1' }),
);

test('what was there all the time is listed, whatever comes and goes between pages', () =>
  expectWhoStayed(open, { isPage: (path) => path.endsWith('/devices'), pages: 14, idOf: ({ uid }) => uid }));

test.each([
  ['a 500 that lasts', { status: 500 }, 'unreachable'],
  ['a reset that lasts', 'reset', 'unreachable'],
  ['JSON that is cut off', 'garbled', 'malformed'],
  ['the page of a proxy', 'page', 'malformed'],
  ['a redirect', 'redirect', 'malformed'],
  ['a pause of an hour', { status: 429, retryAfter: '3600' }, 'limited'],
  ['a right that is missing', { status: 403 }, 'forbidden'],
  ['a token that is refused anew', { status: 401 }, 'refused'],
] as const)('%s has its kind, and the listing is no complete one', async (_, what, kind) => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /account\/devices/, times: 100, what });
  const fault = await faultOf(listed(desk.open()));
  expect(fault.kind).toBe(kind);
  for (const secret of secretsOf(desk)) expect(fault.message).not.toContain(secret);
  if (kind === 'limited') expect(fault.retryAfterMs).toBe(3_600_000);
});

test('a wrong key is refused without saying it', async () => {
  const desk = await open();
  const fault = await faultOf(desk.open({ apiSecret: 'another secret' }).test());
  expect([fault.kind, fault.message]).toEqual([
    'refused',
    'Datto RMM does not take the API key and secret (HTTP 400: Bad credentials).',
  ]);
  expect(desk.simulator.requests).toHaveLength(1);
});

test('a vendor that is silent is given up', async () => {
  const desk = await open({ timeoutMs: 60 });
  desk.simulator.switches.delayMs = 400;
  const fault = await faultOf(desk.open().test());
  expect([fault.kind, fault.message]).toEqual(['unreachable', 'Datto RMM did not answer in time.']);
});

test('a further page at another place is never asked for', async () => {
  const came: string[] = [];
  const elsewhere = createServer((request, response) => {
    came.push(request.headers.authorization ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const desk = await open();
  desk.simulator.switches.pageSize = 50;
  desk.simulator.switches.linkOrigin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  expect((await faultOf(listed(desk.open()))).kind).toBe('malformed');
  expect(came).toEqual([]);
  await new Promise<void>((resolve) => void elsewhere.close(() => resolve()));
});

test('it takes no more than half of what Datto allows within any minute', async () => {
  const desk = await open({ devices: 200 });
  const times: number[] = [];
  desk.simulator.before = () => void times.push(desk.now());
  const { devices } = await listed(desk.open(), { details: all });
  expect(devices.size).toBe(200);
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
  expect(times.length).toBeGreaterThan(350);
  expect(most).toBeLessThanOrEqual(300);
  expect(most).toBeGreaterThan(250);
});

test('a block is known for what it is, and nothing more is asked until it is over', async () => {
  const desk = await open();
  const { origin, requests } = desk.simulator;
  const tooMany = () =>
    atOnce(Array.from({ length: 661 }), 20, async () => (await fetch(`${origin}/api/v2/system/status`)).arrayBuffer());
  await tooMany();
  const fault = await faultOf(desk.open().test());
  expect([fault.kind, fault.retryAfterMs]).toEqual(['limited', 330_000]);
  expect(fault.message).toContain('blocks');
  const asked = requests.length;
  desk.pass(30_000);
  expect((await faultOf(desk.open().test())).retryAfterMs).toBe(300_000);
  expect(requests.length).toBe(asked);
  desk.pass(300_000);
  expect((await desk.open().test()).account).toContain('Harbour IT');

  // Others caused one since it was last seen that there was none.
  await tooMany();
  expect((await faultOf(desk.open().sites())).kind).toBe('limited');
  desk.pass(700_000);

  const session = desk.open();
  await session.test();
  desk.simulator.disturbances.push({ on: /alerts/, times: 1, what: { status: 429, retryAfter: '1' } });
  desk.simulator.disturbances.push({ on: /alerts/, times: 1, what: { status: 403 } });
  expect((await faultOf(openAlerts(session))).kind).toBe('limited');
  const calls = requests.length;
  expect((await faultOf(session.sites())).kind).toBe('limited');
  expect(requests.length).toBe(calls);
});

test('a right that is missing is told as such by every session', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /account.devices/, times: 2, what: { status: 403 } });
  for (let count = 0; count < 2; count++) expect((await faultOf(listed(desk.open()))).kind).toBe('forbidden');
  expect((await listed(desk.open())).devices.size).toBe(120);
});

test('sessions side by side share one token and one pace', async () => {
  const desk = await open();
  const times: number[] = [];
  desk.simulator.before = () => void times.push(desk.now());
  const uids = desk.simulator.world.alerts.map(({ uid }) => uid);
  const looked = Array.from({ length: 350 }, (_, index) => uids[index % uids.length] ?? '');
  await atOnce(looked, 8, async (uid) => expect((await dattoRmm.alerts?.(desk.open(), [uid]))?.size).toBe(1));
  expect(desk.simulator.tokens.given).toBeLessThan(9);
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
  expect(times.length).toBeGreaterThan(350);
  expect(most).toBeLessThanOrEqual(300);
});

test('audits that may not be read leave the devices as the list says them', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /audit/, times: 10, what: { status: 403 } });
  const { devices } = await listed(desk.open(), { details: all });
  expect(devices.size).toBe(120);
  expect(new Set(desk.notes)).toEqual(new Set(['The user of the API key may not read audits']));
  expect(desk.simulator.requests.filter((line) => line.includes('/audit/')).length).toBeLessThan(6);
});

test('nulls, unknown words and devices that cannot be read stop nothing', async () => {
  const desk = await open({ devices: 300 });
  Object.assign(desk.simulator.switches, { nullEvery: 5, unknownEvery: 7, brokenEvery: 11 });
  const session = desk.open();
  const { devices } = await listed(session, { details: (id) => id < '2' });
  const { world } = desk.simulator;
  const told = world.devices.filter((device) => world.oddity(device) !== 'broken');
  expect([...devices.keys()].toSorted()).toEqual(told.map(({ uid }) => uid).toSorted());
  expect([...(await openAlerts(session)).keys()].length).toBe(
    world.alerts.filter(({ resolvedAt }) => resolvedAt === null).length,
  );
  const notes = new Set(desk.notes);
  for (const note of [
    'Unknown class of device: BrandNewIn2027',
    'Unknown type of device: BrandNewIn2027, BrandNewIn2027',
    'Unknown state of an antivirus: BrandNewIn2027',
    'Unknown state of patches: BrandNewIn2027',
    'Unknown priority of an alert: BrandNewIn2027',
    'Unknown class of alert: BrandNewIn2027',
  ])
    expect(notes).toContain(note);
});

test('hard text arrives as it is, without what no database keeps', async () => {
  const desk = await open({ devices: 300 });
  desk.simulator.world.harden();
  const session = desk.open();
  const { devices } = await listed(session);
  const texts = desk.simulator.world.devices.map(({ uid, description }) => [devices.get(uid)?.attributes, description]);
  for (const [attributes, description] of texts)
    expect((attributes as { description?: string })?.description ?? '').toBe(
      visible(String(description).replaceAll('\0', '')).trim(),
    );
  for (const { text } of (await openAlerts(session)).values()) expect(text).not.toContain('\0');
  expect((await session.sites())[2]?.name).toContain('مستشفى');
});

test('user-defined fields are read only where they are allowed', async () => {
  const desk = await open();
  const { devices } = await listed(desk.open());
  expect(JSON.stringify([...devices.values()])).not.toContain('Rack');
  const allowed = await listed(desk.open({ udfs: 'udf1 = location, udf2' }));
  expect(
    [...allowed.devices.values()].every(({ attributes }) => String(attributes['location']).startsWith('Rack')),
  ).toBe(true);
});

test('an alert is open until it is resolved, there or from here', async () => {
  const desk = await open();
  const session = desk.open();
  const { world } = desk.simulator;
  const device = world.devices.find(({ kind }) => kind === 'server');
  const alert = world.raise({ ...(device ? { device } : {}), trouble: 'disk' });
  const reading = (await openAlerts(session)).get(alert.uid);
  expect(reading).toMatchObject({
    externalId: alert.uid,
    occurrence: alert.uid,
    state: 'raised',
    severity: 2,
    kind: 'exception',
    condition: 'disk C:',
    device: { externalId: device?.uid, hostname: device?.hostname },
    site: device?.site.uid,
    startedAt: new Date(alert.raisedAt).toISOString(),
    endedAt: null,
  });
  expect(reading?.title).toBe(`${device?.hostname}: Disk C: is short of space (${alert.value} of ${alert.total} free)`);
  expect((await dattoRmm.alerts?.(session, [alert.uid]))?.get(alert.uid)).toEqual(reading);
  desk.pass(60_000);
  await session.resolveAlert?.(alert.uid, 'done');
  expect((await openAlerts(session)).has(alert.uid)).toBe(false);
  expect((await dattoRmm.alerts?.(session, [alert.uid]))?.get(alert.uid)).toMatchObject({
    state: 'resolved',
    endedAt: new Date(desk.now()).toISOString(),
  });
  expect((await dattoRmm.alerts?.(session, ['00000000-0000-4000-8000-000000000000']))?.size).toBe(0);
  expect((await faultOf(session.resolveAlert?.('nothing/../x', '') ?? Promise.resolve())).kind).toBe('missing');
});

test('a component runs on a device, and says what it printed', async () => {
  const desk = await open();
  const session = desk.open();
  const scripts = (await session.scripts?.()) ?? [];
  expect(scripts.map(({ name }) => name)).toContain('Restart a service');
  expect(scripts[1]?.parameters).toEqual([{ name: 'service', help: 'Its name', required: true }]);
  const [on, off] = [true, false].map((online) => desk.simulator.world.devices.find((one) => one.online === online));
  const run = async (uid = '', script = 0) =>
    (await session.runScript?.(uid, scripts[script]?.externalId ?? '', { service: 'a "b" \\' })) ?? '';
  const state = (uid = '', job = '') => session.scriptRun?.(uid, job);
  const [done, failing, waiting] = [await run(on?.uid), await run(on?.uid, 3), await run(off?.uid)];
  expect((await state(on?.uid, done))?.state).toBe('running');
  desk.pass(10_000);
  expect(await state(on?.uid, done)).toEqual({
    ...{ state: 'succeeded', output: `Clear print queue on ${on?.hostname}`, errors: '' },
  });
  expect(await state(on?.uid, failing)).toMatchObject({ state: 'failed', errors: 'The command ended with code 1' });
  expect(await state(off?.uid, waiting)).toEqual({ state: 'queued', output: '', errors: '' });
  expect((await faultOf(session.runScript?.(on?.uid ?? '', 'no-such-component', {}) ?? Promise.resolve())).kind).toBe(
    'missing',
  );
});

test('a script is begun once, whatever becomes of the answer', async () => {
  const desk = await open();
  const session = desk.open();
  const [script] = (await session.scripts?.()) ?? [];
  desk.simulator.disturbances.push({ on: /quickjob/, times: 1, what: 'half' });
  const begun = session.runScript?.(desk.simulator.world.devices[0]?.uid ?? '', script?.externalId ?? '', {});
  expect((await faultOf(begun ?? Promise.resolve())).kind).toBe('unreachable');
  expect(desk.simulator.requests.filter((line) => line.includes('quickjob'))).toHaveLength(1);
});

test('work that is stopped ends', async () => {
  const desk = await open();
  desk.simulator.before = ({ path }) => path.endsWith('/devices') && desk.stop.abort(new Error('the program stops'));
  await expect(listed(desk.open())).rejects.toThrow('the program stops');
});
