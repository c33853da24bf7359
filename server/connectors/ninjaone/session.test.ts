import { expect, test } from 'vitest';
import { visible } from '#kernel/visible.ts';
import { type Against, against, faultOf, listed, openAlerts } from '#tests/against-simulator.ts';
import { disturbing, expectSameThough, expectWhoStayed, revokedAt, switched } from '#tests/disturbed.ts';
import type { SimulatedDevice } from '../../../tools/simulate/estate/types.ts';
import { ninjaOne as simulated } from '../../../tools/simulate/ninjaone/index.ts';
import { idOf, organizationId } from '../../../tools/simulate/ninjaone/records.ts';
import { ninjaOne } from './index.ts';

const open = (options: Parameters<typeof against>[2] = {}) => against(ninjaOne, simulated, options);
const all = () => true;
const idText = (device: SimulatedDevice | undefined) => (device ? String(idOf(device)) : '');
const CONTROL = { rights: 'monitoring management control' };

test('it says whose account it is, and lists its organizations', async () => {
  const desk = await open();
  const session = desk.open();
  expect(await session.test()).toEqual({ account: 'The organizations Acme and 4 more' });
  expect(await session.sites()).toEqual(
    desk.simulator.world.sites.map((site) => ({
      externalId: String(organizationId(site)),
      name: site.name,
      parentName: null,
      deviceCount: null,
    })),
  );
  expect(desk.simulator.tokens.given).toBe(1);
});

test('2,000 devices are listed with the default pages, each once and at its organization', async () => {
  const desk = await open({ sites: 30, devices: 2_000 });
  const { devices, cursor } = await listed(desk.open());
  const { world, requests } = desk.simulator;
  expect(devices.size).toBe(2_000);
  for (const device of world.devices) {
    const reading = devices.get(idText(device));
    expect([reading?.name, reading?.site]).toEqual([device.hostname, String(organizationId(device.site))]);
  }
  expect(desk.notes).toEqual([]);
  expect(requests.filter((line) => line.includes('/v2/devices-detailed'))).toHaveLength(9);
  expect(requests.filter((line) => line.includes('software') || line.includes('volumes'))).toEqual([]);
  expect(Number(cursor)).toBe(88_000_000 + world.alerts.length);
  // A call a second, since the vendor does not publish its limit.
  expect(desk.waits.length).toBeGreaterThanOrEqual(requests.length - 2);
});

test('every kind of device has its class', async () => {
  const desk = await open({ devices: 600 });
  const { devices } = await listed(desk.open());
  const classes = Object.fromEntries(
    desk.simulator.world.devices.map((device) => [device.kind, devices.get(idText(device))?.classKey]),
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
    nas: 'hardware',
  });
});

test('hardware comes with the list; software and parts are asked of those alone whose inventory moved', async () => {
  const desk = await open();
  const { world } = desk.simulator;
  const stamps = new Map<string, string | null>();
  const { devices } = await listed(desk.open(), { details: (id, stamp) => Boolean(stamps.set(id, stamp)) });
  const server = world.devices.find(({ kind }) => kind === 'server');
  expect(devices.get(idText(server))).toMatchObject({
    identifiers: [
      { kind: 'serial', value: server?.serial },
      ...(server?.macs ?? []).map((value) => ({ kind: 'mac', value })),
      { kind: 'hostname', value: server?.hostname },
    ],
    attributes: {
      manufacturer: server?.manufacturer,
      model: server?.model,
      serial: server?.serial,
      operatingSystem: server?.os?.name,
      osVersion: server?.os?.version,
      memoryMb: Math.round((server?.memoryBytes ?? 0) / 1e6),
      processor: server?.processor,
      cores: server?.cores,
      lastBootAt: new Date(server?.lastBootAt ?? 0).toISOString(),
      location: server?.site.town,
    },
    lastSeenAt: expect.stringMatching(/^2026-11-/),
  });
  expect(devices.get(idText(server))?.sections?.networks).toHaveLength(server?.macs.length ?? 0);
  for (const device of world.devices)
    expect((devices.get(idText(device))?.software?.length ?? 0) > 0, device.kind).toBe(
      device.os !== null && device.kind !== 'vmHost',
    );
  expect(JSON.stringify([...devices.values()])).not.toContain('password');

  const moved = world.devices[3];
  desk.pass(60_000);
  if (moved) world.audit(moved);
  desk.simulator.requests.length = 0;
  const again = await listed(desk.open(), { details: (id, stamp) => stamps.get(id) !== stamp });
  expect([...again.devices.values()].filter(({ software }) => software).map(({ externalId }) => externalId)).toEqual([
    idText(moved),
  ]);
  const asked = desk.simulator.requests.filter((line) => line.includes('/software') && line.includes('df='));
  expect(asked).toEqual([
    `GET /v2/queries/software?pageSize=1000&df=${new URLSearchParams({ a: `org = ${moved ? organizationId(moved.site) : ''}` }).toString().slice(2)}`,
  ]);
});

