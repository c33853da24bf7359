import { expect, test } from 'vitest';
import { visible } from '#kernel/visible.ts';
import { type Against, against, faultOf, listed, openAlerts } from '#tests/against-simulator.ts';
import { disturbing, expectSameThough, expectWhoStayed, revokedAt, switched } from '#tests/disturbed.ts';
import { automate as simulated } from '../../../tools/simulate/automate/index.ts';
import { isComputer, locationId } from '../../../tools/simulate/automate/numbers.ts';
import { connectwiseAutomate } from './index.ts';

const open = (options: Parameters<typeof against>[2] = {}) => against(connectwiseAutomate, simulated, options);
const all = () => true;
const passwordOf = ({ simulator }: Against) => simulator.credentials.find(({ key }) => key === 'password')?.value ?? '';
type Simulated = Against['simulator']['world']['devices'][number];
const idOf = (device: Simulated | undefined) => `${device && isComputer(device) ? '' : 'network-'}${device?.number}`;
const openOf = ({ simulator }: Against) =>
  simulator.world.alerts.filter(({ resolvedAt, device }) => resolvedAt === null && isComputer(device));

test('it says who is signed in, and lists locations below their clients', async () => {
  const desk = await open();
  const session = desk.open();
  expect(await session.test()).toEqual({ account: 'fettle-api: 5 clients with 5 locations' });
  expect(await session.sites()).toEqual(
    desk.simulator.world.sites.map((site) => ({
      ...{ externalId: String(locationId(site)), name: site.town, parentName: site.name, deviceCount: null },
    })),
  );
  expect(desk.simulator.tokens.given).toBe(1);
});

test('2,000 devices are listed, each once and at its location', async () => {
  const desk = await open({ sites: 30, devices: 2_000 });
  const { devices } = await listed(desk.open());
  const { world } = desk.simulator;
  expect(devices.size).toBe(2_000);
  const found = world.devices.map((device) => devices.get(idOf(device)));
  expect(found.map((reading) => reading?.site)).toEqual(world.devices.map(({ site }) => String(locationId(site))));
  expect(found.map((reading) => reading?.name)).toEqual(world.devices.map(({ hostname }) => hostname));
  expect(found.map((reading) => reading?.online)).toEqual(world.devices.map(({ online }) => online));
  const seconds = (iso: string | null | undefined) => Math.floor(Date.parse(iso ?? '') / 1_000);
  expect(found.map((reading) => seconds(reading?.lastSeenAt))).toEqual(
    world.devices.map(({ online, lastSeenAt }) => Math.floor((online ? desk.now() : lastSeenAt) / 1_000)),
  );
  expect(desk.notes).toEqual([]);
  for (const line of desk.simulator.requests.filter((one) => one.startsWith('GET'))) expect(line).toContain('orderby=');
});

test('every kind of device has its class', async () => {
  const desk = await open({ devices: 600 });
  const { devices } = await listed(desk.open());
  const classes = desk.simulator.world.devices.map((device) => [device.kind, devices.get(idOf(device))?.classKey]);
  expect(Object.fromEntries(classes)).toEqual({
    ...{ workstation: 'workstation', laptop: 'laptop', mac: 'laptop', server: 'server', linuxServer: 'server' },
    ...{ vmHost: 'virtual_host', switch: 'switch', router: 'router', firewall: 'firewall' },
    ...{ accessPoint: 'access_point', printer: 'printer', nas: 'storage' },
  });
});

test('what keeps passwords is never asked for', async () => {
  const desk = await open();
  const session = desk.open();
  const { devices } = await listed(session, { details: all });
  await session.sites();
  const asked = desk.simulator.requests.filter((line) => /Computers\?|Locations|NetworkDevices/.test(line));
  for (const line of asked) expect(line).toMatch(/includefields=/);
  expect(asked.join()).not.toMatch(/Comment|ScriptPassword|SNMP/);
  expect(JSON.stringify([...devices.values()])).not.toContain('kept-');
});

