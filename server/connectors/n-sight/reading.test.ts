import { expect, test } from 'vitest';
import { answerIn } from './answer.ts';
import { deviceIn } from './device.ts';
import { failingIn } from './failing.ts';
import { check } from './fields.ts';
import { softwareIn } from './software.ts';

const as = (text: string) => text;
const ok = (inside: string) =>
  answerIn(
    Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><result status="OK">${inside}</result>`, 'latin1'),
    as,
  );
const notes: string[] = [];
const reading = {
  zone: 'Australia/Brisbane',
  now: Date.parse('2026-11-24T04:00:00Z'),
  note: (what: string) => void notes.push(what),
};

test('a device of a list', () => {
  const element =
    ok(`<workstation><workstationid>55120</workstationid><name>ACME-PC01</name><description>Réception</description>
    <agent_version>10_13_8</agent_version><last_boot_time>1795478400</last_boot_time><online>1</online>
    <utc_time_247>2026-11-24 03:55:10</utc_time_247><user>ACME\\jo</user><manufacturer>LENOVO</manufacturer><model>X1</model>
    <ip>10.20.0.5</ip><external_ip>203.0.113.17</external_ip><mac1>00:15:5D:01:02:03</mac1><mac2/><os>Windows 11 Pro</os>
    <assetid>9001</assetid><chassis_type>10</chassis_type><device_serial>ABC1</device_serial><total_memory>17179869184</total_memory>
    <os_product_key>AAAAA-BBBBB</os_product_key><last_scan_time>2026-11-24 02:00:00</last_scan_time></workstation>`);
  const device = deviceIn(element.children[0] ?? element, 'workstation', '20311');
  expect(device).toEqual({
    reading: {
      externalId: 'workstation-55120',
      name: 'ACME-PC01',
      classKey: 'laptop',
      identifiers: [
        { kind: 'serial', value: 'ABC1' },
        { kind: 'mac', value: '00:15:5D:01:02:03' },
        { kind: 'hostname', value: 'ACME-PC01' },
      ],
      attributes: {
        description: 'Réception',
        manufacturer: 'LENOVO',
        model: 'X1',
        serial: 'ABC1',
        operatingSystem: 'Windows 11 Pro',
        ipAddress: '10.20.0.5',
        externalIp: '203.0.113.17',
        macAddress: '00:15:5D:01:02:03',
        memoryMb: 17180,
        agentVersion: '10.13.8',
        lastBootAt: '2026-11-24T00:00:00.000Z',
      },
      online: true,
      lastSeenAt: '2026-11-24T03:55:10.000Z',
      user: 'ACME\\jo',
      site: '20311',
    },
    assetId: '9001',
    scannedAt: '2026-11-24 02:00:00',
  });
});

test('a server and a workstation of one number are two devices; one without a number is none', () => {
  const element = ok(
    '<server><serverid>7</serverid></server><workstation><workstationid>7</workstationid></workstation>',
  );
  const [server, workstation] = element.children;
  if (!server || !workstation) throw new Error('Nothing was read');
  expect([
    deviceIn(server, 'server', '1')?.reading.externalId,
    deviceIn(workstation, 'workstation', '1')?.reading.externalId,
    deviceIn(ok(''), 'server', '1'),
  ]).toEqual(['server-7', 'workstation-7', null]);
});

const FAILING = `<items><client><clientid>14021</clientid><name>Acme Dental</name><site><siteid>20311</siteid><name>Brisbane</name>
  <servers><server><id>55120</id><name>ACME-DC01</name>
    <offline><description>Server offline since 13:31</description><startdate>2026-11-24</startdate><starttime>13:31:00</starttime></offline>
    <failed_checks><check><checkid>7781203</checkid><check_type>1003</check_type><description>Disk Space Check - C:</description>
      <startdate>2026-11-24</startdate><starttime>13:40:11</starttime><formatted_output><![CDATA[Free 3.9 GB < 238.1 GB]]></formatted_output></check>
      <check><description>without a number</description></check></failed_checks></server></servers>
  <workstations><workstation><id>55120</id><name>ACME-PC01</name><overdue/></workstation></workstations></site></client></items>`;

test('failing checks and devices that are away, by the dashboard’s clock', () => {
  const alerts = failingIn(ok(FAILING), reading);
  expect(alerts).toHaveLength(3);
  expect(alerts[0]).toEqual({
    ...{ externalId: 'check-7781203', occurrence: '2026-11-24T03:40:11.000Z', state: 'raised', severity: 2 },
    ...{ kind: 'exception', condition: 'Disk Space Check - C:', title: 'ACME-DC01: Disk Space Check - C:' },
    ...{ text: 'Free 3.9 GB < 238.1 GB', device: { externalId: 'server-55120', hostname: 'ACME-DC01' }, site: '20311' },
    ...{ startedAt: '2026-11-24T03:40:11.000Z', endedAt: null, url: null },
  });
  expect(alerts[1]).toMatchObject({
    externalId: 'server-55120-offline',
    severity: 1,
    startedAt: '2026-11-24T03:31:00.000Z',
  });
  expect(alerts[2]).toMatchObject({
    externalId: 'workstation-55120-overdue',
    severity: 4,
    occurrence: '2026-11-24T04',
  });
  expect(notes).toEqual(['A failing check without an id', 'A failing check that does not say since when']);
});

test('what is installed', () => {
  const answer = ok(
    '<items><software><name>7-Zip</name><version>25</version><install_date>2026-09-04 00:00:00</install_date></software><software/></items>',
  );
  expect(softwareIn(answer)).toEqual([{ name: '7-Zip', version: '25', publisher: '', installedOn: '2026-09-04' }]);
});

test.each([
  [
    'refused',
    '<result status="FAIL"><error><errorcode>4</errorcode><message>Login failed, key not valid</message></error></result>',
  ],
  [
    'refused',
    '<result status="FAIL"><error><errorcode>9</errorcode><message>The API key is not known</message></error></result>',
  ],
  [
    'malformed',
    '<result status="FAIL"><error><errorcode>3</errorcode><message>No such site</message></error></result>',
  ],
  ['malformed', '<result status="FAIL"/>'],
  ['malformed', '<html><body>Sign in</body></html>'],
  ['malformed', '<!DOCTYPE result><result status="OK"/>'],
  ['malformed', '{"a":1}'],
])('an answer that is no success is %s', (kind, body) => {
  expect(() => answerIn(Buffer.from(body), as)).toThrow(expect.objectContaining({ name: 'ProviderFault', kind }));
});

test('a zone that is none is named', () => {
  expect(check({ baseUrl: '', values: { zone: 'here' } })).toEqual([expect.objectContaining({ field: 'zone' })]);
  expect(check({ baseUrl: 'https://ns.example', values: { zone: 'Europe/London' } })).toEqual([]);
  expect(check({ baseUrl: 'https://ns.example/api', values: { zone: 'Europe/London' } })).toHaveLength(1);
});