const disturbed = disturbing(
  /oauth/,
  /devices-detailed\?/,
  /after=1/,
  /alerts/,
  /computer-systems/,
  /software.*cursor/,
);

const DISTURBED: readonly [string, (desk: Against) => void][] = [
  ['pages smaller than what is asked for', switched({ pageSize: 37 })],
  ['a clock that is an hour ahead', switched({ skewMs: 3_600_000 })],
  ['tokens that live for ten seconds', switched({ tokenLifeMs: 10_000 })],
  ['tokens that are revoked between two calls', revokedAt(/after=1/, /alerts/, /cursor/)],
  ['a 429 with a pause', disturbed({ status: 429, retryAfter: '30' })],
  ['a 429 until an instant', disturbed({ status: 429, retryAfter: 'Tue, 24 Nov 2026 09:00:20 GMT' })],
  ['a 429 without one', disturbed({ status: 429 })],
  ['a 502 once', disturbed({ status: 502 })],
  ['a reset', disturbed('reset')],
  ['half an answer, by which a cursor moved on', disturbed('half')],
];

test.each(DISTURBED)('the result is the same after %s', (_, disturb) =>
  expectSameThough(open, disturb, { devices: 300, pageSize: 100, details: all }),
);

test('what was there all the time is listed, whatever comes and goes between pages', () =>
  expectWhoStayed(open, { isPage: (path) => path.includes('/devices'), pages: 12, idOf: idText }));

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
  desk.simulator.disturbances.push({ on: /devices-detailed/, times: 100, what });
  const fault = await faultOf(listed(desk.open()));
  expect(fault.kind).toBe(kind);
  for (const { value } of desk.simulator.credentials.slice(1)) expect(fault.message).not.toContain(value);
});

test('a query that goes wrong each time ends the listing; one that the account lacks does not', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /computer-systems/, times: 100, what: { status: 502 } });
  expect((await faultOf(listed(desk.open()))).kind).toBe('unreachable');
  desk.simulator.disturbances = [{ on: /antivirus-status/, times: 1, what: { status: 403 } }];
  const { devices } = await listed(desk.open());
  expect(devices.size).toBe(120);
  expect(desk.notes).toContain('NinjaOne does not answer the query antivirus-status');
});

test('a wrong secret and a scope that is unknown are refused without saying the secret', async () => {
  const desk = await open();
  const fault = await faultOf(desk.open({ clientSecret: 'another secret' }).test());
  expect([fault.kind, fault.message]).toEqual([
    'refused',
    'NinjaOne does not take the client id, its secret or the scopes (HTTP 401: Client authentication failed).',
  ]);
  expect((await faultOf(desk.open({ rights: 'everything' }).test())).kind).toBe('refused');
});

test('a vendor that is silent is given up', async () => {
  const desk = await open({ timeoutMs: 60 });
  desk.simulator.switches.delayMs = 400;
  expect((await faultOf(desk.open().test())).message).toBe('NinjaOne did not answer in time.');
});

