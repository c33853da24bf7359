import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import type { ConnectorRun, ConnectorSite, ConnectorView } from '#shared/connector.ts';
import { createTestDatabase } from '#tests/database.ts';
import { openDesk } from '#tests/desk.ts';
import { killAfter, startWorker } from '#tests/process/killed-worker.ts';
import { welcome } from '#tests/visitor.ts';
import { dattoRmm } from '../../../../tools/simulate/datto-rmm/index.ts';
import { startSimulator } from '../../../../tools/simulate/index.ts';
import { doTask } from './do-task.ts';

const KILLS = 100;
const never = new AbortController().signal;
const simulator = await startSimulator(dattoRmm, { sites: 5, devices: 300, switches: { limits: false, pageSize: 50 } });
afterAll(() => simulator.stop());
const credentials = Object.fromEntries(simulator.credentials.map(({ key, value }) => [key, value]));

/** A desk whose connector knows the sites, each a client, and has read no device yet. */
async function connected() {
  const database = await createTestDatabase();
  const desk = await openDesk({ roles: ['web'], database });
  const { browser } = await welcome(desk, { role: 'owner' });
  const made = await browser.call('POST', '/connectors', {
    ...{ provider: 'datto-rmm', name: 'Datto', baseUrl: simulator.baseUrl, values: credentials },
    ...{ fullMinutes: 43_200, changesMinutes: 10_080, alertsMinutes: 1_440 },
  });
  const { id } = made.body as ConnectorView;
  await doTask(desk.services, id, 'devices', never);
  const { items } = (await browser.call('GET', `/connectors/${id}/sites`)).body as { items: ConnectorSite[] };
  await browser.call('POST', `/connectors/${id}/sites/clients`, {
    externalIds: items.map(({ externalId }) => externalId),
  });
  const runs = async () =>
    ((await browser.call('GET', `/connectors/${id}/runs?limit=200`)).body as { items: ConnectorRun[] }).items;
  return { database, desk, id, runs };
}

type Desk = Awaited<ReturnType<typeof connected>>['desk'];

/** What stands of the devices that are there now, and how often each was made. */
const standing = (desk: Desk) =>
  desk.run(async (ctx) =>
    ctx.hot<object>(
      'test_standing',
      `select s.external_id, c.name as client, i.name, i.class_key, i.attributes, s.attributes as said, s.digest,
         (select jsonb_agg(jsonb_build_array(x.kind, x.value) order by x.kind, x.value) from ci_identifiers x where x.client_id = s.client_id and x.source_ref = s.id) as identifiers,
         (select count(*)::int from ci_software x where x.client_id = s.client_id and x.source_ref = s.id) as software,
         (select count(*)::int from ci_sections x where x.client_id = s.client_id and x.source_ref = s.id) as sections,
         (select count(*)::int from ci_sources o where o.external_id = s.external_id) as rows,
         (select count(*)::int from events e where e.subject_id = i.id and e.type = 'item.created') as made,
         d.site, d.stamp
       from ci_sources s join configuration_items i on i.client_id = s.client_id and i.id = s.item_id
       join clients c on c.id = s.client_id
       left join connector_devices d on d.external_id = s.external_id
       where s.gone_at is null order by s.external_id`,
      [],
    ),
  );
/** Items that nobody says anything of, and devices that are known though they went. */
const strays = (desk: Desk) =>
  desk.run((ctx) =>
    ctx.hot<{ items: number; devices: number }>(
      'test_strays',
      `select (select count(*)::int from configuration_items i where not exists (select from ci_sources s where s.client_id = i.client_id and s.item_id = i.id)) as items,
         (select count(*)::int from connector_devices d where not exists (select from ci_sources s where s.external_id = d.external_id and s.gone_at is null)) as devices`,
      [],
    ),
  );

test(`${KILLS} kills of the worker while it reads a system leave what an undisturbed reading leaves`, async () => {
  const { database, desk, id, runs } = await connected();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  afterAll(() => admin.end());
  // Whoever died is waited for a minute: here that minute is over at once, and all is to be read again.
  const dueNow = () =>
    admin.query(
      `update fettle.connector_tasks set held_until = null, next_at = now(), full_at = now() where task = 'devices'`,
    );
  for (let kill = 0; kill < KILLS; kill++) {
    simulator.world.removeDevices(2);
    simulator.world.addDevices(3);
    await dueNow();
    const worker = startWorker(database, desk.dataDir);
    await worker.ready();
    // From just after it begins to well into what it writes.
    await killAfter(worker, 40 + ((kill * 137) % 2_500));
  }
  const states = Map.groupBy(await runs(), ({ state }) => state);
  const broken = (states.get('broken_off')?.length ?? 0) + (states.get('running')?.length ?? 0);
  await dueNow();
  expect(await doTask(desk.services, id, 'devices', never)).toBe(true);
  expect((await runs())[0]).toMatchObject({ kind: 'full', state: 'done' });

  const quiet = await connected();
  await doTask(quiet.desk.services, quiet.id, 'devices', never);
  const [disturbed, undisturbed] = [await standing(desk), await standing(quiet.desk)];
  console.info(`${KILLS} kills, ${broken} readings broken off, ${undisturbed.length} devices`);
  expect(disturbed).toEqual(undisturbed);
  expect(undisturbed).toHaveLength(simulator.world.devices.length);
  expect(await strays(desk)).toEqual([{ items: 0, devices: 0 }]);
  expect(broken).toBeGreaterThan(KILLS / 4);
});
