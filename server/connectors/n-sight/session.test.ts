import { expect, test } from 'vitest';
import { type Against, against, faultOf, listed, openAlerts } from '#tests/against-simulator.ts';
import { disturbing, expectSameThough, switched } from '#tests/disturbed.ts';
import { checkId } from '../../../tools/simulate/n-sight/failing.ts';
import { nSight as simulated } from '../../../tools/simulate/n-sight/index.ts';
import { kindOf, siteId } from '../../../tools/simulate/n-sight/numbers.ts';
import { nSight } from './index.ts';

const open = (options: Parameters<typeof against>[2] = {}) => against(nSight, simulated, options);
const all = () => true;
const keyOf = ({ simulator }: Against) => simulator.credentials.find(({ key }) => key === 'apiKey')?.value ?? '';
const counted = ({ simulator }: Against) => simulator.world.devices.filter((device) => kindOf(device) !== null);

test('it says how much the key shows, and lists sites below their clients', async () => {
  const desk = await open();
  const session = desk.open();
  expect((await session.test()).account).toBe(
    `${new URL(desk.simulator.origin).host}: 5 clients with ${counted(desk).length} devices`,
  );
  expect(await session.sites()).toEqual(
    desk.simulator.world.sites.map((site) => ({
      ...{ externalId: String(siteId(site)), name: site.town, parentName: site.name, deviceCount: null },
    })),
  );
  // What was asked a moment ago is not asked again.
  expect(desk.simulator.requests).toHaveLength(6);
  expect(desk.waits).toEqual([]);
});

test('the key is never in an address', async () => {
  const desk = await open();
  const addresses: string[] = [];
  desk.simulator.before = ({ method, path, query }) => void addresses.push(`${method} ${path}?${query}`);
  const session = desk.open();
  await listed(session);
  await openAlerts(session);
  expect(new Set(addresses)).toEqual(new Set(['POST /api/?']));
});

test('2,000 devices are listed, servers and workstations of one number apart', async () => {
  const desk = await open({ sites: 30, devices: 2_000 });
  const { devices } = await listed(desk.open());
  const expected = counted(desk);
  expect(devices.size).toBe(expected.length);
  expect([...devices.values()].map(({ name, site }) => `${name} ${site}`).toSorted()).toEqual(
    expected.map(({ hostname, site }) => `${hostname} ${siteId(site)}`).toSorted(),
  );
  expect([devices.get('server-50001')?.classKey, devices.get('workstation-50001')?.name]).toEqual([
    'server',
    expect.any(String),
  ]);
  const laptop = expected.find(({ kind }) => kind === 'laptop');
  const reading = [...devices.values()].find(({ name }) => name === laptop?.hostname);
  expect(reading).toMatchObject({
    ...{ classKey: 'laptop', online: laptop?.online, user: laptop?.user },
    attributes: {
      ...{ serial: laptop?.serial, manufacturer: laptop?.manufacturer, ipAddress: laptop?.ip },
      ...{ externalIp: laptop?.site.publicIp, agentVersion: '10.13.8' },
    },
  });
  expect(JSON.stringify([...devices.values()])).not.toContain('AAAAA-BBBBB');
  expect(desk.notes).toEqual([]);
});

test('software is asked of those alone that were scanned anew', async () => {
  const desk = await open();
  const stamps = new Map<string, string | null>();
  const { devices } = await listed(desk.open(), { details: (id, stamp) => Boolean(stamps.set(id, stamp)) });
  expect([...devices.values()].filter(({ software }) => software === undefined)).toEqual([]);
  expect([...devices.values()].some(({ software }) => (software?.length ?? 0) > 5)).toBe(true);
  const moved = counted(desk)[3];
  desk.pass(200_000);
  if (moved) desk.simulator.world.audit(moved);
  desk.simulator.requests.length = 0;
  await listed(desk.open(), { details: (id, stamp) => stamps.get(id) !== stamp });
  expect(desk.simulator.requests.filter((line) => line.includes('list_all_software'))).toEqual([
    `POST /api/ service=list_all_software&assetid=${700_000 + (moved?.number ?? 0)}`,
  ]);
});

