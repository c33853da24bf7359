import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { dattoRmm } from './datto-rmm/index.ts';
import { SIMULATED_RMM, type Simulator, startSimulator } from './index.ts';

const simulators: Simulator[] = [];
afterAll(() => Promise.all(simulators.map((simulator) => simulator.stop())));

async function simulate(options: Parameters<typeof startSimulator>[1] = {}, vendor = dattoRmm) {
  const simulator = await startSimulator(vendor, { sites: 4, devices: 60, ...options });
  simulators.push(simulator);
  return simulator;
}

const post = (simulator: Simulator, what: string, told: object, headers: Record<string, string> = {}) =>
  fetch(`${simulator.origin}/__simulator/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(told),
  });

test('the same seed makes the same estate, another one another', async () => {
  const clock = () => Date.parse('2026-11-01T00:00:00Z');
  const [one, same, other] = [
    await simulate({ clock, seed: 'a' }),
    await simulate({ clock, seed: 'a' }),
    await simulate({ clock, seed: 'b' }),
  ];
  expect(same.world.devices).toEqual(one.world.devices);
  expect(same.world.alerts).toEqual(one.world.alerts);
  expect(other.world.devices.map(({ uid }) => uid)).not.toEqual(one.world.devices.map(({ uid }) => uid));
  expect(new Set(one.world.devices.map(({ uid }) => uid)).size).toBe(60);
  expect(new Set(one.world.devices.flatMap(({ macs }) => macs)).size).toBe(
    one.world.devices.flatMap(({ macs }) => macs).length,
  );
});

test('twenty thousand devices are there at once; more are refused', async () => {
  const { world } = await simulate({ sites: 200, devices: 20_000 });
  expect(new Set(world.devices.map(({ uid }) => uid)).size).toBe(20_000);
  expect(new Set(world.sites.map(({ name }) => name)).size).toBe(200);
  await expect(simulate({ devices: 20_001 })).rejects.toThrow('20000');
});

test.each(SIMULATED_RMM.map((vendor) => [vendor.name, vendor] as const))(
  '%s shows its page, what to paste, and does what its buttons say',
  async (_, vendor) => {
    const simulator = await simulate({}, vendor);
    const page = await fetch(`${simulator.origin}/__simulator`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const state = async () =>
      (await (await fetch(`${simulator.origin}/__simulator/state`)).json()) as {
        address: string;
        credentials: { value: string }[];
        counts: { openAlerts: number; devices: number; online: number };
      };
    const before = await state();
    expect(before.address).toBe(simulator.baseUrl);
    expect(before.credentials.length).toBeGreaterThan(0);
    expect(before.counts.devices).toBe(60);
    await post(simulator, 'raise', {});
    expect((await state()).counts.openAlerts).toBe(before.counts.openAlerts + 1);
    await post(simulator, 'resolve', {});
    expect((await state()).counts.openAlerts).toBe(before.counts.openAlerts);
    await post(simulator, 'storm', { site: 1 });
    expect((await state()).counts.online).toBeLessThan(before.counts.online);
    await post(simulator, 'remove', { count: 10 });
    expect((await state()).counts.devices).toBe(50);
  },
);

test('what cannot be meant is refused, and so is whoever comes by another name or from another page', async () => {
  const simulator = await simulate();
  const refused = async (what: string, told: object) =>
    ((await (await post(simulator, what, told)).json()) as { message: string }).message;
  expect(await refused('switches', { pageSize: 'ten' })).toBe('pageSize takes a number');
  expect(await refused('switches', { nonsense: 1 })).toBe('There is no switch nonsense');
  expect(await refused('disturb', { what: 'explode' })).toContain('reset');
  expect(await refused('explode', {})).toContain('no such thing');
  expect((await post(simulator, 'storm', {}, { 'content-type': 'text/plain' })).status).toBe(415);
  const named = (host: string) =>
    new Promise((resolve) => {
      get(`${simulator.origin}/__simulator/state`, { headers: { host }, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
    });
  expect([await named('localhost:8790'), await named('evil.example')]).toEqual([200, 421]);
});

test('each disturbance happens as often as it is said', async () => {
  const simulator = await simulate();
  const status = () => `${simulator.origin}/api/v2/system/status`;
  simulator.disturbances.push({ on: /status/, times: 1, what: { status: 429, retryAfter: '7' } });
  simulator.disturbances.push({ on: /status/, times: 1, what: 'reset' });
  simulator.disturbances.push({ on: /status/, times: 1, what: 'half' });
  simulator.disturbances.push({ on: /status/, times: 1, what: 'garbled' });
  const limited = await fetch(status());
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  await expect(fetch(status())).rejects.toThrow('');
  await expect(fetch(status()).then((answer) => answer.text())).rejects.toThrow('');
  await expect(fetch(status()).then((answer) => answer.json())).rejects.toThrow(SyntaxError);
  expect(((await (await fetch(status())).json()) as { status: string }).status).toBe('OK');
});

test('pushes come twice, out of order, or not at all', async () => {
  const came: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const uid = /"alert_uid":"([^"]+)"/.exec(Buffer.concat(chunks).toString())?.[1];
    came.push(`${request.headers['x-fettle-secret']} ${uid}`);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/x`;
  const simulator = await simulate({ target: { url, secret: 's' } });
  const raise = () => `s ${simulator.world.raise({ trouble: 'offline' }).uid}`;
  const [a, b] = [raise(), raise()];
  await simulator.pusher.settle();
  expect(came.splice(0)).toEqual([a, b]);
  simulator.switches.shufflePushes = true;
  simulator.switches.duplicatePushes = true;
  const [c, d] = [raise(), raise()];
  await simulator.pusher.settle();
  expect(came.splice(0)).toEqual([d, d, c, c]);
  simulator.switches.losePushes = true;
  raise();
  await simulator.pusher.settle();
  expect(came).toEqual([]);
  await new Promise<void>((resolve) => void server.close(() => resolve()));
});
