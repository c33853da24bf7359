import { expect, test } from 'vitest';
import { withAssets, withLifecycle } from './assets.ts';
import { deviceIn } from './device.ts';
import { check, FIELDS } from './fields.ts';
import { alertIn } from './issue.ts';
import { notificationIn } from './notification.ts';
import { answer, receive } from './receive.ts';
import { sitesIn } from './sites.ts';
import { statesIn } from './states.ts';
import { alertsOfTicket, ticketIn } from './ticket.ts';

const DEVICE = {
  deviceId: 987654321,
  uri: '10.20.0.5',
  remoteControlUri: 'https://ncentral.msp.example/remote/1',
  longName: 'ACME-DC01',
  deviceClass: 'Servers - Windows',
  description: '',
  isProbe: false,
  discoveredName: 'acme-dc01.acme.example',
  supportedOsLabel: 'Windows Server 2022',
  lastLoggedInUser: 'ACME\\admin',
  orgUnitId: 312,
  customerId: 311,
  siteId: 312,
  lastApplianceCheckinTime: '2026-11-24T03:55:10.000+00:00',
};
const notes: string[] = [];
const note = (what: string) => void notes.push(what);
const zone = 'Australia/Brisbane';

test('a device of the list', () => {
  expect(deviceIn(DEVICE, { zone, note })).toEqual({
    externalId: '987654321',
    name: 'ACME-DC01',
    classKey: 'server',
    identifiers: [{ kind: 'hostname', value: 'acme-dc01' }],
    attributes: { operatingSystem: 'Windows Server 2022', ipAddress: '10.20.0.5' },
    lastSeenAt: '2026-11-24T03:55:10.000Z',
    user: 'ACME\\admin',
    remoteUrl: 'https://ncentral.msp.example/remote/1',
    site: '312',
  });
});

test('a device of which nearly nothing is said is one all the same, and one without an id is none', () => {
  const empty = Object.fromEntries(Object.keys(DEVICE).map((key) => [key, null]));
  expect(deviceIn({ ...empty, deviceId: '7', customerId: '311' }, { zone, note })).toEqual({
    ...{ externalId: '7', name: 'Device 7', classKey: null, identifiers: [], attributes: {} },
    ...{ lastSeenAt: null, user: null, site: '311' },
  });
  expect(deviceIn(empty, { zone, note })).toBeNull();
});

test.each([
  ['Workstations - Windows', 'workstation'],
  ['Laptop - Windows', 'laptop'],
  ['Switch/Router', 'network_device'],
  ['Printer', 'printer'],
  ['Zeppelins - Hydrogen', null],
])('%s is of the class %s', (deviceClass, classKey) => {
  expect(deviceIn({ deviceId: 1, deviceClass }, { zone, note })?.classKey).toBe(classKey);
});

test('a class that nobody knows is noted; an address of a person’s script is no link', () => {
  expect(notes).toContain('Unknown class of device: Zeppelins - Hydrogen');
  expect(deviceIn({ deviceId: 1, remoteControlUri: 'javascript:alert(1)' }, { zone, note })).not.toHaveProperty(
    'remoteUrl',
  );
});

test('assets and lifecycle are added, keys of licences are not', () => {
  const device = deviceIn(DEVICE, { zone, note });
  if (!device) throw new Error('No device');
  const full = withLifecycle(
    withAssets(
      device,
      {
        os: { reportedos: 'Windows Server 2022 Standard', licensekey: 'AAAAA-BBBBB', version: '10.0.20348' },
        computersystem: {
          ...{ manufacturer: 'Dell Inc.', model: 'PowerEdge', serialnumber: 'ABC1', totalphysicalmemory: 17179869184 },
          ...{ netbiosname: 'ACME-DC01', domainorworkgroup: 'acme.example' },
        },
        application: { list: [{ displayname: '7-Zip', version: '25', licensekey: 'CCCCC-DDDDD' }, { version: '1' }] },
        networkadapter: {
          list: [
            {
              ...{ description: 'NIC', macaddress: '00:15:5D:01:02:03', ipaddress: ['10.20.0.5', 'fe80::1'] },
              ...{ gateway: null, dnsserver: '10.20.0.1' },
            },
          ],
        },
        physicaldrive: {
          list: [
            { modelnumber: 'SSD', serialnumber: 'S1', capacity: 256000000000 },
            { modelnumber: 'Platter', serialnumber: 'S2', capacity: '2000000000000' },
            { modelnumber: '', capacity: 0 },
          ],
        },
      },
      zone,
    ),
    { warrantyExpiryDate: '2027-03-31', purchaseDate: null, cost: 0, location: 'Rack A' },
  );
  expect(full.identifiers).toEqual([
    { kind: 'serial', value: 'ABC1' },
    { kind: 'mac', value: '00:15:5D:01:02:03' },
    { kind: 'hostname', value: 'ACME-DC01' },
    { kind: 'hostname', value: 'acme-dc01' },
  ]);
  expect(full.attributes).toMatchObject({
    memoryMb: 17180,
    storageMb: 2256000,
    warrantyUntil: '2027-03-31',
    location: 'Rack A',
  });
  expect(full.attributes).not.toHaveProperty('purchasePrice');
  expect(full.software).toEqual([{ name: '7-Zip', version: '25', publisher: '', installedOn: null }]);
  expect(JSON.stringify(full)).not.toMatch(/AAAAA|CCCCC/);
  // By the keys and in the units of every source of parts, which the screen has words for.
  expect(full.sections).toEqual({
    networks: [{ name: 'NIC', mac: '00:15:5D:01:02:03', addresses: '10.20.0.5, fe80::1', dnsServers: '10.20.0.1' }],
    disks: [
      { model: 'Platter', serial: 'S2', sizeMb: 2_000_000 },
      { model: 'SSD', serial: 'S1', sizeMb: 256_000 },
    ],
  });
});