test('a service is not polled again within 90 seconds', async () => {
  const desk = await open();
  const session = desk.open();
  const times: number[] = [];
  desk.simulator.before = ({ body }) => void (body.includes('list_failing') && times.push(desk.now()));
  for (let poll = 0; poll < 3; poll++) await openAlerts(session);
  expect(times.map((at) => at - (times[0] ?? 0))).toEqual([0, 90_000, 180_000]);
  const lists = new Map<string, number>();
  desk.simulator.before = ({ body }) => {
    const key = body.toString();
    expect(desk.now() - (lists.get(key) ?? 0)).toBeGreaterThanOrEqual(90_000);
    lists.set(key, desk.now());
  };
  await listed(session);
  await listed(session);
  expect(lists.size).toBe(16);
});

test('what fails, by the dashboard’s clock, until it is absent', async () => {
  const desk = await open();
  const session = desk.open();
  const { world } = desk.simulator;
  const device = counted(desk).find(({ kind }) => kind === 'server');
  const raised = (['disk', 'offline'] as const).map((trouble) =>
    world.raise({ ...(device ? { device } : {}), trouble }),
  );
  const alerts = [...(await openAlerts(session)).values()].filter(
    ({ device: of }) => of?.hostname === device?.hostname,
  );
  const startedAt = new Date(Math.floor((raised[0]?.raisedAt ?? 0) / 1_000) * 1_000).toISOString();
  expect(alerts.find(({ condition }) => condition === 'disk C:')).toMatchObject({
    ...{ externalId: `check-${raised[0] && checkId(raised[0])}`, occurrence: startedAt, startedAt, severity: 2 },
    ...{ text: raised[0]?.message, site: device && String(siteId(device.site)) },
  });
  expect(alerts.find(({ condition }) => condition === 'offline')).toMatchObject({ severity: 1, kind: 'exception' });
  for (const alert of raised) world.resolve(alert, 'test');
  const left = [...(await openAlerts(session)).values()].filter(({ startedAt: at }) => at === startedAt);
  expect(left).toEqual([]);
});

test('a check is cleared until it runs again, or acknowledged until it passes; clients read nothing of why', async () => {
  const desk = await open();
  const session = desk.open();
  const device = counted(desk)[0];
  const [one, other] = [0, 1].map(() =>
    desk.simulator.world.raise({ ...(device ? { device } : {}), trouble: 'backup' }),
  );
  const bodies: string[] = [];
  desk.simulator.before = ({ body }) => void bodies.push(body.toString());
  await session.resolveAlert?.(`check-${one && checkId(one)}`, 'the tape was full');
  await session.acknowledgeAlert?.(`check-${other && checkId(other)}`, '');
  expect([one?.resolvedBy, other?.resolvedAt, other?.acknowledgedBy]).toEqual(['API', null, 'API']);
  const forms = bodies.map((body) => Object.fromEntries(new URLSearchParams(body)));
  expect(forms[0]).toMatchObject({ private_note: 'the tape was full', public_note: 'Cleared by the service desk.' });
  expect(forms[1]).toMatchObject({ clear_type: 'untilpasses', private_note: 'Cleared by the service desk.' });
  expect((await faultOf(session.resolveAlert?.('server-50001-offline', '') ?? Promise.resolve())).kind).toBe('missing');
  expect(
    (await faultOf(session.resolveAlert?.(`check-${one && checkId(one)}`, '') ?? Promise.resolve())).message,
  ).toContain('Only checks in the failing state');
});

test('a check is cleared once, whatever becomes of the answer', async () => {
  const desk = await open();
  const alert = desk.simulator.world.raise({ trouble: 'backup' });
  desk.simulator.disturbances.push({ on: /clear_check/, times: 1, what: 'half' });
  const cleared = desk.open().resolveAlert?.(`check-${checkId(alert)}`, 'done') ?? Promise.resolve();
  expect((await faultOf(cleared)).kind).toBe('unreachable');
  expect(desk.simulator.requests).toHaveLength(1);
});

const disturbed = disturbing(
  /list_clients/,
  /list_sites/,
  /list_servers/,
  /list_workstations/,
  /list_all_software/,
  /failing/,
);

