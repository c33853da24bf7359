import { expect, test } from 'vitest';
import { type Provider, ProviderFault } from '../core/index.ts';
import {
  alertmanagerProvider,
  grafanaProvider,
  icingaProvider,
  uptimeKumaProvider,
  webhookProvider,
  zabbixProvider,
} from './index.ts';

const AT = '2026-11-24T05:00:00.000Z';
const defaults = (provider: Provider) =>
  Object.fromEntries(
    provider.fields.flatMap((field) => (field.default === undefined ? [] : [[field.key, field.default]])),
  );
const receive = (provider: Provider, body: unknown, values: Record<string, string> = {}) =>
  provider.receive?.(
    Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    {},
    { ...defaults(provider), ...values },
    AT,
  ).alerts ?? [];

/** As Debian's Alertmanager 0.25 sends it. */
const firing = {
  status: 'firing',
  labels: { alertname: 'HostDown', client: 'acme', instance: 'srv1:9100', severity: 'critical' },
  annotations: { summary: 'srv1 down' },
  startsAt: '2026-11-24T04:56:49Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prom/graph',
  fingerprint: '422e35ea6bbb8626',
};
const group = (...alerts: object[]) => ({ version: '4', status: 'firing', alerts, truncatedAlerts: 0 });

test('Alertmanager: each alert of a group says of itself whether it fires', () => {
  const over = { ...firing, status: 'resolved', endsAt: '2026-11-24T04:58:00Z', fingerprint: 'b' };
  const [one, other] = receive(alertmanagerProvider, group(firing, over));
  expect(one).toMatchObject({
    ...{ externalId: '422e35ea6bbb8626', occurrence: '2026-11-24T04:56:49.000Z', state: 'raised', severity: 1 },
    ...{ condition: 'HostDown', title: 'srv1 down', device: { hostname: 'srv1' }, site: 'acme', endedAt: null },
    url: 'http://prom/graph',
  });
  expect(other).toMatchObject({ state: 'resolved', endedAt: '2026-11-24T04:58:00.000Z' });
});

test('Alertmanager: labels are chosen, and a key of some labels stays when another is added', () => {
  const values = { keyLabels: 'alertname, instance', clientLabel: 'tenant', severityLabel: 'level' };
  const plain = { ...firing, labels: { ...firing.labels, tenant: 'birch', level: 'page' } };
  const more = { ...plain, labels: { ...plain.labels, added: 'x' }, fingerprint: 'another' };
  const [one, other] = receive(alertmanagerProvider, group(plain, more), values);
  expect(one).toMatchObject({ site: 'birch', severity: 1 });
  expect(one?.externalId).toBe(other?.externalId);
  expect(one?.externalId).not.toBe(firing.fingerprint);
});

test.each([
  ['srv1', { hostname: 'srv1' }],
  ['srv1.acme.example:9100', { hostname: 'srv1' }],
  ['https://www.acme.example/health', { hostname: 'www' }],
  ['10.0.0.8:9100', { ip: '10.0.0.8' }],
  ['[fd00::1]:9100', { ip: 'fd00::1' }],
  [7, null],
])('Alertmanager: the device of %s', (instance, device) => {
  expect(receive(alertmanagerProvider, group({ ...firing, labels: { instance } }))[0]?.device).toEqual(device);
});

test('Grafana: its test makes nothing, and its own trouble is nobody’s client’s', () => {
  const alert = (alertname: string, instance: string) => ({
    ...firing,
    startsAt: '2026-11-24T14:56:40+10:00',
    labels: { alertname, instance, client: 'acme' },
    dashboardURL: 'https://grafana.example/d/1',
  });
  const alerts = receive(grafanaProvider, {
    orgId: 1,
    version: '1',
    alerts: [alert('TestAlert', 'Grafana'), alert('DatasourceError', 'x'), alert('High CPU', 'srv1')],
  });
  expect(alerts.map(({ condition, site }) => [condition, site])).toEqual([
    ['DatasourceError', null],
    ['High CPU', 'acme'],
  ]);
  expect(alerts[1]).toMatchObject({ startedAt: '2026-11-24T04:56:40.000Z', url: 'https://grafana.example/d/1' });
});