test('customers and sites are places, each once', () => {
  expect(
    sitesIn(
      [{ customerId: 311, customerName: 'Acme Dental' }, { customerId: 5 }],
      [
        { siteId: 312, siteName: 'Brisbane', parentId: 311 },
        { siteId: '311', siteName: 'again' },
      ],
    ),
  ).toEqual([
    { externalId: '311', name: 'Acme Dental', parentName: null, deviceCount: null },
    { externalId: '312', name: 'Brisbane', parentName: 'Acme Dental', deviceCount: null },
  ]);
});

const ISSUE = {
  ...{ orgUnitId: 312, deviceId: 987654321, notificationState: 5, serviceId: 10023, serviceName: 'Disk' },
  ...{ taskId: 556677, serviceItemId: 1 },
  _extra: { deviceName: 'ACME-DC01', transitionTime: '2026-11-24T03:40:00Z', taskIdent: 'C:', acknowledgedBy: 'jo' },
};
const reading = { zone, note, now: Date.parse('2026-11-24T04:00:00Z'), states: statesIn('') ?? new Map() };

test('an active issue', () => {
  expect(alertIn(ISSUE, reading)).toEqual({
    externalId: '987654321:10023:556677:1',
    occurrence: '2026-11-24T03:40:00.000Z',
    state: 'raised',
    severity: 2,
    kind: 'exception',
    condition: 'Disk C:',
    title: 'ACME-DC01: Disk C: (failed)',
    text: '',
    device: { externalId: '987654321', hostname: 'ACME-DC01' },
    site: '312',
    startedAt: '2026-11-24T03:40:00.000Z',
    endedAt: null,
    url: null,
    acknowledgedBy: 'jo',
  });
});

test.each([
  [{ notificationState: '3' }, 3],
  [{ notificationState: 7 }, 4],
  [{ serviceName: 'Connectivity' }, 1],
  [{ notificationState: 99 }, 3],
  [{ notificationState: 2 }, undefined],
  [{ notificationState: 8 }, undefined],
  [{ taskId: null }, undefined],
])('an issue with %j is of severity %s', (change, severity) => {
  expect(alertIn({ ...ISSUE, ...change }, reading)?.severity).toBe(severity);
});

test('what the numbers mean can be said otherwise; an issue without a time is told apart by the hour', () => {
  const other = { ...reading, states: statesIn('5=warning, 2=failed') ?? new Map() };
  expect([alertIn(ISSUE, other)?.severity, alertIn({ ...ISSUE, notificationState: 2 }, other)?.severity]).toEqual([
    3, 2,
  ]);
  expect(alertIn({ ...ISSUE, _extra: null }, reading)).toMatchObject({
    occurrence: '2026-11-24T04',
    startedAt: '2026-11-24T04:00:00.000Z',
  });
  expect(notes).toContain('An active issue without the time of its transition');
  expect([statesIn('five=failed'), statesIn('5=broken'), statesIn('5')]).toEqual([null, null, null]);
});

test('values that cannot be right are named', () => {
  expect(check({ baseUrl: '', values: { zone: 'Brisbane', states: 'x' } }).map(({ field }) => field)).toEqual([
    'zone',
    'states',
  ]);
  const states = FIELDS.find(({ key }) => key === 'states')?.default ?? '';
  expect(check({ baseUrl: '', values: { zone, states } })).toEqual([]);
  expect(check({ baseUrl: 'https://nc.example/api', values: { zone } })).toEqual([
    expect.objectContaining({ field: 'baseUrl' }),
  ]);
});

const AT = '2026-11-24T03:41:00.000Z';
const received = (body: string) => receive(Buffer.from(body), {}, { zone }, AT);
const notified = (body: string) => notificationIn(Buffer.from(body), zone);
const asked = (body: string) => alertsOfTicket(ticketIn(Buffer.from(body)), AT);

const notification = (oldState: string, newState: string, time: string) => `<?xml version="1.0" encoding="UTF-8"?>
  <notification><CustomerName>Acme Dental</CustomerName><ExternalCustomerID>ACME</ExternalCustomerID>
  <DeviceName>ACME-DC01</DeviceName><DeviceURI>10.20.0.5</DeviceURI><AffectedService>Disk</AffectedService><TaskIdent>C:</TaskIdent>
  <QualitativeOldState>${oldState}</QualitativeOldState><QualitativeNewState>${newState}</QualitativeNewState>
  <QuantitativeNewState>Disk usage: 98.4 %</QuantitativeNewState><TimeOfStateChange>${time}</TimeOfStateChange></notification>`;

