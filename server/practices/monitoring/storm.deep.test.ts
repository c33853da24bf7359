import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import { createItem, relateItems } from '#server/practices/configuration/index.ts';
import { createTestDatabase } from '#tests/database.ts';
import { openDesk } from '#tests/desk.ts';
import { killAfter, startWorker } from '#tests/process/killed-worker.ts';
import type { AlertReading } from './reading.ts';
import { takeAlerts } from './take.ts';

const SERVERS = 4_999;
const SECONDS = 60;
const KILLS = 100;

type Stage = Awaited<ReturnType<typeof behindOneSwitch>>;

/** A desk with one client, whose servers stand behind one switch. */
async function behindOneSwitch(servers: number, roles: readonly ('worker' | 'web')[]) {
  const database = await createTestDatabase();
  const desk = await openDesk({ roles, database, maxConnections: 8 });
  const clientId = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  const top = await desk.run((ctx) => createItem(ctx, { clientId, name: 'switch', classKey: 'switch' }));
  for (let from = 0; from < servers; from += 250)
    await desk.run(async (ctx) => {
      for (let nth = from; nth < Math.min(from + 250, servers); nth++) {
        const id = await createItem(ctx, { clientId, name: `server-${nth}`, classKey: 'server' });
        await relateItems(ctx, { fromId: id, kind: 'connects_to', toId: top });
      }
    });
  const source = { id: newId(), name: 'Watcher', clientOf: () => ({ clientId, siteId: null }) };
  const names = ['switch', ...Array.from({ length: servers }, (_, nth) => `server-${nth}`)];
  const reading = (name: string): AlertReading => ({
    ...{ externalId: name, occurrence: '1', state: 'raised', severity: 2, kind: 'exception', condition: 'HostDown' },
    ...{
      title: `${name} is down`,
      text: '',
      device: { hostname: name },
      site: null,
      startedAt: '2026-11-02T08:00:00.000Z',
    },
    ...{ endedAt: null, url: null },
  });
  return { desk, database, source, names, reading };
}

/** Shuffled by a number, so that a run that fails can be run again. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  return all
    .map((one) => [next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/** What became of it: how many tickets are open, and how many alerts stand for themselves or joined. */
const outcome = ({ desk }: Stage) =>
  desk.run(async ({ tx }) => {
    const alerts = await tx.selectFrom('alerts').select(['title', 'state', 'cause_id', 'ticket_id', 'count']).execute();
    const tickets = await tx.selectFrom('tickets').select(['id', 'title', 'is_open']).execute();
    return {
      alerts: alerts.length,
      raised: alerts.reduce((sum, { count }) => sum + count, 0),
      leads: alerts.filter(({ cause_id }) => cause_id === null).map(({ title, state }) => `${title}: ${state}`),
      tickets: new Set(alerts.map(({ ticket_id }) => ticket_id)).size,
      open: tickets.filter(({ is_open }) => is_open).length,
      waiting: alerts.filter(({ state }) => state === 'open').length,
    };
  });

const ONE_TICKET = {
  ...{ alerts: SERVERS + 1, raised: SERVERS + 1, leads: ['switch is down: ticketed'], tickets: 1, open: 1, waiting: 0 },
};

for (const [place, seed] of [
  ['first', 1],
  ['last', 2],
  ['anywhere', 3],
] as const)
  test(`5,000 alerts in a minute, each twice, the switch ${place}: one ticket within five seconds of the first`, async () => {
    const stage = await behindOneSwitch(SERVERS, ['worker', 'web']);
    const [top = '', ...servers] = stage.names;
    const once = shuffled(servers, seed);
    const order = place === 'first' ? [top, ...once] : place === 'last' ? [...once, top] : shuffled(stage.names, seed);
    const begun = Date.now();
    const perSecond = Math.ceil(order.length / SECONDS);
    const waits: number[] = [];
    let ticketAfter: number | null = null;
    for (let second = 0; second * perSecond < order.length; second++) {
      const batch = order.slice(second * perSecond, (second + 1) * perSecond).map(stage.reading);
      await takeAlerts(stage.desk.services, stage.source, batch);
      await takeAlerts(stage.desk.services, stage.source, batch.toReversed());
      const asked = performance.now();
      const { open } = await stage.desk.run(async ({ tx }) => ({
        open: (await tx.selectFrom('tickets').select('id').where('is_open', '=', true).limit(2).execute()).length,
      }));
      waits.push(performance.now() - asked);
      if (open > 0) ticketAfter ??= Date.now() - begun;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + (second + 1) * 1_000 - Date.now())));
    }
    await expect.poll(() => outcome(stage), { timeout: 60_000, interval: 500 }).toEqual(ONE_TICKET);
    expect(ticketAfter).toBeLessThanOrEqual(5_000);
    console.info(
      `storm, switch ${place}: ticket after ${ticketAfter} ms, done ${Date.now() - begun} ms; desk query p95 ${waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)]?.toFixed(1)} ms`,
    );
  });

test(`${KILLS} kills of the worker during storms end as an undisturbed run`, async () => {
  const stage = await behindOneSwitch(499, ['web']);
  const order = shuffled(stage.names, 7);
  for (let kill = 0; kill < KILLS; kill++) {
    const worker = startWorker(stage.database, stage.desk.dataDir);
    const share = order.slice(
      Math.floor((kill * order.length) / KILLS),
      Math.floor(((kill + 1) * order.length) / KILLS),
    );
    await worker.ready();
    await takeAlerts(stage.desk.services, stage.source, share.map(stage.reading));
    // From just before it decides to well into it.
    await killAfter(worker, 1_500 + ((kill * 37) % 1_500));
  }
  const last = startWorker(stage.database, stage.desk.dataDir);
  await last.ready();
  await expect
    .poll(() => outcome(stage), { timeout: 120_000, interval: 500 })
    .toEqual({ ...ONE_TICKET, alerts: 500, raised: 500 });
  await killAfter(last, 0);
});
