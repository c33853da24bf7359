import { describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient, createContact, setClientServices } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import { type AlertReading, takeAlerts } from '#server/practices/monitoring/index.ts';
import type {
  AvailabilityView,
  ClientService,
  HealthPage,
  OfferingRow,
  OfferingView,
  OutageView,
} from '#shared/service.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Europe/London' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const al = await hire(desk, { name: 'Al of Acme', role: 'dispatcher', clientIds: [acme] });
const ted = await hire(desk, { name: 'Ted Tech', role: 'technician' });

const ok = async <T>(who: Person, method: 'GET' | 'POST' | 'PATCH' | 'PUT', url: string, body?: object): Promise<T> => {
  const answer = await who.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
/** A service that both clients have. */
async function offer(body: object): Promise<string> {
  const { id } = await ok<{ id: string }>(olive, 'POST', '/service-offerings', body);
  await desk.run(async (ctx) => {
    for (const client of [acme, birch]) {
      const had = await ctx.tx
        .selectFrom('client_services')
        .select('service_id')
        .where('client_id', '=', client)
        .execute();
      await setClientServices(ctx, client, [...had.map(({ service_id }) => service_id), id]);
      // Long since, so that the past counts.
      await ctx.tx.updateTable('client_services').set({ since: '2024-01-01' }).where('service_id', '=', id).execute();
    }
  });
  return id;
}
const record = (who: Person, service: string, body: object) =>
  who.call('POST', `/services/${service}/outages`, { clientId: acme, title: 'No mail', ...body });
const outagesOf = async (who: Person, service: string, more = '') =>
  (await ok<{ items: OutageView[] }>(who, 'GET', `/services/${service}/outages?${more}`)).items;
const available = (who: Person, service: string, client: string, from: string, until: string) =>
  ok<AvailabilityView>(who, 'GET', `/services/${service}/availability?clientId=${client}&from=${from}&until=${until}`);

describe('the portfolio', () => {
  test('is written by whoever may for all clients, and a client has its own values in place of what is offered', async () => {
    const mail = await offer({ name: 'Mail', calendar: 'always', availabilityTarget: 99.9, ownerId: olive.id });
    expect((await ted.call('POST', '/service-offerings', { name: 'No' })).status).toBe(403);
    expect((await al.call('PATCH', `/service-offerings/${mail}`, { version: 1, name: 'Post' })).status).toBe(403);
    const nowhere = '0193ffff-ffff-7fff-bfff-ffffffffffff';
    const refused = await olive.call('PATCH', `/service-offerings/${mail}`, { version: 1, calendar: nowhere });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('not a calendar in use')]);

    const at = `/clients/${acme}/services/${mail}`;
    const before = await ok<ClientService>(al, 'GET', at);
    expect(before).toMatchObject({
      ...{ owner: { name: 'Olive Owner' }, availabilityTarget: { value: 99.9, own: false } },
      ...{ calendar: { value: 'always', own: false }, calendarName: '24 × 7' },
    });
    const own = await ok<ClientService>(al, 'PATCH', at, {
      version: 1,
      calendar: 'service_hours',
      availabilityTarget: 98,
    });
    expect(own).toMatchObject({
      ...{ availabilityTarget: { value: 98, own: true }, calendar: { value: 'service_hours', own: true } },
      ...{ plannedCounts: { value: false, own: false }, version: 2 },
    });
    expect((await al.call('PATCH', at, { version: 1, calendar: null })).status).toBe(409);
    await ok(olive, 'PATCH', `/service-offerings/${mail}`, { version: 1, availabilityTarget: 99.5 });
    const target = async (client: string) =>
      (await ok<ClientService>(olive, 'GET', `/clients/${client}/services/${mail}`)).availabilityTarget;
    expect([await target(acme), await target(birch)]).toEqual([
      { value: 98, own: true },
      { value: 99.5, own: false },
    ]);
    const back = await ok<ClientService>(al, 'PATCH', at, { version: 2, availabilityTarget: null, calendar: null });
    expect(back.availabilityTarget).toEqual({ value: 99.5, own: false });
    // Choosing the services of a client again leaves what it has of its own.
    await ok(al, 'PATCH', at, { version: 3, plannedCounts: true });
    const { services } = await ok<{ services: { id: string }[] }>(al, 'GET', `/clients/${acme}/overview`);
    await ok(olive, 'PUT', `/clients/${acme}/services`, { serviceIds: services.map(({ id }) => id) });
    expect((await ok<ClientService>(al, 'GET', at)).plannedCounts).toEqual({ value: true, own: true });
    expect((await al.call('GET', `/clients/${birch}/services/${mail}`)).status).toBe(404);
  });

  test('what is retired is chosen no more, and one that is switched off is retired', async () => {
    const fax = await offer({ name: 'Fax' });
    await ok(olive, 'PATCH', `/services/${fax}`, { version: 1, active: false });
    const view = await ok<OfferingView>(olive, 'GET', `/service-offerings/${fax}`);
    expect([view.stage, view.clients]).toEqual(['retired', 2]);
    const ticket = await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId: acme,
      title: 'Fax',
      serviceId: fax,
    });
    expect(ticket.status).toBe(422);
  });

  test('tells which policies name a service, and counts clients in sight alone', async () => {
    const files = await offer({ name: 'Files' });
    const terms = { kinds: ['incident'], serviceIds: [files], condition: '', olas: [], thresholds: null, rules: {} };
    const { id } = await ok<{ id: string }>(olive, 'POST', '/service-levels/policies', {
      ...{
        name: 'Gold files',
        terms: { ...terms, targets: { resolution: { byPriority: [60, 60, 60, 60, 60], calendar: null } } },
      },
    });
    const levels = async () => (await ok<OfferingView>(olive, 'GET', `/service-offerings/${files}`)).levels;
    expect(await levels()).toEqual([]);
    await ok(olive, 'POST', `/service-levels/policies/${id}/publish`, { version: 1, note: '' });
    expect(await levels()).toEqual([{ id, name: 'Gold files', level: 'provider' }]);
    const row = async (who: Person) =>
      (await ok<{ items: OfferingRow[] }>(who, 'GET', '/service-offerings')).items.find((one) => one.id === files);
    expect([(await row(olive))?.clients, (await row(al))?.clients]).toEqual([2, 1]);
  });
});