test('a notification in XML, by the server’s own clock, and that all is well again', () => {
  const raised = notified(notification('Normal', 'Failed', '2026-11-24 13:40:00'));
  const over = notified(notification('Failed', 'Normal', '2026-11-24 14:00:00'));
  expect(raised).toMatchObject({
    ...{ occurrence: '', state: 'raised', severity: 2, condition: 'Disk C:', site: 'ACME' },
    ...{ startedAt: '2026-11-24T03:40:00.000Z', device: { hostname: 'ACME-DC01', ip: '10.20.0.5' } },
    text: 'Disk usage: 98.4 %\nNormal → Failed',
  });
  expect(over).toMatchObject({
    ...{ occurrence: '', state: 'resolved', condition: 'Disk C:', endedAt: '2026-11-24T04:00:00.000Z' },
    externalId: raised.externalId,
  });
});

test.each([
  ['a document type', '<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]><notification>&x;</notification>'],
  ['another element', '<html/>'],
  ['no service', '<notification><QualitativeNewState>Failed</QualitativeNewState></notification>'],
  ['no time', notification('Normal', 'Failed', 'soon')],
  ['no JSON', '{'],
  ['no action', '{"ncentralTicketId":"1"}'],
  ['an action that nobody knows', '{"action":"EXPLODE","ncentralTicketId":"1"}'],
  ['nothing', ''],
])('a message with %s is malformed', (_, body) => {
  expect(() => received(body)).toThrow(expect.objectContaining({ name: 'ProviderFault', kind: 'malformed' }));
});

test('a time zone is never guessed', () => {
  const body = Buffer.from(notification('Normal', 'Failed', '2026-11-24 13:40:00'));
  expect(() => receive(body, {}, {}, AT)).toThrow('time zone of the N-central server is not set');
});

const ticket = (action: string) =>
  JSON.stringify({
    ...{ action, title: 'ACME-DC01 - Disk C: - Failed', ncentralTicketId: '63729690' },
    details: 'Customer: Acme Dental\nDevice: ACME-DC01\nService: Disk\nTask: C:\nState: Normal -> Failed',
    customTags: { urgency: 'High' },
  });

test('a ticket that is asked of Fettle, as a PSA', () => {
  expect(asked(ticket('CREATE'))).toEqual([
    expect.objectContaining({
      ...{ externalId: 'psa:63729690', occurrence: '63729690', state: 'raised', severity: 2, kind: 'exception' },
      ...{ condition: 'Disk C:', device: { hostname: 'ACME-DC01' }, site: 'Acme Dental', startedAt: AT },
    }),
  ]);
  expect(asked(ticket('UPDATE'))[0]).toMatchObject({ occurrence: '63729690', state: 'updated' });
  expect(asked(ticket('RESOLVE')).map(({ occurrence, state }) => [occurrence, state])).toEqual([
    ['63729690', 'resolved'],
    ['', 'resolved'],
  ]);
  expect(asked(ticket('REOPEN'))[0]).toMatchObject({ occurrence: '', state: 'raised', startedAt: AT });
});

test('a ticket of which little is said; N-central is told a number at once, for tickets alone', () => {
  expect(asked('{"action":"create","ncentralTicketId":5,"title":"Something"}')[0]).toMatchObject({
    ...{ condition: 'Something', severity: 3, kind: 'warning', device: null, site: null },
  });
  const url = 'https://desk.msp.example/alerts';
  expect(answer(Buffer.from(ticket('CREATE')), {}, url)).toBe(
    `{"externalTicketId":"FETTLE-63729690","ticketUrl":"${url}"}`,
  );
  expect(answer(Buffer.from(notification('Normal', 'Failed', 'x')), {}, url)).toBeNull();
});

test('what only names its device is looked for, what is over of it is left to the list, and what has numbers is an alert', () => {
  const named = { alerts: [], look: ['named:ACME:ACME-DC01:Disk%20C%3A'] };
  expect(received(notification('Normal', 'Failed', '2026-11-24 13:40:00'))).toEqual(named);
  expect(received(notification('Failed', 'Normal', '2026-11-24 13:40:00'))).toEqual({ alerts: [], look: [] });
  expect(received(ticket('CREATE')).look).toEqual(['named:Acme%20Dental:ACME-DC01:Disk%20C%3A']);
  expect(received(ticket('RESOLVE'))).toEqual({ alerts: [], look: [] });
  const numbered = (action: string) =>
    received(ticket(action).replace('\\nDevice: ', '\\nCustomer ID: 312\\nDevice ID: 987654321\\nDevice: '));
  expect(numbered('CREATE')).toMatchObject({
    alerts: [{ device: { externalId: '987654321', hostname: 'ACME-DC01' }, site: '312', condition: 'Disk C:' }],
    look: [],
  });
  expect(numbered('RESOLVE').alerts).toHaveLength(2);
});