const event = {
  ...{ event_id: '10244', value: '1', update_status: '0', source: '0', severity: '4', name: 'C: low disk space' },
  ...{ host: 'ACME-DC01', ip: '10.20.0.5', trigger_id: '18661', started_at: '2026-11-24T04:40:01Z', ended_at: '' },
  tags: '[{"tag":"client","value":"acme"}]',
  update_action: '{EVENT.UPDATE.ACTION}',
  url: 'https://zabbix.example/tr_events.php?triggerid=18661',
};

test('Zabbix: a problem, its acknowledgement and its end have one id; macros that do not apply are missing', () => {
  const [problem] = receive(zabbixProvider, event);
  expect(problem).toMatchObject({
    ...{ externalId: '10244', occurrence: '10244', state: 'raised', severity: 2, site: 'acme', text: '' },
    device: { hostname: 'ACME-DC01', ip: '10.20.0.5' },
    title: 'ACME-DC01: C: low disk space',
  });
  const acknowledged = { ...event, update_status: '1', update_action: 'acknowledged', user: 'Zoe' };
  expect(receive(zabbixProvider, acknowledged)[0]).toMatchObject({ state: 'updated', acknowledgedBy: 'Zoe' });
  expect(receive(zabbixProvider, { ...event, value: '0', ended_at: '2026-11-24T04:50:00Z' })[0]).toMatchObject({
    state: 'resolved',
    endedAt: '2026-11-24T04:50:00.000Z',
  });
  expect(receive(zabbixProvider, { ...event, ip: '*UNKNOWN*', host: '{HOST.HOST}' })[0]?.device).toBeNull();
  expect(receive(zabbixProvider, { ...event, source: '2' })).toEqual([]);
});

const notice = {
  ...{ type: 'PROBLEM', host: 'ACME-DC01', address: '10.20.0.5', service: 'disk C:', state: 'CRITICAL' },
  ...{ output: 'DISK CRITICAL', time: 1795478401, since: 1795478001, client: 'acme' },
};

test('Icinga and Nagios: host and service are the key; downtimes and flapping make nothing', () => {
  expect(receive(icingaProvider, notice)[0]).toMatchObject({
    ...{ externalId: 'ACME-DC01!disk C:', occurrence: '', state: 'raised', severity: 2, site: 'acme' },
    startedAt: new Date(1795478001_000).toISOString(),
  });
  expect(receive(icingaProvider, { ...notice, type: 'RECOVERY', last_problem: '77' })[0]).toMatchObject({
    ...{ state: 'resolved', occurrence: '77', endedAt: new Date(1795478401_000).toISOString() },
  });
  expect(receive(icingaProvider, { ...notice, service: '', state: 'DOWN' })[0]).toMatchObject({
    ...{ externalId: 'ACME-DC01!', severity: 1, condition: 'Host' },
  });
  expect(receive(icingaProvider, { ...notice, type: 'ACKNOWLEDGEMENT', author: 'Zoe' })[0]).toMatchObject({
    ...{ state: 'updated', acknowledgedBy: 'Zoe' },
  });
  for (const type of ['DOWNTIMESTART', 'FLAPPINGEND', 'CUSTOM'])
    expect(receive(icingaProvider, { ...notice, type })).toEqual([]);
});

const beat = {
  heartbeat: { monitorID: 12, status: 0, time: '2026-11-24 04:40:01.123', msg: 'timeout', important: true },
  monitor: {
    ...{
      id: 12,
      name: 'Acme website',
      pathName: 'Acme / Acme website',
      url: 'https://me:secret@www.acme.example/x?key=1',
    },
    ...{ type: 'http', basic_auth_pass: 'hunter2', headers: '{"Authorization":"Bearer hunter2"}', tags: [] },
  },
  msg: '[Acme website] down',
};

