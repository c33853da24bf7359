import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { against, faultOf, openAlerts } from '#tests/against-simulator.ts';
import { ninjaOne as simulated } from '../../../tools/simulate/ninjaone/index.ts';
import { ninjaOne } from './index.ts';

const AT = '2026-11-24T09:00:00.000Z';
const receive = (body: string | Buffer) =>
  ninjaOne.receive?.(Buffer.from(body), {}, {}, AT) ?? { alerts: [], look: [] };

let came: { secret: unknown; body: Buffer }[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  came.push({ secret: request.headers['x-fettle-secret'], body: Buffer.concat(chunks) });
  response.writeHead(204).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/x`;

test('it calls where it was told, and says the same as the list of open alerts', async () => {
  came = [];
  const desk = await against(ninjaOne, simulated);
  const session = desk.open();
  await session.subscribe?.(url, 's3cret');
  const { world, pusher } = desk.simulator;
  const alert = world.raise({ message: 'He said "no" \\ C:\\Temp\r\nnext' });
  const listed = (await openAlerts(session)).get(alert.uid);
  desk.pass(60_000);
  world.resolve(alert, 'somebody');
  await pusher.settle();
  expect(came.map(({ secret }) => secret)).toEqual(['s3cret', 's3cret']);
  const [raised, resolved] = came.map(({ body }) => receive(body).alerts[0]);
  expect(raised).toEqual({ ...listed, saidAt: listed?.startedAt });
  expect(resolved).toMatchObject({
    ...{ externalId: alert.uid, occurrence: alert.uid, state: 'resolved', condition: listed?.condition },
    ...{ device: listed?.device, site: listed?.site, endedAt: new Date(alert.resolvedAt ?? 0).toISOString() },
  });
});

test('calls that come twice and out of order say the same', async () => {
  came = [];
  const desk = await against(ninjaOne, simulated);
  await desk.open().subscribe?.(url, 's3cret');
  Object.assign(desk.simulator.switches, { duplicatePushes: true, shufflePushes: true });
  const alert = desk.simulator.world.raise();
  desk.pass(1_000);
  desk.simulator.world.resolve(alert, 'somebody');
  await desk.simulator.pusher.settle();
  const states = came.map(({ body }) => receive(body).alerts[0]?.state);
  expect(states).toEqual(['resolved', 'resolved', 'raised', 'raised']);
});

test('an app without the right to set a webhook is told what it lacks', async () => {
  const desk = await against(ninjaOne, simulated);
  const fault = await faultOf(desk.open({ rights: 'monitoring' }).subscribe?.(url, 's3cret') ?? Promise.resolve());
  expect(fault.kind).toBe('forbidden');
  expect(fault.message).toContain('system administrator');
  expect(fault.message).not.toContain('s3cret');
});

test('an acknowledgement updates; what is no condition says nothing', () => {
  const activity = { id: 1, activityTime: 1_795_478_461.5, deviceId: 42, seriesUid: 's-1', activityType: 'CONDITION' };
  expect(receive(JSON.stringify({ ...activity, statusCode: 'ACKNOWLEDGED', userId: 7 })).alerts).toMatchObject([
    { state: 'updated', acknowledgedBy: '7', saidAt: '2026-11-24T00:01:01.500Z', device: { externalId: '42' } },
  ]);
  for (const other of [
    { ...activity, activityType: 'SYSTEM', statusCode: 'NODE_CREATED' },
    { ...activity, activityType: 'HELP_REQUEST', statusCode: 'STARTED' },
    { ...activity, statusCode: 'BrandNewIn2027' },
    { ...activity, statusCode: 'TRIGGERED', seriesUid: null },
  ])
    expect(receive(JSON.stringify(other))).toEqual({ alerts: [], look: [] });
});

test('nulls and values of other types are read as far as they go', () => {
  const [reading] = receive(
    JSON.stringify({
      ...{ activityType: 'CONDITION', statusCode: 'TRIGGERED', seriesUid: 'x', activityTime: 'yesterday' },
      ...{ deviceId: { a: 1 }, severity: ['CRITICAL'], subject: 7, message: null, device: 'none', organization: [1] },
    }),
  ).alerts;
  expect(reading).toMatchObject({
    severity: 3,
    condition: 'Condition',
    title: '7',
    text: '',
    device: null,
    site: null,
  });
  expect(reading?.startedAt).toBe(AT);
});

test('what is no activity is refused', async () => {
  for (const body of [
    '',
    '{}',
    '[]',
    'null',
    '"x"',
    '{"activityType":"CONDITION"}',
    '{"activityType":',
    Buffer.from([0, 255]),
  ])
    expect((await faultOf((async () => receive(body))())).kind, String(body)).toBe('malformed');
});