test.each([
  ['as it is named', false],
  ['the other way round', true],
] as const)('what changed since is read alone, with newerThan %s', async (_, otherWay) => {
  const desk = await open();
  const { world, switches, requests } = desk.simulator;
  switches.otherWay = otherWay;
  const session = desk.open();
  const { cursor } = await listed(session);
  requests.length = 0;
  const quiet = await listed(session, { mode: 'incremental', cursor });
  expect([quiet.devices.size, quiet.cursor]).toEqual([0, cursor]);
  expect(requests.length).toBeLessThan(3);

  const [one, two] = [world.devices[5], world.devices[9]];
  if (one && two) {
    world.audit(one);
    world.switchOff(two);
  }
  world.addDevices(1);
  world.removeDevices(1);
  const changed = await listed(session, { mode: 'incremental', cursor: quiet.cursor });
  expect([...changed.devices.keys()].toSorted()).toEqual([one, two, world.devices.at(-1)].map(idText).toSorted());
  expect(changed.devices.get(idText(two))?.online).toBe(false);
  expect(requests.some((line) => line.includes('devices-detailed'))).toBe(false);
  expect(desk.notes.includes('NinjaOne means older activities by newerThan')).toBe(otherWay);
  expect((await listed(session, { mode: 'incremental', cursor: changed.cursor })).devices.size).toBe(0);
});

test('when much changed, or it cannot be told what, everything is listed', async () => {
  const desk = await open({ devices: 200 });
  const session = desk.open();
  const { cursor } = await listed(session);
  desk.simulator.world.addDevices(80);
  const much = await listed(session, { mode: 'incremental', cursor });
  expect(much.devices.size).toBe(280);
  expect((await listed(session, { mode: 'incremental', cursor: null })).devices.size).toBe(280);
  expect((await listed(session, { mode: 'incremental', cursor: 'nonsense' })).devices.size).toBe(280);
  desk.simulator.disturbances.push({ on: /activities/, times: 100, what: { status: 403 } });
  expect((await listed(session)).cursor).toBeNull();
});

test('changes are followed over many pages', async () => {
  const desk = await open();
  const session = desk.open();
  const { cursor } = await listed(session);
  const { world } = desk.simulator;
  const touched = world.devices.slice(0, 40);
  for (let round = 0; round < 16; round++) for (const device of touched) world.audit(device);
  const { devices } = await listed(session, { mode: 'incremental', cursor });
  expect([...devices.keys()].toSorted()).toEqual(touched.map(idText).toSorted());
});

test('nulls, unknown words and devices that cannot be read stop nothing', async () => {
  const desk = await open({ devices: 300 });
  Object.assign(desk.simulator.switches, { nullEvery: 5, unknownEvery: 7, brokenEvery: 10, pageSize: 50 });
  const session = desk.open();
  const { devices } = await listed(session, { details: all });
  const { world } = desk.simulator;
  const told = world.devices.filter((device) => world.oddity(device) !== 'broken');
  expect([...devices.keys()].toSorted()).toEqual(told.map(idText).toSorted());
  const alerts = await openAlerts(session);
  const open_ = world.alerts.filter(({ resolvedAt }) => resolvedAt === null);
  expect([...alerts.keys()].toSorted()).toEqual(open_.map(({ uid }) => uid).toSorted());
  // Also those that do not name their organization, where their device could be read.
  for (const alert of open_.filter(({ device }) => world.oddity(device) === 'nulls'))
    expect(alerts.get(alert.uid)?.site).toBe(String(organizationId(alert.device.site)));
  for (const note of [
    'Unknown class of device: BrandNewIn2027',
    'Unknown approval of a device: BrandNewIn2027',
    'Unknown state of maintenance: BrandNewIn2027',
    'Unknown severity of an alert: BrandNewIn2027',
  ])
    expect(desk.notes).toContain(note);
});