test('chassis and software are asked of those alone whose inventory moved', async () => {
  const desk = await open();
  const stamps = new Map<string, string | null>();
  const { devices } = await listed(desk.open(), { details: (id, stamp) => Boolean(stamps.set(id, stamp)) });
  const computers = desk.simulator.world.devices.filter(isComputer);
  for (const device of computers) {
    const reading = devices.get(idOf(device));
    expect(reading?.identifiers[0]).toEqual({ kind: 'uuid', value: device.uid.toUpperCase() });
    expect(reading?.attributes['model']).toBe(device.model);
    expect(reading?.software !== undefined).toBe(true);
  }
  const moved = computers[3];
  desk.pass(60_000);
  if (moved) desk.simulator.world.audit(moved);
  desk.simulator.requests.length = 0;
  await listed(desk.open(), { details: (id, stamp) => stamps.get(id) !== stamp });
  const costly = desk.simulator.requests.filter((line) => /Software|Chassis/.test(line));
  expect(costly.map((line) => /(\d+\/Software|ComputerId\+in\+%28\d+%29)/.exec(line)?.[0])).toEqual([
    `ComputerId+in+%28${moved?.number}%29`,
    `${moved?.number}/Software`,
  ]);
});

const disturbed = disturbing(
  /apitoken/,
  /Computers\?/,
  /page=2/,
  /InternalMonitor/,
  /Software/,
  /Locations/,
  /Chassis/,
);

const DISTURBED: readonly [string, (desk: Against) => void][] = [
  ['pages smaller than what is asked for', switched({ pageSize: 7 })],
  ['tokens that live for a minute', switched({ tokenLifeMs: 60_000 })],
  ['tokens that are revoked between two calls', revokedAt(/Computers\?page=1/, /InternalMonitor/, /Software/)],
  ['a 429 with a pause', disturbed({ status: 429, retryAfter: '30' })],
  ['a 429 without one', disturbed({ status: 429 })],
  ['a 500 once', disturbed({ status: 500 })],
  ['a reset', disturbed('reset')],
  ['half an answer', disturbed('half')],
];

test.each(DISTURBED)('the result is the same after %s', (_, disturb) =>
  expectSameThough(open, disturb, { devices: 200, pageSize: 60, details: (id) => id < '2' }),
);

test('a token that nears its end is renewed by itself, one that ended by name and password', async () => {
  const desk = await open();
  const session = desk.open();
  const sent: string[] = [];
  desk.simulator.before = ({ path, body }) => void (path.includes('apitoken') && sent.push(`${path} ${body}`));
  await session.sites();
  desk.pass(4 * 3_600_000 - 30_000);
  await session.sites();
  expect(sent[1]).toMatch(/^\/cwa\/api\/v1\/apitoken\/refresh "[\w-]+"$/);
  desk.pass(8 * 3_600_000);
  await session.sites();
  expect(sent.map((line) => line.split(' ')[0]).slice(2)).toEqual(['/cwa/api/v1/apitoken']);
});

test('how long a token lives is by the server’s own clock', async () => {
  const desk = await open();
  desk.simulator.switches.skewMs = -10 * 3_600_000;
  const session = desk.open();
  await session.sites();
  await session.sites();
  expect(desk.simulator.tokens.given).toBe(1);
});

test('what was there all the time is listed, whatever comes and goes between pages', () =>
  expectWhoStayed(open, { isPage: (path) => path.endsWith('Computers'), pages: 14, idOf: idOf }));

test('software of more than a server gives at once is read to its end', async () => {
  const desk = await open({ devices: 60 });
  desk.simulator.switches.pageSize = 4;
  const { devices } = await listed(desk.open(), { details: all });
  expect(Math.max(...[...devices.values()].map(({ software }) => software?.length ?? 0))).toBeGreaterThan(8);
  const quiet = await open({ devices: 60 });
  const undisturbed = await listed(quiet.open(), { details: all });
  for (const [id, { software }] of undisturbed.devices) expect(devices.get(id)?.software, id).toEqual(software);
});

test.each([
  ['a reset that lasts', 'reset', 'unreachable'],
  ['a 503 that lasts', { status: 503 }, 'unreachable'],
  ['JSON that is cut off', 'garbled', 'malformed'],
  ['the page of a proxy', 'page', 'malformed'],
  ['a redirect', 'redirect', 'malformed'],
  ['an envelope where a list is documented', { status: 200, body: '{"Data":[],"TotalRecords":0}' }, 'malformed'],
  ['a pause of an hour', { status: 429, retryAfter: '3600' }, 'limited'],
  ['a right that is missing', { status: 403 }, 'forbidden'],
  ['a token that is refused anew', { status: 401 }, 'refused'],
  ['a proxy that wants a sign-in', { status: 401, body: '<html>Sign in</html>' }, 'refused'],
] as const)('%s has its kind, and the listing is no complete one', async (_, what, kind) => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /Computers\?/, times: 100, what });
  const fault = await faultOf(listed(desk.open()));
  expect(fault.kind).toBe(kind);
  expect(fault.message).not.toContain(passwordOf(desk));
});

