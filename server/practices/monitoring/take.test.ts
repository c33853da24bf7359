import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readings } from '#kernel/alert/arbitrary.ts';
import { alertKey, foldAlert, type Heard, occurrencesOf } from '#kernel/alert.ts';
import { newId } from '#kernel/ids.ts';
import { openDesk } from '#tests/desk.ts';
import { monitored } from '#tests/monitored.ts';
import { giveAlertsOfSite, reconcileAlerts, takeAlerts } from './index.ts';
import type { AlertReading } from './reading.ts';

const desk = await openDesk({ roles: [] });
const stage = await monitored(desk);
const { reading, hear, ended, pass, alerts, acme, msp, source } = stage;
const written = () =>
  desk.run(async ({ tx }) => {
    const rows = await Promise.all(
      (['alerts', 'alert_occurrences', 'events'] as const).map((table) =>
        tx
          .selectFrom(table)
          .select((q) => q.fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      ),
    );
    const versions = await tx
      .selectFrom('alerts')
      .select((q) => q.fn.sum('version').as('n'))
      .executeTakeFirstOrThrow();
    return [...rows, versions].map(({ n }) => Number(n));
  });

test('whatever is heard in whatever order, an alert is what its fold says', { timeout: 120_000 }, async () => {
  const asReading = (heard: Heard): AlertReading => ({ ...heard, device: { externalId: 'device' }, site: 'Acme' });
  await fc.assert(
    fc.asyncProperty(readings, fc.nat({ max: 12 }), async (all, cut) => {
      const own = { ...source, id: newId() };
      await takeAlerts(desk.services, own, all.slice(0, cut).map(asReading));
      await takeAlerts(desk.services, own, all.slice(cut).map(asReading));
      const key = alertKey({ externalId: 'device' }, 'Acme', 'disk C:');
      const [kept] = await desk.run(({ tx }) =>
        tx.selectFrom('alerts').selectAll().where('connector_id', '=', own.id).where('key', '=', key).execute(),
      );
      const state = foldAlert(occurrencesOf(all));
      expect(
        kept && {
          ...{ open: kept.is_open, count: kept.count, firstAt: kept.first_at, lastAt: kept.last_at },
          ...{ clearedAt: kept.cleared_at, severity: kept.severity, text: kept.text },
        },
      ).toEqual(
        state
          ? {
              ...{ open: state.open, count: state.count, firstAt: state.firstAt, lastAt: state.lastAt },
              ...{ clearedAt: state.clearedAt, severity: state.said.severity, text: state.said.text },
            }
          : undefined,
      );
    }),
    { numRuns: 150 },
  );
  await desk.run(async ({ tx }) => {
    await tx.deleteFrom('alert_occurrences').execute();
    await tx.deleteFrom('alerts').execute();
  });
});

test('what is heard twice is written once', async () => {
  const batch = ['a', 'b'].map((name) => reading(name));
  await hear(...batch);
  const before = await written();
  await hear(...batch, ...batch);
  expect(await written()).toEqual(before);
  expect(await alerts()).toMatchObject([{ state: 'open', count: 1 }, { state: 'open' }]);
});

test('hostile words are kept as text within their lengths', async () => {
  await hear(
    reading('x\u0000\u202ey\u200b', {
      title: `${'<script>'.repeat(60)}\n`,
      text: `a\u0000${'b'.repeat(20_000)}\ud800`,
      url: 'javascript:alert(1)',
      startedAt: '0001-01-01T00:00:00Z',
      severity: 99 as never,
    }),
  );
  const kept = (await alerts()).find(({ title }) => title.startsWith('<script>'));
  expect(kept).toMatchObject({ url: null, severity: 5, device: { hostname: 'x y' }, first_at: stage.at() });
  expect(kept?.title).toHaveLength(300);
  expect(kept?.text).toHaveLength(10_000);
});

test('what nobody knows whose it is is kept for the provider, and goes to the client when that is said', async () => {
  await hear(reading('stray', { site: 'Nowhere' }));
  expect((await alerts()).find(({ title }) => title === 'stray is down')).toMatchObject({
    ...{ client_id: msp, client_known: false, site: 'Nowhere' },
  });
  const given = await desk.run((ctx) => giveAlertsOfSite(ctx, source.id, 'Nowhere', { clientId: acme, siteId: null }));
  expect(given).toBe(1);
  const [kept] = (await alerts()).filter(({ title }) => title === 'stray is down');
  expect(kept).toMatchObject({ client_id: acme, client_known: true, state: 'open' });
  // Its end is heard there, though the source still names a site that is nobody's.
  await hear(ended(reading('stray', { site: 'Nowhere' })));
  expect((await alerts()).filter(({ title }) => title === 'stray is down')).toMatchObject([
    { client_id: acme, is_open: false },
  ]);
});

test('what is missing from a complete list is over, unless it was heard since; what a list still says is not', async () => {
  await hear(reading('gone'), reading('stays'));
  await pass(120);
  await hear(reading('since'));
  await reconcileAlerts(desk.services, source, [reading('stays', { startedAt: stage.at(0) })]);
  const open = (await alerts()).filter(({ is_open }) => is_open).map(({ title }) => title);
  expect(open).toEqual(expect.arrayContaining(['stays is down', 'since is down']));
  expect(open).not.toContain('gone is down');
});

test('a source that names no other time is heard again from its complete list', async () => {
  const one = reading('series');
  await hear(one, ended(one));
  await pass(60);
  await reconcileAlerts(desk.services, source, [one]);
  const series = async () => (await alerts()).find(({ title }) => title === 'series is down');
  expect(await series()).toMatchObject({ is_open: false, count: 1 });
  await pass(1200);
  await reconcileAlerts(desk.services, source, [one]);
  expect(await series()).toMatchObject({ is_open: true, count: 2 });
  const before = await written();
  await reconcileAlerts(desk.services, source, [one]);
  expect(await written()).toEqual(before);
});
