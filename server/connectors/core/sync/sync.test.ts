import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import { type AlertReading, decideDue } from '#server/practices/monitoring/index.ts';
import type { ConnectorHealth, ConnectorRun, ConnectorView } from '#shared/connector.ts';
import type { NotificationPage } from '#shared/notification.ts';
import { openDesk } from '#tests/desk.ts';
import { openSmallRmm, SMALL_TOKEN, type SmallDevice } from '#tests/small-rmm.ts';
import { moveClock, welcome } from '#tests/visitor.ts';
import { doTask } from './do-task.ts';
import { peaceAfter } from './trouble.ts';

const desk = await openDesk({ roles: ['web'] });
const rmm = await openSmallRmm();
const { browser } = await welcome(desk, { role: 'owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
const brisbane = await desk.run((ctx) => createSite(ctx, acme, { name: 'Brisbane' }));
const never = new AbortController().signal;

const device = (nth: number, site: string | null, more: Partial<SmallDevice> = {}): SmallDevice => ({
  externalId: `d${nth}`,
  name: `PC${nth}`,
  classKey: 'workstation',
  identifiers: [{ kind: 'serial', value: `SN-${site}-${1000 + nth}` }],
  attributes: { manufacturer: 'Maker' },
  audited: 'first',
  site,
  ...more,
});
const place = (externalId: string, name: string) => ({ externalId, name, parentName: null, deviceCount: null });

/** A connector whose sites a and b are Acme's and Birch's, and c is nobody's. */
async function connect(): Promise<string> {
  Object.assign(rmm, { faults: [], alerts: [], before: () => {}, pageSize: 100 });
  rmm.sites = [place('a', 'Acme'), place('b', 'Birch'), place('c', 'Cedar')];
  const made = await browser.call('POST', '/connectors', {
    ...{ provider: 'small', name: 'Our RMM', baseUrl: rmm.origin, values: { token: SMALL_TOKEN } },
  });
  const { id } = made.body as ConnectorView;
  rmm.asked.length = 0;
  await doTask(desk.services, id, 'devices', never);
  expect(rmm.asked).toEqual(['/sites']);
  await browser.call('POST', `/connectors/${id}/sites/accept`);
  rmm.asked.length = 0;
  return id;
}
const sync = async (id: string, what: 'full' | 'changes' | 'alerts' = 'full') => {
  await browser.call('POST', `/connectors/${id}/sync`, { what });
  return doTask(desk.services, id, what === 'alerts' ? 'alerts' : 'devices', never);
};
const runs = async (id: string) =>
  ((await browser.call('GET', `/connectors/${id}/runs`)).body as { items: ConnectorRun[] }).items;
const view = async (id: string) => (await browser.call('GET', `/connectors/${id}`)).body as ConnectorView;
const health = async (id: string) => (await browser.call('GET', `/connectors/${id}/health`)).body as ConnectorHealth;
const items = (id: string) =>
  desk.run(({ tx }) =>
    tx
      .selectFrom('ci_sources as s')
      .innerJoin('configuration_items as i', (on) =>
        on.onRef('i.client_id', '=', 's.client_id').onRef('i.id', '=', 's.item_id'),
      )
      .select(['s.external_id', 's.client_id', 's.site_id', 's.gone_at', 'i.name'])
      .where('s.source_id', '=', id)
      .orderBy('s.external_id')
      .orderBy('s.gone_at', (by) => by.desc().nullsFirst())
      .execute(),
  );
/** How many rows of every table of the estate, and of events, were written since the database began. */
const written = () =>
  desk.run(async ({ tx }) => {
    const { rows } = await tx.executeQuery<{ xmins: string }>(
      (await import('kysely')).CompiledQuery.raw(
        `select string_agg(c, ' ' order by c) as xmins from (
           select 'i' || max(xmin::text::bigint) || ' ' || count(*) as c from configuration_items
           union all select 's' || max(xmin::text::bigint) || ' ' || count(*) from ci_sources
           union all select 'd' || max(xmin::text::bigint) || ' ' || count(*) from connector_devices
           union all select 'e' || count(*) from events where subject_type = 'item') x`,
      ),
    );
    return rows[0]?.xmins;
  });

test('devices come under the client and site of their own site; of nobody’s site they are counted, not taken', async () => {
  const id = await connect();
  await browser.call('PUT', `/connectors/${id}/sites`, {
    items: [{ externalId: 'a', clientId: acme, siteId: brisbane }],
  });
  rmm.devices = [device(1, 'a'), device(2, 'b'), device(3, 'c'), device(4, null)];
  await sync(id);
  expect((await items(id)).map((row) => [row.external_id, row.client_id, row.site_id])).toEqual([
    ['d1', acme, brisbane],
    ['d2', birch, null],
  ]);
  const [last] = await runs(id);
  expect(last).toMatchObject({
    kind: 'full',
    state: 'done',
    counts: { sites: 3, devices: 4, created: 2, unmapped: 2 },
  });
  const healthy = await health(id);
  expect(healthy.perClient.map(({ name, devices }) => [name, devices])).toEqual([
    ['Acme', 1],
    ['Birch', 1],
  ]);
  expect([healthy.unmappedDevices, healthy.notes]).toEqual([2, [{ text: 'state “odd” is not known', count: 1 }]]);
  const [task] = (await view(id)).tasks;
  expect(task).toMatchObject({ task: 'devices', running: false, trouble: null });
  expect(Date.parse(task?.nextAt ?? '') - Date.now()).toBeGreaterThan(14 * 60_000);
});

test('the same again writes nothing, and asks for no costly details', async () => {
  const id = await connect();
  rmm.devices = Array.from({ length: 260 }, (_, nth) => device(nth, nth % 2 ? 'a' : 'b'));
  await sync(id);
  expect(rmm.asked.filter((path) => path.startsWith('/software'))).toHaveLength(260);
  rmm.asked.length = 0;
  const first = await written();
  await sync(id);
  expect(await written()).toBe(first);
  expect(rmm.asked.filter((path) => path.startsWith('/software'))).toEqual([]);
  expect((await runs(id))[0]?.counts).toMatchObject({ devices: 260, unchanged: 260 });
  rmm.devices[0] = device(0, 'b', { audited: 'later' });
  await sync(id);
  expect(rmm.asked.filter((path) => path.startsWith('/software'))).toEqual(['/software/d0']);
});

test('of a site that is nobody’s no costly details are asked; once it is mapped they are', async () => {
  const id = await connect();
  rmm.devices = [device(1, 'c')];
  await sync(id);
  expect(rmm.asked.filter((path) => path.startsWith('/software'))).toEqual([]);
  await browser.call('PUT', `/connectors/${id}/sites`, { items: [{ externalId: 'c', clientId: acme }] });
  await doTask(desk.services, id, 'devices', never);
  expect(rmm.asked.filter((path) => path.startsWith('/software'))).toEqual(['/software/d1']);
  expect(await items(id)).toHaveLength(1);
});

test('a device that moves to another client’s site ends there and begins here, with all its details', async () => {
  const id = await connect();
  rmm.devices = [device(1, 'a')];
  await sync(id);
  rmm.devices = [device(1, 'b')];
  await sync(id);
  expect((await items(id)).filter((row) => row.gone_at === null).map((row) => row.client_id)).toEqual([birch]);
  expect(rmm.asked.filter((path) => path.startsWith('/software'))).toHaveLength(2);
});

test('devices of a site that becomes nobody’s, or is passed over, are out of use, and in use again once it is somebody’s', async () => {
  const id = await connect();
  rmm.devices = [device(601, 'a'), device(602, 'b')];
  await sync(id);
  const states = () =>
    desk.run(async ({ tx }) => {
      const rows = await tx
        .selectFrom('configuration_items as i')
        .innerJoin('ci_sources as s', (on) =>
          on.onRef('s.client_id', '=', 'i.client_id').onRef('s.item_id', '=', 'i.id'),
        )
        .select(['i.state', 's.gone_at'])
        .where('s.source_id', '=', id)
        .orderBy('s.external_id')
        .execute();
      return rows.map(({ state, gone_at }) => `${state}${gone_at ? ', gone' : ''}`);
    });
  const map = (...items: object[]) => browser.call('PUT', `/connectors/${id}/sites`, { items });
  const nobody = (externalId: string, ignored = false) => ({ externalId, clientId: null, ignored });
  expect(await states()).toEqual(['deployed', 'deployed']);
  await map(nobody('a'));
  await doTask(desk.services, id, 'devices', never);
  expect(await states()).toEqual(['retired, gone', 'deployed']);
  await map({ externalId: 'a', clientId: acme }, nobody('b', true));
  await doTask(desk.services, id, 'devices', never);
  expect(await states()).toEqual(['deployed', 'retired, gone']);
  await map(nobody('a', true));
  await doTask(desk.services, id, 'devices', never);
  expect(await states()).toEqual(['retired, gone', 'retired, gone']);
  await map({ externalId: 'a', clientId: acme }, { externalId: 'b', clientId: birch });
  await doTask(desk.services, id, 'devices', never);
  expect(await states()).toEqual(['deployed', 'deployed']);
});

test('only a complete list says that a device is gone; a broken one and an empty one do not', async () => {
  const id = await connect();
  rmm.pageSize = 1;
  rmm.devices = [device(1, 'a'), device(2, 'a'), device(3, 'a')];
  await sync(id);
  const gone = async () => (await items(id)).filter((row) => row.gone_at !== null).map((row) => row.external_id);
  rmm.devices = [device(1, 'a'), device(2, 'a')];
  let pages = 0;
  rmm.before = (path) => {
    if (path === '/devices' && ++pages === 2) rmm.faults = [{ path: '/devices', status: 500, times: 1 }];
  };
  await sync(id);
  expect([await gone(), (await runs(id))[0]?.state]).toEqual([[], 'failed']);
  rmm.before = () => {};
  rmm.devices = [];
  await sync(id);
  expect(await gone()).toEqual([]);
  expect((await runs(id))[0]?.notes.some(({ text }) => text.includes('empty'))).toBe(true);
  rmm.devices = [device(1, 'a'), device(2, 'a')];
  await sync(id);
  expect(await gone()).toEqual(['d3']);
});

test('refused credentials stop everything and are told to whoever manages connectors; new ones begin again', async () => {
  const id = await connect();
  const technician = await welcome(desk, { role: 'technician' });
  rmm.faults = [{ path: '/', status: 401, times: 1 }];
  await sync(id);
  expect((await view(id)).state).toBe('refused');
  expect(await doTask(desk.services, id, 'devices', never)).toBe(false);
  const told = async (who: typeof browser) =>
    ((await who.call('GET', '/me/notifications')).body as NotificationPage).items.filter(
      (one) => one.connectorId === id,
    );
  expect((await told(browser)).map(({ kind, text }) => [kind, text])).toEqual([
    ['connector_refused', 'Our RMM no longer takes its credentials: The token is not taken any more.'],
  ]);
  expect(await told(technician.browser)).toEqual([]);
  const trouble = (await view(id)).tasks.find(({ task }) => task === 'devices')?.trouble;
  expect([trouble?.kind, trouble?.advice]).toEqual(['refused', expect.stringContaining('new credentials')]);
  const { version } = await view(id);
  await browser.call('PATCH', `/connectors/${id}`, { version, values: { token: SMALL_TOKEN } });
  expect((await view(id)).state).toBe('on');
  expect(await doTask(desk.services, id, 'devices', never)).toBe(true);
  expect((await runs(id))[0]?.state).toBe('done');
});

test('a limit is kept to for as long as it asks; other failures wait longer each time', async () => {
  const id = await connect();
  rmm.faults = [{ path: '/sites', status: 429, times: 1 }];
  await sync(id);
  const task = async () => (await view(id)).tasks.find((one) => one.task === 'devices');
  const limited = await task();
  expect(limited?.trouble?.kind).toBe('limited');
  expect(Date.parse(limited?.nextAt ?? '') - Date.now()).toBeGreaterThan(110_000);
  expect(await doTask(desk.services, id, 'devices', never)).toBe(false);
  expect((await health(id)).limitsOfDay).toBe(1);
  const failure = { kind: 'unreachable', text: '', retryAfterMs: null } as const;
  const minutes = [0, 1, 2, 3, 9].map((failures) => peaceAfter(failure, failures, 0.5) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 8, 60]);
  expect(peaceAfter(failure, 0, 0)).not.toBe(peaceAfter(failure, 0, 1));
});

test('a task is done by one at a time, and taken over from whoever is silent', async () => {
  const id = await connect();
  rmm.devices = [device(1, 'a')];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  rmm.before = (path) => (path === '/devices' ? held : undefined);
  const first = sync(id);
  await expect.poll(() => rmm.asked.some((path) => path.startsWith('/devices'))).toBe(true);
  expect(await doTask(desk.services, id, 'devices', never)).toBe(false);
  moveClock(desk, 2);
  rmm.before = () => {};
  expect(await doTask(desk.services, id, 'devices', never)).toBe(true);
  moveClock(desk, 0);
  release();
  await first;
  expect((await runs(id)).slice(0, 2).map(({ state }) => state)).toEqual(['done', 'broken_off']);
  expect(await items(id)).toHaveLength(1);
});

test('whoever asks while devices are read has them read once more', async () => {
  const id = await connect();
  rmm.devices = [device(1, 'a')];
  let asked = false;
  rmm.before = async (path) => {
    if (path !== '/devices' || asked) return;
    asked = true;
    await browser.call('POST', `/connectors/${id}/sync`, { what: 'full' });
  };
  await sync(id);
  expect(await doTask(desk.services, id, 'devices', never)).toBe(true);
  expect(await doTask(desk.services, id, 'devices', never)).toBe(false);
});

test('a program that stops gives back what it was doing', async () => {
  const id = await connect();
  rmm.devices = [device(1, 'a'), device(2, 'a')];
  rmm.pageSize = 1;
  const stop = new AbortController();
  rmm.before = (path) => {
    if (path === '/devices') stop.abort();
  };
  await browser.call('POST', `/connectors/${id}/sync`, { what: 'full' });
  await doTask(desk.services, id, 'devices', stop.signal);
  expect((await runs(id))[0]?.state).toBe('broken_off');
  rmm.before = () => {};
  expect(await doTask(desk.services, id, 'devices', never)).toBe(true);
  expect(await items(id)).toHaveLength(2);
});

test('what a device holds that nothing takes holds up no other', async () => {
  const id = await connect();
  rmm.devices = [
    device(1, 'a'),
    device(2, 'a', { name: 'a\0b', attributes: { notes: 'x'.repeat(200_000), cores: 1e300, model: '\ud800' } }),
    device(3, 'a'),
  ];
  await sync(id);
  expect((await runs(id))[0]?.state).toBe('done');
  expect((await items(id)).map((row) => row.external_id)).toEqual(expect.arrayContaining(['d1', 'd3']));
});

test('alerts that are open there are open here, and those that are not are over', async () => {
  const id = await connect();
  const alert: AlertReading = {
    externalId: 'x1',
    occurrence: 'x1',
    state: 'raised',
    severity: 2,
    kind: 'exception',
    condition: 'disk C:',
    title: 'Disk C: is full',
    text: '',
    device: null,
    site: 'a',
    startedAt: '2026-11-24T05:00:00.000Z',
    endedAt: null,
    url: null,
  };
  rmm.alerts = [alert, { ...alert, externalId: 'x2', occurrence: 'x2', condition: 'other', site: 'a' }];
  await sync(id, 'alerts');
  const open = () =>
    desk.run(({ tx }) =>
      tx
        .selectFrom('alerts')
        .select(['condition', 'client_id'])
        .where('connector_id', '=', id)
        .where('cleared_at', 'is', null)
        .orderBy('condition')
        .execute(),
    );
  expect(await open()).toEqual([
    { condition: 'disk C:', client_id: acme },
    { condition: 'other', client_id: acme },
  ]);
  rmm.alerts = [alert];
  moveClock(desk, 3);
  await sync(id, 'alerts');
  moveClock(desk, 0);
  expect(await open()).toEqual([{ condition: 'disk C:', client_id: acme }]);
});

test('alerts are read once the devices are known that they are on, whichever of the two was asked for first', async () => {
  const id = await connect();
  rmm.devices = [device(1, 'a')];
  rmm.alerts = [
    {
      ...{ externalId: 'y1', occurrence: 'y1', state: 'raised', severity: 2, kind: 'exception', condition: 'disk D:' },
      ...{ title: 'Disk D: is full', text: '', device: { externalId: 'd1' }, site: 'a', url: null, endedAt: null },
      startedAt: new Date(Date.now() - 60_000).toISOString(),
    },
  ];
  const about = () =>
    desk.run(({ tx }) =>
      tx
        .selectFrom('alerts as a')
        .leftJoin('configuration_items as i', (on) =>
          on.onRef('i.client_id', '=', 'a.client_id').onRef('i.id', '=', 'a.item_id'),
        )
        .select('i.name')
        .where('a.connector_id', '=', id)
        .execute(),
    );
  await doTask(desk.services, id, 'alerts', never);
  await browser.call('PUT', `/connectors/${id}/sites`, { items: [{ externalId: 'a', clientId: acme }] });
  expect(await doTask(desk.services, id, 'alerts', never)).toBe(false);
  await doTask(desk.services, id, 'devices', never);
  expect(await doTask(desk.services, id, 'alerts', never)).toBe(true);
  expect(await about()).toEqual([{ name: 'PC1' }]);

  rmm.alerts = rmm.alerts.map((one) => ({
    ...one,
    ...{ externalId: 'y2', occurrence: 'y2', device: { externalId: 'd2' } },
  }));
  await sync(id, 'alerts');
  expect((await about()).map(({ name }) => name).sort()).toEqual(['PC1', null]);
  rmm.devices = [device(1, 'a'), device(2, 'a')];
  await sync(id, 'changes');
  expect((await about()).map(({ name }) => name).sort()).toEqual(['PC1', 'PC2']);
});

test('an alert of nobody’s site bears the name that the site has there, not its id', async () => {
  const id = await connect();
  await desk.run(async (ctx) => {
    const own = await createClient(ctx, { name: 'Harbour', code: 'MSP', timeZone: 'UTC' });
    await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', own).execute();
  });
  rmm.alerts = [
    {
      ...{ externalId: 'z1', occurrence: 'z1', state: 'raised', severity: 3, kind: 'warning', condition: 'disk E:' },
      ...{ title: 'Disk E: is full', text: '', device: null, site: 'c', url: null, endedAt: null },
      startedAt: new Date(Date.now() - 60_000).toISOString(),
    },
  ];
  await sync(id, 'alerts');
  const { body } = await browser.call('GET', `/alerts?connectorId=${id}`);
  expect((body as { items: object[] }).items).toMatchObject([
    { clientKnown: false, site: 'c', siteName: 'Cedar', device: 'Cedar' },
  ]);
});

test('alerts of a site that is mapped anew go along with their tickets, but for those that somebody works on; of one passed over none ends', async () => {
  const id = await connect();
  const alert = (nth: number): AlertReading => ({
    ...{ externalId: `m${nth}`, occurrence: `m${nth}`, state: 'raised', severity: 2, kind: 'exception' },
    ...{ condition: `check ${nth}`, title: `Moved ${nth}`, text: '', device: { hostname: `moved-${nth}` }, site: 'a' },
    ...{ startedAt: new Date(Date.now() - 60_000).toISOString(), endedAt: null, url: null },
  });
  rmm.alerts = [alert(1), alert(2), alert(3)];
  await sync(id, 'alerts');
  await desk.run(({ tx }) =>
    tx.updateTable('alerts').set({ decide_at: '2020-01-01T00:00:00Z' }).where('connector_id', '=', id).execute(),
  );
  await decideDue(desk.services);
  const rows = () =>
    desk.run(async ({ tx }) => {
      const found = await tx
        .selectFrom('alerts as a')
        .leftJoin('tickets as t', (on) => on.onRef('t.client_id', '=', 'a.client_id').onRef('t.id', '=', 'a.ticket_id'))
        .select(['a.title', 'a.client_id', 'a.state', 'a.is_open', 't.key', 't.id as ticket_id'])
        .where('a.connector_id', '=', id)
        .orderBy('a.title')
        .execute();
      return found.map((one) => ({ ...one, client: one.client_id === acme ? 'Acme' : 'Birch' }));
    });
  const [first] = await rows();
  expect((await rows()).map(({ client, state }) => [client, state])).toEqual(Array(3).fill(['Acme', 'ticketed']));
  await browser.call('POST', `/tickets/${first?.ticket_id}/messages`, { visibility: 'internal', body: 'I look at it' });
  const map = (...items: object[]) => browser.call('PUT', `/connectors/${id}/sites`, { items });
  const mapped = await map({ externalId: 'a', clientId: birch });
  expect(mapped.status).toBe(200);
  const after = await rows();
  expect(after.map(({ client }) => client)).toEqual(['Acme', 'Birch', 'Birch']);
  expect(after.slice(1).map(({ key }) => key?.split('-')[0])).toEqual(['BIRCH', 'BIRCH']);
  await map({ externalId: 'a', clientId: null, ignored: true });
  await doTask(desk.services, id, 'devices', never);
  await sync(id, 'alerts');
  expect((await runs(id))[0]).toMatchObject({ state: 'done', counts: { alerts: 0 } });
  expect((await rows()).every(({ is_open }) => is_open)).toBe(true);
  rmm.alerts = [alert(2)];
  await sync(id, 'alerts');
  expect((await rows()).map(({ is_open }) => is_open)).toEqual([false, true, false]);
});