describe('outages', () => {
  test('are recorded, changed and ended by whoever may, seen by those of the client, and withdrawn, not thrown away', async () => {
    const phones = await offer({ name: 'Phones', calendar: 'always' });
    const ticket = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Silence' }));
    const foreign = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: birch, title: 'Silence' }));
    expect((await record(ted, phones, { beganAt: '2026-03-02T09:00:00.000Z' })).status).toBe(403);
    expect((await record(al, phones, { clientId: birch, beganAt: '2026-03-02T09:00:00.000Z' })).status).toBe(404);
    const other = await record(olive, phones, { beganAt: '2026-03-02T09:00:00.000Z', tickets: [foreign.key] });
    expect([other.status, other.text]).toEqual([422, expect.stringContaining('of another client')]);
    const future = await record(al, phones, { beganAt: '2099-03-02T09:00:00.000Z' });
    expect([future.status, future.text]).toEqual([422, expect.stringContaining('only a planned outage')]);
    const ancient = await record(al, phones, { beganAt: '1999-03-02T09:00:00Z' });
    expect([ancient.status, ancient.text]).toEqual([422, expect.stringContaining('must be after 1999')]);
    const made = await ok<OutageView>(al, 'POST', `/services/${phones}/outages`, {
      ...{ clientId: acme, title: ' No dial tone ', beganAt: '2026-03-02T09:00:00.000Z', tickets: [ticket.key] },
    });
    expect(made).toMatchObject({
      ...{ title: 'No dial tone', endedAt: null, source: 'hand', share: 100 },
      tickets: [{ key: ticket.key, title: 'Silence' }],
    });
    expect((await outagesOf(al, phones, 'running=true')).map(({ id }) => id)).toEqual([made.id]);
    const early = await al.call('PATCH', `/outages/${made.id}`, { version: 1, endedAt: '2026-03-02T08:00:00.000Z' });
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('after the beginning')]);
    const ended = await ok<OutageView>(al, 'PATCH', `/outages/${made.id}`, {
      ...{ version: 1, endedAt: '2026-03-02T10:00:00.000Z', cause: 'The trunk', tickets: [] },
    });
    expect(ended).toMatchObject({ cause: 'The trunk', tickets: [], version: 2 });
    expect((await al.call('PATCH', `/outages/${made.id}`, { version: 1, title: 'x' })).status).toBe(409);
    const far = await hire(desk, { role: 'dispatcher', clientIds: [birch] });
    expect((await far.call('GET', `/outages/${made.id}`)).status).toBe(404);
    expect(await outagesOf(far, phones)).toEqual([]);
    const { down } = await available(al, phones, acme, '2026-03-01T00:00:00.000Z', '2026-03-31T00:00:00.000Z').then(
      ({ downSeconds }) => ({ down: downSeconds }),
    );
    expect(down).toBe(3600);
    expect((await al.call('POST', `/outages/${made.id}/withdraw`, { version: 2 })).status).toBe(204);
    expect(await outagesOf(al, phones)).toEqual([]);
    expect((await outagesOf(al, phones, 'withdrawn=true'))[0]?.withdrawnAt).not.toBeNull();
    const after = await available(al, phones, acme, '2026-03-01T00:00:00.000Z', '2026-03-31T00:00:00.000Z');
    expect([after.percent, after.outages]).toEqual([100, []]);
    const { rows } = {
      rows: await desk.run(({ tx }) =>
        tx.selectFrom('events').select('type').where('subject_id', '=', made.id).orderBy('id').execute(),
      ),
    };
    expect(rows.map(({ type }) => type)).toEqual(['outage.recorded', 'outage.changed', 'outage.withdrawn']);
  });

  test('begin and end with what is said of a service, for each client that has it, and leave what somebody wrote', async () => {
    const vpn = await offer({ name: 'VPN', calendar: 'always' });
    const say = (state: string, more: object = {}) => ok(olive, 'PUT', `/services/${vpn}/state`, { state, ...more });
    const clients = async (more = '') => (await outagesOf(olive, vpn, more)).map(({ client }) => client.name).sort();
    await say('outage', { note: 'The gateway is down' });
    await expect.poll(() => clients('running=true'), { timeout: 20_000 }).toEqual(['Acme', 'Birch']);
    const [mine] = await outagesOf(al, vpn);
    expect(mine).toMatchObject({ title: 'The gateway is down', source: 'status', share: 100, planned: false });
    await ok(al, 'PATCH', `/outages/${mine?.id}`, { version: mine?.version, title: 'Our gateway', share: 70 });
    await say('operational');
    await expect.poll(() => clients('running=true'), { timeout: 20_000 }).toEqual([]);
    expect(await outagesOf(al, vpn)).toMatchObject([{ title: 'Our gateway', share: 70, endedAt: expect.any(String) }]);
    // Where it works in part, as much is missing as the setting says.
    await say('degraded', { clientIds: [birch] });
    await expect
      .poll(
        async () => (await outagesOf(olive, vpn, 'running=true')).map(({ share, client }) => [share, client.name]),
        {
          timeout: 20_000,
        },
      )
      .toEqual([[50, 'Birch']]);
  });

  test('come from announcements, and go with what these say', async () => {
    const web = await offer({ name: 'Web', calendar: 'always' });
    const { id } = await ok<{ id: string }>(olive, 'POST', '/announcements', {
      ...{ kind: 'maintenance', title: 'New web server', audience: 'chosen', clientIds: [acme], serviceIds: [web] },
      ...{ fromAt: '2098-01-01T08:00:00.000Z', untilAt: '2098-01-01T10:00:00.000Z' },
    });
    await ok(olive, 'POST', `/announcements/${id}/publish`, { version: 1 });
    await expect
      .poll(() => outagesOf(olive, web), { timeout: 20_000 })
      .toMatchObject([
        {
          ...{ client: { name: 'Acme' }, planned: true, source: 'announcement', from: { title: 'New web server' } },
          ...{ beganAt: '2098-01-01T08:00:00.000Z', endedAt: '2098-01-01T10:00:00.000Z' },
        },
      ]);
    await ok(olive, 'PATCH', `/announcements/${id}`, { version: 2, serviceIds: [] });
    await expect.poll(() => outagesOf(olive, web), { timeout: 20_000 }).toEqual([]);
  });
});