test('a wrong password, a wrong ClientId and a second factor are told apart, and no secret is said', async () => {
  const desk = await open();
  const told = async (values: Record<string, string>) => {
    const { kind, message } = await faultOf(desk.open(values).test());
    return `${kind}: ${message}`;
  };
  expect(await told({ password: 'another password' })).toBe(
    'refused: Automate does not take the credentials (HTTP 401: User name or password is wrong).',
  );
  expect(await told({ clientId: '00000000-0000-4000-8000-000000000000' })).toContain('ClientId');
  expect(await told({ user: 'fettle-api-2fa' })).toBe(
    'refused: Automate asks this user for a second factor: take an integrator account without one.',
  );
  const body = JSON.stringify({ Message: `${passwordOf(desk)} is not right` });
  desk.simulator.disturbances.push({ on: /apitoken/, times: 1, what: { status: 400, body } });
  expect(await told({})).toBe('malformed: Automate does not take this call (HTTP 400: … is not right).');
});

test('dates in another zone than was set show in the heartbeats', async () => {
  const desk = await open();
  await listed(desk.open());
  expect(desk.notes).toEqual([]);
  await listed(desk.open({ clock: 'utc' }));
  expect(desk.notes).toEqual([
    'Heartbeats of machines that are online are 600 minutes ahead of now: the zone of the server’s dates may be set wrongly',
  ]);
});

test('nulls, unknown words and devices that cannot be read stop nothing', async () => {
  const desk = await open({ devices: 300 });
  Object.assign(desk.simulator.switches, { nullEvery: 5, unknownEvery: 7, brokenEvery: 11 });
  desk.simulator.disturbances.push({ on: /Software/, times: 1, what: 'garbled' });
  desk.simulator.disturbances.push({ on: /Chassis/, times: 1, what: { status: 404 } });
  const session = desk.open();
  const { devices } = await listed(session, { details: all });
  const { world } = desk.simulator;
  const told = world.devices.filter((device) => !isComputer(device) || world.oddity(device) !== 'broken');
  expect([...devices.keys()].toSorted()).toEqual(told.map(idOf).toSorted());
  await openAlerts(session);
  const notes = new Set(desk.notes);
  for (const note of [
    'Unknown type of computer: BrandNewIn2027',
    'Unknown status of a computer: BrandNewIn2027',
    'The software of a computer could not be read',
    'The chassis of computers could not be read',
  ])
    expect(notes).toContain(note);
});

test('hard text arrives as it is, without what no database keeps', async () => {
  const desk = await open({ devices: 300 });
  desk.simulator.world.harden();
  const session = desk.open();
  const texts = new Set([...(await openAlerts(session)).values()].map(({ text }) => text));
  const expected = new Set(openOf(desk).map(({ message }) => visible(message.replaceAll('\0', '')).trim()));
  for (const text of texts) expect(expected).toContain(text);
  expect((await session.sites()).map(({ parentName }) => parentName).join()).toContain('مستشفى');
});

test.each(['monitors', 'computers'])('alerts from %s are open until they are absent', async (alerts) => {
  const desk = await open();
  const session = desk.open({ alerts });
  const device = desk.simulator.world.devices.find(({ kind }) => kind === 'server');
  const alert = desk.simulator.world.raise({ ...(device ? { device } : {}), trouble: 'disk' });
  const found = () => openAlerts(session).then((map) => [...map.values()].filter(({ text }) => text === alert.message));
  const startedAt = new Date(Math.floor(alert.raisedAt / 1_000) * 1_000).toISOString();
  expect(await found()).toEqual([
    expect.objectContaining({
      ...{ severity: 2, kind: 'exception', condition: 'Monitor of disk C:', occurrence: startedAt, startedAt },
      ...{ device: { externalId: String(device?.number), hostname: device?.hostname } },
      ...{ site: device && String(locationId(device.site)) },
    }),
  ]);
  desk.simulator.world.resolve(alert, 'test');
  expect(await found()).toEqual([]);
});

test('alerts of all computers are one list where the server has it, and asked of each where it has none', async () => {
  const desk = await open();
  const each = await openAlerts(desk.open({ alerts: 'computers' }));
  expect([...each.keys()].toSorted()).toEqual(
    openOf(desk)
      .map(({ number }) => `alert-${4_000 + number}`)
      .toSorted(),
  );
  desk.simulator.requests.length = 0;
  const body = '[{"AlertId":1,"Computer":{"Id":7,"Name":"X"},"AlertDate":"2026-11-24T13:40:00"}]';
  desk.simulator.disturbances.push({ on: /v1\/Alerts\?page=1/, times: 1, what: { status: 200, body } });
  desk.simulator.disturbances.push({ on: /v1\/Alerts\?page=2/, times: 1, what: { status: 200, body: '[]' } });
  expect([...(await openAlerts(desk.open({ alerts: 'computers' }))).keys()]).toEqual(['alert-1']);
  expect(desk.simulator.requests.filter((line) => line.includes('/Computers'))).toEqual([]);
});

