import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { ConnectorRun, ConnectorView } from '#shared/connector.ts';
import { openDesk } from '#tests/desk.ts';
import { welcome } from '#tests/visitor.ts';
import { dattoRmm } from '../tools/simulate/datto-rmm/index.ts';
import { startSimulator } from '../tools/simulate/index.ts';
import { ninjaOne } from '../tools/simulate/ninjaone/index.ts';

const desk = await openDesk();
const { browser } = await welcome(desk, { role: 'owner' });

/** The newest run of a kind that ended after `since`. */
async function runOf(id: string, kind: ConnectorRun['kind'], since: string): Promise<ConnectorRun> {
  for (;;) {
    const { items } = (await browser.call('GET', `/connectors/${id}/runs`)).body as { items: ConnectorRun[] };
    const run = items.find((one) => one.kind === kind && one.startedAt > since && one.endedAt !== null);
    if (run) return run;
    await setTimeout(250);
  }
}

test.each([
  ['datto-rmm', dattoRmm, {}],
  ['ninjaone', ninjaOne, { callsPerMinute: '600' }],
] as const)(
  'the devices and alerts of %s come to the clients that are made of its sites',
  async (key, vendor, values) => {
    const simulator = await startSimulator(vendor, { sites: 3, devices: 60, seed: key, switches: { limits: false } });
    afterAll(() => simulator.stop());
    const credentials = Object.fromEntries(simulator.credentials.map((one) => [one.key, one.value]));
    const made = await browser.call('POST', '/connectors', {
      ...{ provider: key, name: vendor.name, baseUrl: simulator.baseUrl, values: { ...credentials, ...values } },
    });
    const { id } = made.body as ConnectorView;
    await runOf(id, 'full', '');
    const { items: sites } = (await browser.call('GET', `/connectors/${id}/sites`)).body as {
      items: { externalId: string; name: string }[];
    };
    expect(sites.map(({ name }) => name).toSorted()).toEqual(simulator.world.sites.map(({ name }) => name).toSorted());
    await browser.call('POST', `/connectors/${id}/sites/clients`, {
      externalIds: sites.map(({ externalId }) => externalId),
    });

    const sync = async (what: 'full' | 'alerts') => {
      const since = new Date().toISOString();
      await browser.call('POST', `/connectors/${id}/sync`, { what });
      return runOf(id, what, since);
    };
    expect(await sync('full')).toMatchObject({ state: 'done', counts: { devices: 60, created: 60 } });
    const items = await desk.run(({ tx }) =>
      tx
        .selectFrom('ci_sources as s')
        .innerJoin('configuration_items as i', (on) =>
          on.onRef('i.client_id', '=', 's.client_id').onRef('i.id', '=', 's.item_id'),
        )
        .select('i.name')
        .where('s.source_id', '=', id)
        .execute(),
    );
    expect(items.map(({ name }) => name).toSorted()).toEqual(
      simulator.world.devices.map(({ hostname }) => hostname).toSorted(),
    );
    // The same again is no news.
    expect(await sync('full')).toMatchObject({ state: 'done', counts: { devices: 60, unchanged: 60 } });

    expect(await sync('alerts')).toMatchObject({ state: 'done' });
    const heard = await desk.run(({ tx }) =>
      tx.selectFrom('alert_occurrences').select('external_id').where('connector_id', '=', id).execute(),
    );
    const open = simulator.world.alerts.filter(({ resolvedAt }) => resolvedAt === null);
    expect(heard.map((one) => one.external_id).toSorted()).toEqual(open.map(({ uid }) => uid).toSorted());
  },
);