describe('an outage that a change expects', () => {
  test('is planned, from when the change began until it ended, at the client of the change alone', async () => {
    const lan = await offer({ name: 'LAN', calendar: 'always' });
    const { key } = await ok<{ key: string }>(olive, 'POST', '/changes', {
      ...{ clientId: acme, title: 'Another switch', outage: true, serviceIds: [lan] },
    });
    await desk.run((ctx) =>
      ctx.tx
        .updateTable('tickets')
        .set({ status: 'implement', status_category: 'open' })
        .where('key', '=', key)
        .execute(),
    );
    const edit = async (body: object) => {
      const { version } = await ok<{ version: number }>(olive, 'GET', `/changes/${key}`);
      await ok(olive, 'PATCH', `/changes/${key}`, { version, ...body });
    };
    await edit({ actualStart: '2026-03-02T20:00:00.000Z' });
    const told = async () =>
      (await outagesOf(olive, lan)).map(({ client, planned, told: isTold, endedAt, from }) => ({
        ...{ client: client.name, planned, isTold, endedAt, from: from?.key },
      }));
    const begun = { client: 'Acme', planned: true, isTold: false, endedAt: null, from: key };
    await expect.poll(told, { timeout: 20_000 }).toEqual([begun]);
    await edit({ actualEnd: '2026-03-02T21:00:00.000Z' });
    await expect.poll(told, { timeout: 20_000 }).toEqual([{ ...begun, endedAt: '2026-03-02T21:00:00.000Z' }]);
  });
});

