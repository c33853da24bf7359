import { expect, test } from 'vitest';
import { alertIn, resultIn } from './alert.ts';
import { skewIn, zoneIn } from './clock.ts';
import { computerIn } from './computer.ts';
import { softwareIn, withChassis } from './details.ts';
import { check } from './fields.ts';
import { sitesIn } from './locations.ts';
import { networkDeviceIn } from './network-device.ts';

const notes: string[] = [];
const reading = {
  zone: 'Australia/Brisbane',
  now: Date.parse('2026-11-24T04:05:00Z'),
  note: (what: string) => void notes.push(what),
};
const COMPUTER = {
  ...{ Id: '118', ComputerName: 'ACME-DC01', FriendlyName: null, Client: { Id: 5, Name: 'Acme Dental' } },
  ...{
    Location: { Id: 9, Name: 'Brisbane' },
    OperatingSystemName: 'Windows Server 2022',
    DomainName: 'DC:acme.example',
  },
  ...{
    Type: 'Server',
    Status: 'Online',
    RemoteAgentLastContact: '2026-11-24T14:01:12',
    LastHeartbeat: '2026-11-24T14:01:40',
  },
  ...{
    LocalIPAddress: '10.20.0.5',
    GatewayIPAddress: '203.0.113.17',
    MACAddress: '00-15-5D-01-02-03',
    TotalMemory: 16384,
  },
  ...{ LastStartup: '2026-11-17T14:00:00', SerialNumber: 'ABC1234', BiosManufacturer: 'Dell Inc.', AssetDate: null },
  ...{
    WarrantyEndDate: '2027-03-31T00:00:00',
    LastUserName: 'ACME\\admin',
    VirusScanner: { Id: 3, Name: 'Windows Defender' },
  },
  ...{ IsRebootNeeded: false, IsMaintenanceModeEnabled: true, Comment: 'the password is hunter2' },
};

test('a computer, by the server’s local time', () => {
  const computer = computerIn(COMPUTER, reading);
  expect(computer).toEqual({
    externalId: '118',
    name: 'ACME-DC01',
    classKey: 'server',
    identifiers: [
      { kind: 'serial', value: 'ABC1234' },
      { kind: 'mac', value: '00-15-5D-01-02-03' },
      { kind: 'hostname', value: 'ACME-DC01' },
    ],
    attributes: {
      ...{
        manufacturer: 'Dell Inc.',
        serial: 'ABC1234',
        operatingSystem: 'Windows Server 2022',
        domain: 'acme.example',
      },
      ...{ ipAddress: '10.20.0.5', externalIp: '203.0.113.17', macAddress: '00-15-5D-01-02-03', memoryMb: 16384 },
      ...{ lastBootAt: '2026-11-17T04:00:00.000Z', antivirus: 'Windows Defender', rebootRequired: false },
      warrantyUntil: '2027-03-31',
    },
    online: true,
    lastSeenAt: '2026-11-24T04:01:12.000Z',
    user: 'ACME\\admin',
    inMaintenance: true,
    site: '9',
  });
  expect(JSON.stringify(computer)).not.toContain('hunter2');
});

test('words that nobody knows are noted and stop nothing; a computer without an id is none', () => {
  expect(computerIn({ Id: 7, Type: 'Toaster', Status: 'Dreaming' }, reading)).toMatchObject({
    ...{ externalId: '7', name: 'Computer 7', classKey: null, online: null, site: null },
  });
  expect(notes).toEqual(['Unknown type of computer: Toaster', 'Unknown status of a computer: Dreaming']);
  expect(computerIn({ ...COMPUTER, Id: null }, reading)).toBeNull();
});

test('network devices are counted apart, and keep their community names to themselves', () => {
  const device = networkDeviceIn(
    {
      Id: '118',
      Name: 'ACME-SW01',
      DeviceType: { Name: 'Network Switch' },
      SNMPCommunityGet: 'hunter2',
      Status: 'Online',
    },
    reading,
  );
  expect(device).toMatchObject({ externalId: 'network-118', classKey: 'switch', online: true });
  expect(JSON.stringify(device)).not.toContain('hunter2');
});

test('locations are places below their clients', () => {
  expect(sitesIn([{ Id: 9, Name: 'Brisbane', Client: { Name: 'Acme Dental' } }, { Id: 10 }])).toEqual([
    { externalId: '9', name: 'Brisbane', parentName: 'Acme Dental', deviceCount: null },
  ]);
});

