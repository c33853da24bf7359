import { afterAll, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { ConnectorCall, ConnectorView } from '#shared/connector.ts';
import { openDesk } from '#tests/desk.ts';
import { moveClock, welcome } from '#tests/visitor.ts';
import { dattoRmm } from '../../../../tools/simulate/datto-rmm/index.ts';
import { startSimulator } from '../../../../tools/simulate/index.ts';
import { takeCalls } from './work.ts';

const desk = await openDesk({ roles: ['web'] });
const { browser } = await welcome(desk, { role: 'owner' });
const msp = await desk.run((ctx) => createClient(ctx, { name: 'Harbour', code: 'HARB', timeZone: 'UTC' }));
await desk.run(({ tx }) => tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute());
const simulator = await startSimulator(dattoRmm, { sites: 3, devices: 60, switches: { limits: false } });
afterAll(() => simulator.stop());
const credentials = Object.fromEntries(simulator.credentials.map(({ key, value }) => [key, value]));
const made = await browser.call('POST', '/connectors', {
  ...{ provider: 'datto-rmm', name: 'Datto', baseUrl: simulator.baseUrl, values: credentials },
});
const { id } = made.body as ConnectorView;
const { url } = (await browser.call('POST', `/connectors/${id}/hook`)).body as { url: string };

const tell = (uid: string) =>
  desk.app.inject({ method: 'POST', url: new URL(url).pathname, payload: JSON.stringify({ alert_uid: uid }) });
const calls = async (): Promise<ConnectorCall[]> =>
  ((await browser.call('GET', `/connectors/${id}/calls?limit=100`)).body as { items: ConnectorCall[] }).items;
const asked = (path: RegExp) => simulator.requests.filter((line) => path.test(line)).length;
const raise = (many: number) => Array.from({ length: many }, () => simulator.world.raise().uid);

test('the alerts of a storm are read from the list of open ones, and few of them one by one', async () => {
  const uids = raise(50);
  for (const uid of uids) await tell(uid);
  simulator.requests.length = 0;
  await takeCalls(desk.services);
  expect((await calls()).map(({ state, alerts }) => `${state} ${alerts}`)).toEqual(uids.map(() => 'done 1'));
  expect([asked(/alerts\/open/), asked(/\/v2\/alert\//)]).toEqual([1, 0]);
  const few = raise(3);
  for (const uid of few) await tell(uid);
  simulator.requests.length = 0;
  await takeCalls(desk.services);
  expect([asked(/alerts\/open/), asked(/\/v2\/alert\//)]).toEqual([0, 3]);
});

test('while a system is down it is asked once for all calls; after three tries they have failed, and say why', async () => {
  const before = (await calls()).length;
  for (const uid of raise(20)) await tell(uid);
  for (let minutes = 0; minutes < 6; minutes += 2) {
    moveClock(desk, minutes);
    simulator.disturbances.push({ on: /alerts\/open/, times: 100, what: { status: 503 } });
    simulator.requests.length = 0;
    await takeCalls(desk.services);
    expect(asked(/alerts\/open/)).toBeLessThan(10);
    expect(asked(/\/v2\/alert\//)).toBe(0);
  }
  moveClock(desk, 0);
  const these = (await calls()).slice(0, -before);
  expect(these.map(({ state }) => state)).toEqual(these.map(() => 'failed'));
  expect(these).toHaveLength(20);
  expect(these[0]?.why).toMatch(/^It could not be looked up: /);
});