describe('availability', () => {
  test('counts agreed hours of the client, tells why, and refuses what is no period', async () => {
    const erp = await offer({ name: 'ERP', calendar: 'service_hours', availabilityTarget: 99 });
    const hours = {
      alwaysOpen: false,
      hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
    };
    await ok(olive, 'PUT', '/settings/sla.hours', {
      ...{ level: 'client', id: acme, value: { ...hours, closedDays: [], publicHolidays: false } },
    });
    // London is an hour ahead of UTC in June: from 17 to 19 of the wall, of which one hour is agreed.
    await record(olive, erp, { beganAt: '2026-06-01T16:00:00.000Z', endedAt: '2026-06-01T18:00:00.000Z' });
    await record(olive, erp, {
      beganAt: '2026-06-02T08:00:00.000Z',
      endedAt: '2026-06-02T09:00:00.000Z',
      planned: true,
    });
    const june = await available(al, erp, acme, '2026-05-31T23:00:00.000Z', '2026-06-30T23:00:00.000Z');
    expect(june).toMatchObject({
      ...{ openSeconds: 220 * 3600, plannedSeconds: 3600, agreedSeconds: 219 * 3600, downSeconds: 3600 },
      ...{ interruptions: 1, target: 99, calendarName: 'Service hours' },
    });
    expect(june.percent).toBeCloseTo((100 * 218) / 219, 9);
    expect(june.why.at(-1)).toBe('(219 h − 1 h) ÷ 219 h = 99.54 %.');
    expect(june.outages.map(({ why }) => why)).toEqual([
      'Took 1 h of 1 h agreed hours while it lasted.',
      'Planned, which does not count: 1 h of the agreed hours.',
    ]);
    const backwards = await al.call(
      'GET',
      `/services/${erp}/availability?clientId=${acme}&from=2026-06-02T00:00:00Z&until=2026-06-01T00:00:00Z`,
    );
    expect(backwards.status).toBe(422);
    const far = await al.call('GET', `/services/${erp}/availability?clientId=${acme}&from=2999-06-02T00:00:00Z`);
    expect([far.status, far.text]).toEqual([422, expect.stringContaining('between the year 2000 and now')]);
    expect((await al.call('GET', `/services/${erp}/availability?clientId=${birch}`)).status).toBe(404);
    const { months } = await ok<ClientService>(al, 'GET', `/clients/${acme}/services/${erp}`);
    // This month may not have had an agreed hour yet.
    expect([months.length, months.at(-2)?.percent]).toEqual([12, expect.any(Number)]);
  });
});