test('a script runs on a computer, and says what it said', async () => {
  const desk = await open();
  const session = desk.open();
  const scripts = (await session.scripts?.()) ?? [];
  expect(scripts.map(({ name }) => name)).toEqual(['Clear print queue', 'Restart a service', 'Always fails']);
  expect(scripts[1]?.parameters).toEqual([{ name: 'service', help: '', required: false }]);
  const computers = desk.simulator.world.devices.filter(isComputer);
  const [on = '', off = ''] = [true, false].map((online) => idOf(computers.find((one) => one.online === online)));
  const run = async (device: string, nth = 0) =>
    (await session.runScript?.(device, scripts[nth]?.externalId ?? '', nth === 1 ? { service: 'Spooler' } : {})) ?? '';
  const state = (device: string, id: string) => session.scriptRun?.(device, id);
  const [done, failing, waiting] = [await run(on), await run(on, 2), await run(off)];
  expect((await state(on, done))?.state).toBe('running');
  expect(await state(off, waiting)).toEqual({ state: 'queued', output: '', errors: '' });
  desk.pass(10_000);
  expect(await state(on, done)).toEqual({ state: 'succeeded', output: 'Clear print queue: done', errors: '' });
  expect(await state(on, failing)).toEqual({ state: 'failed', output: '', errors: 'Always fails: done' });
  // The same script a second time is another run.
  const again = await run(on);
  expect((await state(on, again))?.state).toBe('running');
  desk.pass(10_000);
  expect((await state(on, again))?.state).toBe('succeeded');
  await run(on, 1);
});

test('nothing but numbers goes into an address or a condition, and no quote into a parameter', async () => {
  const desk = await open();
  const session = desk.open();
  const kindOf = async (work: Promise<unknown> | undefined) => (await faultOf(work ?? Promise.resolve())).kind;
  expect(await kindOf(session.runScript?.('1 or 1=1', '7200', {}))).toBe('missing');
  expect(await kindOf(session.runScript?.('network-7', '7200', {}))).toBe('missing');
  expect(await kindOf(session.runScript?.('1', "7200'", {}))).toBe('missing');
  expect(await kindOf(session.runScript?.('1', '7200', { service: "a' or 'b" }))).toBe('malformed');
  expect(await kindOf(session.runScript?.('1', '7200', { service: 'a|other=1' }))).toBe('malformed');
  expect(await kindOf(session.scriptRun?.('1', '7200-x'))).toBe('missing');
  expect(desk.simulator.requests).toEqual([]);
});

test('a script is begun once, whatever becomes of the answer', async () => {
  const desk = await open();
  desk.simulator.disturbances.push({ on: /POST .*ScheduledScripts/, times: 1, what: 'half' });
  const device = desk.simulator.world.devices.find(isComputer);
  const begun = desk.open().runScript?.(idOf(device), '7200', {}) ?? Promise.resolve();
  expect((await faultOf(begun)).kind).toBe('unreachable');
  expect(desk.simulator.requests.filter((line) => line.includes('ScheduledScripts'))).toHaveLength(1);
});

test('work that is stopped ends', async () => {
  const desk = await open();
  desk.simulator.before = ({ path }) => path.endsWith('/Computers') && desk.stop.abort(new Error('the program stops'));
  await expect(listed(desk.open())).rejects.toThrow('the program stops');
});

test('the simulator refuses what Automate refuses', async () => {
  const desk = await open();
  const { origin, tokens, credentials } = desk.simulator;
  const clientid = credentials.find(({ key }) => key === 'clientId')?.value ?? '';
  const authorization = `Bearer ${tokens.give('access', 1_000)}`;
  const status = async (path: string, headers: Record<string, string> = { clientid, authorization }) =>
    (await fetch(`${origin}/cwa/api/v1${path}`, { headers })).status;
  expect([
    await status('/Computers?pagesize=1001'),
    await status('/Computers?condition=Id%20%3D%20%27x'),
    await status('/Alerts'),
    await status('/Computers', { authorization }),
    await status('/Computers', { clientid }),
    await status('/Computers'),
  ]).toEqual([400, 400, 404, 401, 401, 200]);
});