test('software and chassis', () => {
  expect(softwareIn([{ Name: '7-Zip', Version: '25', DateInstalled: '2026-09-04T00:00:00' }, {}])).toEqual([
    { name: '7-Zip', version: '25', publisher: '', installedOn: '2026-09-04' },
  ]);
  const computer = computerIn(COMPUTER, reading);
  if (!computer) throw new Error('No computer');
  const full = withChassis(computer, { UUID: '4C4C4544-0042', ProductName: 'PowerEdge', SerialNumber: null });
  expect([full.identifiers[0], full.attributes['model'], full.attributes['serial']]).toEqual([
    { kind: 'uuid', value: '4C4C4544-0042' },
    'PowerEdge',
    'ABC1234',
  ]);
});

const ALERT = {
  ...{ AlertId: 4711, Client: { Id: 5 }, Computer: { Id: 118, Name: 'ACME-DC01' }, Location: { Id: 9 } },
  ...{ Monitor: { Id: 33, Name: 'Disk - C:' }, AlertDate: '2026-11-24T13:40:00', Severity: { Id: 4, Name: 'Error' } },
  ...{ Source: 'Monitor', Message: 'C: has 3.9 GB left', FieldName: 'C:' },
};

test('an alert of a computer', () => {
  expect(alertIn(ALERT, reading)).toEqual({
    ...{ externalId: 'alert-4711', occurrence: '2026-11-24T03:40:00.000Z', state: 'raised', severity: 2 },
    ...{ kind: 'exception', condition: 'Disk - C: C:', title: 'ACME-DC01: Disk - C: C:', text: 'C: has 3.9 GB left' },
    ...{ device: { externalId: '118', hostname: 'ACME-DC01' }, site: '9', startedAt: '2026-11-24T03:40:00.000Z' },
    ...{ endedAt: null, url: null },
  });
  expect(alertIn({ ...ALERT, AlertId: null }, reading)).toBeNull();
});

test('a result of an internal monitor, in either shape', () => {
  const nested = resultIn({ ...ALERT, FieldName: null }, reading);
  const { Monitor: _, Computer: __, ...rest } = ALERT;
  const plain = resultIn(
    { ...rest, FieldName: null, MonitorId: 33, ComputerId: 118, ComputerName: 'ACME-DC01' },
    reading,
  );
  expect([nested?.externalId, plain?.externalId]).toEqual(['monitor-33-118', 'monitor-33-118']);
  expect(plain?.device).toEqual({ externalId: '118', hostname: 'ACME-DC01' });
  expect(resultIn({ MonitorId: 33 }, reading)).toBeNull();
});

test.each([
  ['Critical', 1],
  ['Warning', 3],
  ['Information', 5],
  ['Lukewarm', 3],
  [null, 3],
])('an alert of severity %s is of %s', (Name, severity) => {
  expect(alertIn({ ...ALERT, Severity: { Name } }, reading)?.severity).toBe(severity);
});

test('a zone that does not fit shows in the heartbeats of who is online', () => {
  const beats = [COMPUTER, { ...COMPUTER, Status: 'Offline', LastHeartbeat: '2026-11-24T23:00:00' }];
  expect(skewIn(beats, 'Australia/Brisbane', reading.now)).toBeNull();
  expect(skewIn(beats, 'UTC', reading.now)).toContain('597 minutes ahead of now');
  expect(skewIn(beats, 'Asia/Tokyo', reading.now)).toContain('57 minutes ahead of now');
  expect(skewIn([], 'UTC', reading.now)).toBeNull();
});

test('in which zone the dates are is never guessed', () => {
  expect([zoneIn({ clock: 'utc' }), zoneIn({ clock: 'local', zone: 'Asia/Tokyo' })]).toEqual(['UTC', 'Asia/Tokyo']);
  expect(() => zoneIn({})).toThrow('not set');
  expect(() => zoneIn({ clock: 'local', zone: 'here' })).toThrow('not set');
  expect(
    check({ baseUrl: 'https://a.example/cwa/api/v1', values: { clientId: 'x', clock: 'local' } }).map(
      ({ field }) => field,
    ),
  ).toEqual(['baseUrl', 'clientId', 'zone']);
});