describe('health', () => {
  test('adds up what is against a service, for clients in sight, whoever does worst first', async () => {
    const print = await offer({ name: 'Printing', calendar: 'always', availabilityTarget: 99.9 });
    const health = (who: Person, more = '') => ok<HealthPage>(who, 'GET', `/service-health?serviceId=${print}${more}`);
    expect((await health(olive)).items.map(({ level, availability }) => [level, availability])).toEqual([
      ['good', 100],
      ['good', 100],
    ]);
    const incident = {
      kind: 'incident',
      title: 'Nothing prints',
      serviceId: print,
      priority: 1,
      priorityReason: 'All of it',
    };
    await ok(olive, 'POST', '/tickets', { ...incident, clientId: birch });
    const hour = 3_600_000;
    const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();
    await record(olive, print, { clientId: birch, beganAt: ago(5), endedAt: ago(3) });
    const { items } = await health(olive);
    expect(items.map(({ client, level, points }) => [client.name, level, points])).toEqual([
      ['Birch', 'poor', 55],
      ['Acme', 'good', 0],
    ]);
    expect(items[0]?.reasons.map(({ text }) => text)).toEqual([
      '1 open incident of priority 1.',
      expect.stringMatching(/^It was there for 99\.7\d? % of the last 30 days; promised are 99\.9 %\.$/),
    ]);
    expect((await health(al)).items.map(({ client }) => client.name)).toEqual(['Acme']);
    expect((await health(olive, '&level=poor')).items).toHaveLength(1);
    const first = await health(olive, '&limit=1');
    const second = await health(olive, `&limit=1&cursor=${first.nextCursor}`);
    expect([second.items[0]?.client.name, second.nextCursor]).toEqual(['Acme', null]);
    // Of this month, in which hours ago may not have been.
    await record(olive, print, { clientId: birch, beganAt: ago(2 / 3_600), endedAt: ago(0) });
    const row = (await ok<{ items: OfferingRow[] }>(olive, 'GET', '/service-offerings')).items.find(
      ({ id }) => id === print,
    );
    expect(row?.health).toEqual({ good: 1, watch: 0, poor: 1 });
    expect(row?.availability).toBeLessThan(100);
  });

  test('weighs what is wrong with whatever its items need, at any depth, and says that it is that', async () => {
    const files = await offer({ name: 'Files on the share', calendar: 'always' });
    const make = (name: string, more: object = {}) =>
      desk.run((ctx) => createItem(ctx, { clientId: acme, name, classKey: 'server', ...more }));
    const [share, host, power] = [
      await make('srv-share', { serviceId: files }),
      await make('srv-host'),
      await make('ups'),
    ];
    await ok(olive, 'POST', '/item-relations', { fromId: share, kind: 'runs_on', toId: host });
    await ok(olive, 'POST', '/item-relations', { fromId: host, kind: 'depends_on', toId: power });
    const reasons = async (clientId: string) => {
      const { items } = await ok<HealthPage>(olive, 'GET', `/service-health?serviceId=${files}&clientId=${clientId}`);
      return items[0]?.reasons.map(({ points, text }) => [points, text]);
    };
    const source = { id: newId(), name: 'Watcher', clientOf: () => ({ clientId: acme, siteId: null }) };
    const alert: AlertReading = {
      ...{ externalId: 'one', occurrence: '1', state: 'raised', severity: 2, kind: 'exception' },
      ...{ condition: 'OnBattery', title: 'The power is gone', text: '', device: { hostname: 'ups' }, site: 'Acme' },
      ...{ startedAt: desk.services.now(), endedAt: null, url: null },
    };
    await takeAlerts(desk.services, source, [alert]);
    await desk.run((ctx) => ctx.tx.updateTable('alerts').set({ item_id: power }).execute());
    expect(await reasons(acme)).toEqual([[6, '1 open alert of severity 1 or 2 on what its items need.']]);
    expect(await reasons(birch)).toEqual([]);
    await desk.run((ctx) => ctx.tx.updateTable('alerts').set({ item_id: share }).execute());
    expect(await reasons(acme)).toEqual([[10, '1 open alert of severity 1 or 2 on its items.']]);
  });
});

describe('clients’ people', () => {
  test('read of their own services, and of outages that they are told of', async () => {
    const sites = await offer({ name: 'Intranet', calendar: 'always' });
    await record(olive, sites, {
      title: 'Told to Acme',
      beganAt: new Date(Date.now() - 7_200_000).toISOString(),
      cause: 'Secret',
    });
    await record(olive, sites, {
      title: 'Not told',
      told: false,
      beganAt: new Date(Date.now() - 7_200_000).toISOString(),
    });
    const contactId = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ann' }));
    const { url } = await ok<{ url: string }>(olive, 'POST', `/contacts/${contactId}/sign-in-link`);
    const entered = await desk.app.inject({
      ...{ method: 'POST', url: '/api/v1/portal/sessions', payload: { token: url.split('#token=')[1] } },
    });
    const cookie = String(entered.headers['set-cookie']).split(';')[0] as string;
    const answer = await desk.app.inject({ method: 'GET', url: '/api/v1/portal/services', headers: { cookie } });
    expect(answer.statusCode).toBe(200);
    const { items, outages } = answer.json();
    expect(outages.map(({ title }: { title: string }) => title)).toEqual(expect.arrayContaining(['Told to Acme']));
    expect(answer.body).not.toMatch(/Not told|Secret|Birch/);
    const shown = items.find(({ service }: { service: { id: string } }) => service.id === sites);
    expect([shown.months.length, shown.months.at(-1).percent < 100]).toEqual([6, true]);
  });
});
