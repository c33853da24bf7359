import { afterAll, expect, test } from 'vitest';
import type { ConnectorView, HookTold } from '#shared/connector.ts';
import { openDesk } from '#tests/desk.ts';
import { welcome } from '#tests/visitor.ts';
import { dattoRmm } from '../../../../tools/simulate/datto-rmm/index.ts';
import { startSimulator } from '../../../../tools/simulate/index.ts';
import { ninjaOne } from '../../../../tools/simulate/ninjaone/index.ts';
import type { SimulatedVendor } from '../../../../tools/simulate/vendor.ts';
import { answerAlert } from '../sync/answer.ts';

const desk = await openDesk({ roles: ['web'] });
const { browser } = await welcome(desk, { role: 'owner' });
const hookHash = async (id: string) =>
  desk.run(({ tx }) =>
    tx.selectFrom('connector_keys').select('hook_hash').where('connector_id', '=', id).executeTakeFirstOrThrow(),
  );

async function connect(key: string, vendor: SimulatedVendor) {
  const simulator = await startSimulator(vendor, { sites: 3, devices: 60, switches: { limits: false } });
  afterAll(() => simulator.stop());
  const values = Object.fromEntries(simulator.credentials.map((one) => [one.key, one.value]));
  const made = await browser.call('POST', '/connectors', {
    ...{ provider: key, name: vendor.name, baseUrl: simulator.baseUrl, values },
  });
  return { simulator, id: (made.body as ConnectorView).id };
}

test('a system that can be told calls the new address, with a secret that nobody has typed', async () => {
  const { simulator, id } = await connect('ninjaone', ninjaOne);
  const told = await browser.call('POST', `/connectors/${id}/hook/subscribe`);
  expect([told.status, told.body]).toEqual([
    200,
    { works: true, says: 'NinjaOne calls this connector from now on.', advice: '' },
  ]);
  const view = (await browser.call('GET', `/connectors/${id}`)).body as ConnectorView;
  expect([view.hookMadeAt, view.secrets.map(({ field }) => field)]).toEqual([
    expect.any(String),
    expect.arrayContaining(['hook.secret']),
  ]);
  expect(simulator.requests.filter((line) => line.startsWith('PUT /v2/webhook'))).toHaveLength(1);
});

test('what refuses leaves the address before it as it was, and what cannot be told says so', async () => {
  const { simulator, id } = await connect('ninjaone', ninjaOne);
  await browser.call('POST', `/connectors/${id}/hook`);
  const before = await hookHash(id);
  simulator.disturbances.push({ on: /webhook/, times: 10, what: { status: 403 } });
  const told = (await browser.call('POST', `/connectors/${id}/hook/subscribe`)).body as HookTold;
  expect([told.works, told.says]).toEqual([false, expect.stringContaining('scope management')]);
  expect(await hookHash(id)).toEqual(before);
  const datto = await connect('datto-rmm', dattoRmm);
  expect((await browser.call('POST', `/connectors/${datto.id}/hook/subscribe`)).status).toBe(409);
});

test.each([
  ['datto-rmm', dattoRmm],
  ['ninjaone', ninjaOne],
] as const)('%s is told that an alert was resolved here, once however often', async (key, vendor) => {
  const { simulator, id } = await connect(key, vendor);
  const alert = simulator.world.raise();
  const payload = { connectorId: id, externalId: alert.uid, act: 'resolve' as const, note: 'Replaced the disk' };
  await answerAlert(desk.services, payload);
  expect(alert.resolvedAt).not.toBeNull();
  await answerAlert(desk.services, payload);
  await answerAlert(desk.services, { ...payload, externalId: '00000000-0000-4000-8000-000000000000' });
});
