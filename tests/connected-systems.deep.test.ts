import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import type { ConnectorRun, ConnectorSite, ConnectorView } from '#shared/connector.ts';
import { createTestDatabase } from '#tests/database.ts';
import { openDesk } from '#tests/desk.ts';
import { killAfter, startWorker } from '#tests/process/killed-worker.ts';
import { welcome } from '#tests/visitor.ts';
import { dattoRmm } from '../tools/simulate/datto-rmm/index.ts';
import { startSimulator } from '../tools/simulate/index.ts';
import { ninjaOne } from '../tools/simulate/ninjaone/index.ts';

const SITES = 100;
const DEVICES = 20_000;
const MOST_SECONDS = 180;
const MOST_MB = 300;
/** How long PostgreSQL may take until it has counted what an idle connection wrote. */
const COUNTED_MS = 12_000;

/** The memory of a process in MB, or the most that it ever had. */
function memoryOf(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] =
    new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1_000);
}

const WRITTEN = `
select relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::integer as rows from pg_stat_user_tables
where schemaname = 'fettle' and relname not in ('connector_runs', 'connector_tasks', 'sessions') order by relname`;

test.runIf(process.platform === 'linux').each([
  ['datto-rmm', dattoRmm, {}],
  ['ninjaone', ninjaOne, { callsPerMinute: '600' }],
] as const)(
  '20,000 devices of %s come in three minutes, and the same again writes nothing',
  async (key, vendor, more) => {
    const database = await createTestDatabase();
    const desk = await openDesk({ roles: ['web'], database });
    const { browser } = await welcome(desk, { role: 'owner' });
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    afterAll(() => admin.end());
    const simulator = await startSimulator(vendor, { sites: SITES, devices: DEVICES, switches: { limits: false } });
    afterAll(() => simulator.stop());

    const credentials = Object.fromEntries(simulator.credentials.map((one) => [one.key, one.value]));
    const made = await browser.call('POST', '/connectors', {
      ...{ provider: key, name: vendor.name, baseUrl: simulator.baseUrl, values: { ...credentials, ...more } },
      ...{ fullMinutes: 43_200, changesMinutes: 10_080, alertsMinutes: 1_440 },
    });
    const { id } = made.body as ConnectorView;
    const ended = async (many: number): Promise<ConnectorRun> => {
      for (;;) {
        const { items } = (await browser.call('GET', `/connectors/${id}/runs`)).body as { items: ConnectorRun[] };
        const full = items.filter((one) => one.kind === 'full' && one.endedAt !== null);
        if (full.length === many && full[0]) return full[0];
        await setTimeout(1_000);
      }
    };
    const worker = startWorker(database, desk.dataDir);
    await worker.ready();
    await ended(1);
    const { items: sites } = (await browser.call('GET', `/connectors/${id}/sites`)).body as { items: ConnectorSite[] };
    const before = memoryOf(worker.child.pid, 'VmRSS');
    await browser.call('POST', `/connectors/${id}/sites/clients`, {
      externalIds: sites.map(({ externalId }) => externalId),
    });
    const took = ({ startedAt, endedAt }: ConnectorRun) => (Date.parse(endedAt ?? '') - Date.parse(startedAt)) / 1_000;
    const first = await ended(2);
    const extra = memoryOf(worker.child.pid, 'VmHWM') - before;

    const written = async () => {
      await setTimeout(COUNTED_MS);
      const { rows } = await admin.query<{ name: string; rows: number }>(WRITTEN);
      return new Map(rows.map((row) => [row.name, row.rows]));
    };
    // What follows the first reading, such as tickets of alerts and words to search for, has an end as well.
    let earlier = await written();
    for (let next = await written(); JSON.stringify([...next]) !== JSON.stringify([...earlier]); next = await written())
      earlier = next;
    await browser.call('POST', `/connectors/${id}/sync`, { what: 'full' });
    const second = await ended(3);
    const later = await written();
    const news = [...later].filter(([name, rows]) => rows !== earlier.get(name));
    const rows = [...earlier.values()].reduce((sum, one) => sum + one, 0);
    console.info(
      `${key}: ${DEVICES} devices in ${took(first)} s with ${extra} MB on top of ${before} MB, ${rows} rows; again in ${took(second)} s`,
      Object.fromEntries([...earlier].filter(([, many]) => many > 1_000)),
      Object.fromEntries(news.map(([name, many]) => [name, many - (earlier.get(name) ?? 0)])),
    );
    await killAfter(worker, 0);
    expect(first).toMatchObject({ state: 'done', counts: { devices: DEVICES, created: DEVICES } });
    expect(second).toMatchObject({ state: 'done', counts: { devices: DEVICES, unchanged: DEVICES } });
    expect(news.filter(([name]) => name !== 'events')).toEqual([]);
    // Somebody asked for it.
    expect((later.get('events') ?? 0) - (earlier.get('events') ?? 0)).toBe(1);
    expect(took(first)).toBeLessThanOrEqual(MOST_SECONDS);
    expect(extra).toBeLessThanOrEqual(MOST_MB);
  },
);