test('hard text arrives as it is, without what no database keeps', async () => {
  const desk = await open();
  desk.simulator.world.harden();
  const session = desk.open();
  const { devices } = await listed(session);
  for (const device of desk.simulator.world.devices.filter(({ description }) => description !== ''))
    expect(devices.get(idText(device))?.attributes['description']).toBe(
      visible(`${device.hostname} (${device.description})`.replaceAll('\0', '')).trim(),
    );
  for (const { text, title } of (await openAlerts(session)).values()) expect(text + title).not.toContain('\0');
});

test('an alert is open until it is closed, there or from here', async () => {
  const desk = await open();
  const session = desk.open();
  const { world } = desk.simulator;
  const device = world.devices.find(({ kind }) => kind === 'server');
  const alert = world.raise({ ...(device ? { device } : {}), trouble: 'disk' });
  expect((await openAlerts(session)).get(alert.uid)).toEqual({
    externalId: alert.uid,
    occurrence: alert.uid,
    state: 'raised',
    severity: 2,
    kind: 'exception',
    condition: 'Low disk space',
    title: `${device?.hostname}: Low disk space: C:`,
    text: alert.message,
    device: { externalId: idText(device), hostname: device?.hostname },
    site: device ? String(organizationId(device.site)) : null,
    startedAt: new Date(alert.raisedAt).toISOString(),
    endedAt: null,
    url: null,
  });
  await session.resolveAlert?.(alert.uid, 'done');
  expect((await openAlerts(session)).has(alert.uid)).toBe(false);
  const fault = await faultOf(desk.open({ rights: 'monitoring' }).resolveAlert?.(alert.uid, '') ?? Promise.resolve());
  expect([fault.kind, fault.message]).toEqual([
    'forbidden',
    'The app in NinjaOne may not close alerts: it needs the scope management.',
  ]);
});

test('a script runs on a device, and says what it printed', async () => {
  const desk = await open();
  const session = desk.open(CONTROL);
  const scripts = (await session.scripts?.()) ?? [];
  expect(scripts.map(({ externalId, name }) => `${externalId} ${name}`)).toEqual([
    '12 Clear print queue',
    '13 Always fails',
  ]);
  const device = desk.simulator.world.devices.find(({ online, kind }) => online && kind === 'server');
  const off = desk.simulator.world.devices.find(({ online }) => !online);
  const run = (target: SimulatedDevice | undefined, script: string) =>
    session.runScript?.(idText(target), script, { parameters: '-Name "x"' });
  const [good, bad, waiting] = [await run(device, '12'), await run(device, '13'), await run(off, '12')];
  const state = (target: SimulatedDevice | undefined, id = '') => session.scriptRun?.(idText(target), id);
  expect((await state(device, good))?.state).toBe('running');
  desk.pass(10_000);
  expect(await state(device, good)).toEqual({
    ...{ state: 'succeeded', output: `Clear print queue on ${device?.hostname}`, errors: '' },
  });
  expect(await state(device, bad)).toEqual({ state: 'failed', output: '', errors: 'The script ended with code 1' });
  expect((await state(off, waiting))?.state).toBe('queued');
  expect((await faultOf(run(device, '99') ?? Promise.resolve())).kind).toBe('missing');
  const fault = await faultOf(desk.open().runScript?.(idText(device), '12', {}) ?? Promise.resolve());
  expect(fault.message).toBe('The app in NinjaOne may not run scripts: it needs the scope control.');
});

test('a script is begun once, whatever becomes of the answer', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /script\/run/, times: 1, what: { status: 502 } });
  const begun = desk.open(CONTROL).runScript?.(idText(desk.simulator.world.devices[0]), '12', {});
  expect((await faultOf(begun ?? Promise.resolve())).kind).toBe('unreachable');
  expect(desk.simulator.requests.filter((line) => line.includes('script/run'))).toHaveLength(1);
});