test.each<readonly [string, (desk: Against) => void]>([
  ['a clock that is an hour ahead', switched({ skewMs: 3_600_000 })],
  ['a 429 with a pause', disturbed({ status: 429, retryAfter: '30' })],
  ['a 429 without one', disturbed({ status: 429 })],
  ['a 503 once', disturbed({ status: 503 })],
  ['a reset', disturbed('reset')],
  ['half an answer', disturbed('half')],
])('the result is the same after %s', (_, disturb) =>
  expectSameThough(open, disturb, { details: (id) => id < 'server-50010', ordered: true }),
);

test.each([
  ['a reset that lasts', 'reset', 'unreachable'],
  ['a 503 that lasts', { status: 503 }, 'unreachable'],
  ['XML that is cut off', 'garbled', 'malformed'],
  ['the page of a proxy', 'page', 'malformed'],
  ['a redirect', 'redirect', 'malformed'],
  ['a pause of an hour', { status: 429, retryAfter: '3600' }, 'limited'],
  ['a right that is missing', { status: 403 }, 'forbidden'],
  [
    'a document type',
    { status: 200, body: '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><result status="OK">&x;</result>' },
    'malformed',
  ],
] as const)('%s has its kind, and the listing is no complete one', async (_, what, kind) => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /list_workstations|failing/, times: 100, what });
  const session = desk.open();
  for (const work of [listed, openAlerts]) {
    const fault = await faultOf(work(session));
    expect(fault.kind).toBe(kind);
    expect(fault.message).not.toContain(keyOf(desk));
  }
});

test('a wrong key, and a failure that repeats the key, are said without it', async () => {
  const desk = await open();
  const fault = await faultOf(desk.open({ apiKey: 'another-key' }).test());
  expect([fault.kind, fault.message]).toEqual([
    'refused',
    'N-sight does not take the API key: Login failed, or the key has no access (error 4)',
  ]);
  const body = `<result status="FAIL"><error><errorcode>9</errorcode><message>Odd: ${keyOf(desk)}</message></error></result>`;
  desk.simulator.disturbances.push({ on: /list_clients/, times: 1, what: { status: 200, body } });
  expect((await faultOf(desk.open().test())).message).toBe('N-sight says that it failed: Odd: … (error 9)');
});

test('a key that shows nothing is told so, and an answer without a list is none of nothing', async () => {
  const desk = await open();
  const what = { status: 200, body: '<result status="OK"></result>' };
  desk.simulator.disturbances.push({ on: /list_clients|failing/, times: 2, what });
  const session = desk.open();
  expect((await faultOf(listed(session))).kind).toBe('forbidden');
  expect((await faultOf(openAlerts(session))).kind).toBe('malformed');
});

test('nulls, unknown words and devices that cannot be read stop nothing', async () => {
  const desk = await open({ devices: 300 });
  Object.assign(desk.simulator.switches, { nullEvery: 5, unknownEvery: 7, brokenEvery: 11 });
  desk.simulator.disturbances.push({ on: /list_all_software/, times: 1, what: 'garbled' });
  const { devices } = await listed(desk.open(), { details: all });
  const { world } = desk.simulator;
  const told = counted(desk).filter((device) => world.oddity(device) !== 'broken');
  expect(devices.size).toBe(told.length);
  const notes = new Set(desk.notes);
  for (const note of ['A workstation without an id', 'The software of a device could not be read'])
    expect(notes).toContain(note);
});

test('hard text arrives as it is in Latin-1, without what XML cannot hold', async () => {
  const desk = await open({ devices: 300 });
  desk.simulator.world.harden();
  const session = desk.open();
  const { devices } = await listed(session);
  const byName = new Map([...devices.values()].map((device) => [device.name, device]));
  for (const { hostname, description } of counted(desk))
    expect(byName.get(hostname)?.attributes['description'] ?? '').toBe(
      description.replaceAll('\r\n', '\n').replaceAll('\0', '').replaceAll('\u0007', '').trim(),
    );
  expect((await session.sites()).map(({ parentName }) => parentName).join()).toContain('مستشفى');
});

test('work that is stopped ends, also while it waits for its turn to poll', async () => {
  const desk = await open();
  desk.simulator.before = ({ body }) => body.includes('list_sites') && desk.stop.abort(new Error('the program stops'));
  await expect(listed(desk.open())).rejects.toThrow('the program stops');
});