test('Uptime Kuma: down is raised, up is over, the group says whose it is; a test and a pause make nothing', () => {
  expect(receive(uptimeKumaProvider, beat)[0]).toMatchObject({
    ...{ externalId: '12', state: 'raised', site: 'Acme', startedAt: '2026-11-24T04:40:01.123Z' },
    device: { hostname: 'www' },
  });
  const tagged = { ...beat.monitor, tags: [{ name: 'client', value: 'birch' }] };
  expect(receive(uptimeKumaProvider, { ...beat, monitor: tagged })[0]?.site).toBe('birch');
  const status = (value: number) =>
    receive(uptimeKumaProvider, { ...beat, heartbeat: { ...beat.heartbeat, status: value } });
  expect(status(1)[0]).toMatchObject({ state: 'resolved', externalId: '12' });
  expect([status(2), status(3)]).toEqual([[], []]);
  expect(receive(uptimeKumaProvider, { heartbeat: null, monitor: null, msg: 'Testing' })).toEqual([]);
  expect(receive(uptimeKumaProvider, { ...beat, heartbeat: null })[0]).toMatchObject({
    externalId: '12!notice',
    severity: 4,
  });
});

test('Uptime Kuma: of a monitor, passwords and headers are not kept', () => {
  const kept = uptimeKumaProvider.kept?.(Buffer.from(JSON.stringify(beat))) ?? Buffer.alloc(0);
  expect(kept.toString()).not.toMatch(/hunter2|secret|key=1/);
  expect(receive(uptimeKumaProvider, kept.toString())[0]).toEqual(receive(uptimeKumaProvider, beat)[0]);
});

test('any system: expressions pick an alert out of what it sends', () => {
  const values = {
    items: 'body.events',
    externalId: 'string(item.nr) + "@" + body.from',
    state: 'item.ok == false',
    title: 'item.what',
    severity: 'item.level',
    host: 'item.host',
    site: 'body.tenant',
    startedAt: 'item.at',
    url: 'item.link',
  };
  const body = {
    ...{ from: 'x', tenant: 'acme' },
    events: [
      {
        nr: 7,
        ok: false,
        what: 'Disk full',
        level: 'high',
        host: 'srv1.acme.example',
        at: 1795478401,
        link: 'javascript:1',
      },
      { nr: 8, ok: true, what: 'Disk full' },
    ],
  };
  const [one, other] = receive(webhookProvider, body, values);
  expect(one).toMatchObject({
    ...{ externalId: '7@x', state: 'raised', severity: 2, title: 'Disk full', device: { hostname: 'srv1' } },
    ...{ site: 'acme', startedAt: new Date(1795478401_000).toISOString(), url: null, condition: 'Disk full' },
  });
  expect(other).toMatchObject({ externalId: '8@x', state: 'resolved', severity: 3, endedAt: AT, device: null });
  expect(webhookProvider.check?.({ baseUrl: '', values: { ...values, title: 'other.x', text: 'body.' } })).toEqual([
    { field: 'title', message: expect.stringContaining('there is no "other"') },
    { field: 'text', message: expect.stringContaining('cannot be read') },
  ]);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"alerts": ['],
  ['a list', '[]'],
  ['a text', '"alerts"'],
  ['nothing of theirs', '{"a": 1}'],
  ['bytes', Buffer.from([0xff, 0xfe, 0]).toString('latin1')],
])('%s is malformed for every system, in words', (_, body) => {
  for (const provider of [
    alertmanagerProvider,
    grafanaProvider,
    zabbixProvider,
    icingaProvider,
    uptimeKumaProvider,
    webhookProvider,
  ])
    expect(() => receive(provider, body), provider.key).toThrow(ProviderFault);
});

test.each([
  [{ alerts: [null, 1, 'x', {}, { labels: null, annotations: 7, startsAt: {}, fingerprint: [] }] }],
  [{ alerts: [{ labels: { ['__proto__']: 'x', alertname: '\u202e\0'.repeat(9) }, fingerprint: 'f'.repeat(9_000) }] }],
])('odd alerts end nothing', (body) => {
  for (const alert of receive(alertmanagerProvider, body)) {
    expect(alert.externalId.length).toBeLessThanOrEqual(300);
    expect(alert.title).not.toContain('\0');
  }
});
