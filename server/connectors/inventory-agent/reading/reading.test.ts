import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inflateMessage } from '../message/inflate.ts';
import { readMessage } from '../message/message.ts';
import { readingOf } from './reading.ts';

const file = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

async function read(bytes: Buffer) {
  const message = readMessage(await inflateMessage(bytes));
  if (message.query !== 'inventory') throw new Error('This is no inventory');
  return readingOf(message.inventory);
}
const content = (inside: string) =>
  read(Buffer.from(`<REQUEST><CONTENT>${inside}</CONTENT><DEVICEID>d</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`));

test('an inventory of FusionInventory is said in Fettle’s words', async () => {
  expect(await read(file('fusioninventory.xml'))).toEqual({
    externalId: 'acme-pc7-2026-11-24-14-50-11',
    name: 'ACME-PC7',
    classKey: 'laptop',
    identifiers: [
      { kind: 'uuid', value: '4c4c4544-0031-4a10-8052-b2c04f334d32' },
      { kind: 'serial', value: '1J0R3M2' },
      { kind: 'mac', value: '8c:04:ba:11:22:33' },
      { kind: 'mac', value: '8c:04:ba:11:22:34' },
      { kind: 'hostname', value: 'ACME-PC7' },
    ],
    attributes: {
      manufacturer: 'Dell Inc.',
      model: 'Latitude 5440',
      serial: '1J0R3M2',
      firmware: '1.20.0',
      uuid: '4c4c4544-0031-4a10-8052-b2c04f334d32',
      operatingSystem: 'Microsoft Windows 11 Pro',
      osVersion: '23H2',
      kernel: '10.0.22631',
      architecture: '64-bit',
      domain: 'acme.example',
      // 08:15 on a clock ten hours ahead; 30 February is dropped.
      lastBootAt: '2026-11-22T22:15:00.000Z',
      agentVersion: 'FusionInventory-Agent_v2.6-3',
      antivirus: 'Windows Defender',
      antivirusState: 'out of date',
      processor: '13th Gen Intel(R) Core(TM) i5-1345U',
      cores: 10,
      // 16384 MiB.
      memoryMb: 17_180,
      storageMb: 256_060,
      ipAddress: '10.20.0.31',
      macAddress: '8c:04:ba:11:22:33',
    },
    user: 'ACME\\jo.lee',
    software: [
      { name: '7-Zip', version: '24.08', publisher: '', installedOn: '2025-11-02' },
      { name: 'openssl', version: '3.0.17-1~deb12u2', publisher: 'Debian', installedOn: null },
    ],
    sections: {
      networks: [
        {
          name: 'docker0',
          mac: '02:42:00:00:00:01',
          addresses: '172.17.0.1',
          state: 'up',
          virtual: true,
        },
        {
          name: 'eth0',
          mac: '8c:04:ba:11:22:33',
          addresses: '10.20.0.31/24, 10.20.0.32/24, fe80::1',
          gateway: '10.20.0.1',
          state: 'up',
          type: 'ethernet',
          speedMbps: 1_000,
          virtual: false,
        },
        { name: 'lo', addresses: '127.0.0.1/8', state: 'up', type: 'loopback', virtual: true },
        { name: 'wlan0', mac: '8c:04:ba:11:22:34', state: 'down', virtual: false },
      ],
      processors: [{ name: '13th Gen Intel(R) Core(TM) i5-1345U', manufacturer: 'Intel', cores: 10, threads: 12 }],
      memory: [
        { sizeMb: 8_590, type: 'DDR4', slot: '1', serial: 'A1' },
        { sizeMb: 8_590, type: 'DDR4', slot: '2', serial: 'A2' },
      ],
      disks: [
        {
          name: 'nvme0n1',
          model: 'PM951 NVMe',
          serial: 'S29NNXAH146409',
          sizeMb: 256_060,
          firmware: 'BXV77D0Q',
        },
      ],
      volumes: [{ name: 'C:', label: 'OS', fileSystem: 'NTFS', sizeMb: 254_804, freeMb: 130_000 }],
      users: [{ name: 'ACME\\jo.lee' }],
      printers: [],
      monitors: [],
      antivirus: [{ name: 'Windows Defender', version: '4.18', enabled: true, upToDate: false }],
      virtualMachines: [
        { name: 'test', type: 'docker', state: 'running', uuid: '7e64b4b0', memoryMb: 2_147, processors: 2 },
      ],
    },
  });
});

test('an inventory of OCS has other names, decimals and no section of the system', async () => {
  const reading = await read(file('ocs.xml'));
  expect(reading).toMatchObject({
    externalId: 'vm-2026-11-24-14-50-11',
    name: 'vm',
    classKey: 'computer',
    identifiers: [
      { kind: 'mac', value: '02:fc:00:00:00:01' },
      { kind: 'hostname', value: 'vm' },
    ],
    attributes: {
      operatingSystem: 'Debian GNU/Linux 12',
      osVersion: '12',
      architecture: 'x86_64',
      processor: 'AMD EPYC',
      cores: 2,
      memoryMb: 25_276,
      storageMb: 274_878,
      ipAddress: '192.0.2.2',
    },
    software: [
      { name: 'adduser', version: '3.134', installedOn: '2025-04-20' },
      { name: 'zstd', publisher: 'Meta', installedOn: null },
    ],
  });
  // Nobody has signed in, whatever the list of sign-ins is called; a workgroup by its first name is none.
  expect(reading).not.toHaveProperty('user');
  for (const key of ['installedOn', 'lastBootAt', 'domain', 'serial'])
    expect(reading.attributes).not.toHaveProperty(key);
  expect(reading.sections?.disks).toEqual([{ name: 'vda', sizeMb: 274_878 }]);
  expect(reading.sections?.networks?.[0]).not.toHaveProperty('speedMbps');
});

test.each([
  ['fusioninventory.xml', ['env', 'process', 'KEY']],
  ['ocs.xml', ['process']],
])('what is secret in %s is nowhere in what is read', async (name) => {
  expect(file(name).toString()).toMatch(/planted-secret/i);
  const message = readMessage(await inflateMessage(file(name)));
  if (message.query !== 'inventory') throw new Error('This is no inventory');
  const kept = [...message.inventory.content].map(([section, records]) => [section, records.map((one) => [...one])]);
  expect(JSON.stringify(kept)).not.toMatch(/planted-secret/i);
  expect(JSON.stringify(readingOf(message.inventory))).not.toMatch(/planted-secret/i);
});

const GLPI = readdirSync(new URL('../fixtures/glpi/', import.meta.url)).filter((name) => name.endsWith('.json'));

test('every example of GLPI’s format is read', async () => {
  expect(GLPI.length).toBe(13);
  const classes = [];
  for (const name of GLPI) {
    const { externalId, identifiers, classKey } = await read(file(`glpi/${name}`));
    expect([name, externalId.length > 0, identifiers.length > 0]).toEqual([name, true, true]);
    classes.push([name.replace('.json', ''), classKey]);
  }
  expect(Object.fromEntries(classes)).toEqual({
    computer_1: 'laptop',
    computer_1_partial_batteries: null,
    computer_1_partial_cpu: null,
    computer_1_partial_memory: null,
    computer_1_partial_softs: null,
    computer_1_partial_volumes: null,
    computer_2: 'laptop',
    computer_2_partial_dbs: null,
    computer_2_partial_vms: null,
    networkequipment_3: 'network_device',
    phone_1: 'mobile',
    printer_1: 'printer',
    printer_2: 'printer',
  });
});

test('a laptop of GLPI’s agent: one card for each name, disks and volumes in one unit, each program once', async () => {
  const reading = await read(file('glpi/computer_1.json'));
  expect(reading).toMatchObject({
    name: 'glpixps',
    attributes: {
      manufacturer: 'Dell Inc.',
      model: 'XPS 13 9350',
      serial: '640HP72',
      operatingSystem: 'Fedora 31 (Workstation Edition)',
      architecture: 'x86_64',
      cores: 2,
      memoryMb: 8_179,
      storageMb: 256_060,
      ipAddress: '192.168.1.142',
      macAddress: '00:e0:4c:68:01:db',
    },
    user: 'root',
  });
  expect(reading.sections?.networks?.map(({ name }) => name)).toEqual([
    'enp57s0u1u4',
    'lo',
    'virbr0',
    'virbr0-nic',
    'wlp58s0',
  ]);
  expect(reading.sections?.volumes).toContainEqual({
    name: '/boot/efi',
    label: '/dev/nvme0n1p1',
    fileSystem: 'vfat',
    sizeMb: 209,
    freeMb: 200,
  });
  expect(reading.software).toHaveLength(6);
  expect(reading.sections?.users).toEqual([{ name: 'root' }, { name: 'trasher' }]);
});

test('a part of an inventory says what it tells of, and nothing of the rest', async () => {
  const cpu = await read(file('glpi/computer_1_partial_cpu.json'));
  expect(cpu).not.toHaveProperty('software');
  expect(Object.keys(cpu.sections ?? {})).toEqual(['processors']);
  const { software, sections } = await read(file('glpi/computer_1_partial_softs.json'));
  expect([software?.length, sections]).toEqual([6, {}]);
  const vms = await read(file('glpi/computer_2_partial_vms.json'));
  expect(Object.keys(vms.sections ?? {})).toEqual(['virtualMachines']);
  expect(vms.sections?.virtualMachines).toHaveLength(6);
});

test('a list that is empty says that there is none', async () => {
  const message = {
    action: 'inventory',
    deviceid: 'd',
    partial: true,
    content: { printers: [], hardware: { name: 'a' } },
  };
  expect((await read(Buffer.from(JSON.stringify(message)))).sections).toEqual({ printers: [] });
});

test('a switch, a printer and a phone are what their records say', async () => {
  expect(await read(file('glpi/networkequipment_3.json'))).toMatchObject({
    name: 'HP-2530-48G',
    identifiers: [
      { kind: 'serial', value: 'CN5BFP62CP' },
      { kind: 'mac', value: 'b0:5a:da:10:10:80' },
      { kind: 'hostname', value: 'HP-2530-48G' },
    ],
    attributes: { manufacturer: 'Hewlett-Packard', model: '2530-48G', ipAddress: '192.168.63.30', ports: 52 },
  });
  expect((await read(file('glpi/printer_1.json'))).attributes).toMatchObject({
    model: 'HP LaserJet M507',
    serial: 'PHCVN191TG',
    supplies: 'tonerblack 71 %',
  });
  const phone = await read(file('glpi/phone_1.json'));
  expect(phone.attributes).toMatchObject({ model: 'Mi 9T Pro', phoneNumber: '+33632331095', carrier: 'Free' });
  // The month 54 is none, and sixteen digits are no UUID.
  for (const key of ['lastBootAt', 'uuid']) expect(phone.attributes).not.toHaveProperty(key);
});

test.each([
  ['<HARDWARE><CHASSIS_TYPE>Notebook</CHASSIS_TYPE></HARDWARE>', 'laptop'],
  ['<HARDWARE><CHASSIS_TYPE>Mini Tower</CHASSIS_TYPE></HARDWARE>', 'workstation'],
  ['<BIOS><TYPE>Desktop</TYPE></BIOS>', 'workstation'],
  ['<HARDWARE><CHASSIS_TYPE>Rack Mount Chassis</CHASSIS_TYPE></HARDWARE>', 'server'],
  ['<OPERATINGSYSTEM><FULL_NAME>Microsoft Windows Server 2022 Standard</FULL_NAME></OPERATINGSYSTEM>', 'server'],
  ['<HARDWARE><VMSYSTEM>VMware</VMSYSTEM><CHASSIS_TYPE>Other</CHASSIS_TYPE></HARDWARE>', 'virtual_machine'],
  ['<BIOS><SMODEL>Virtual Machine</SMODEL></BIOS>', 'virtual_machine'],
  [
    '<HARDWARE><CHASSIS_TYPE>Main Server Chassis</CHASSIS_TYPE></HARDWARE><VIRTUALMACHINES><NAME>a</NAME><VMTYPE>KVM</VMTYPE></VIRTUALMACHINES>',
    'virtual_host',
  ],
  ['<HARDWARE><VMSYSTEM>Docker</VMSYSTEM></HARDWARE>', 'computer'],
  ['<HARDWARE><NAME>a</NAME></HARDWARE>', 'computer'],
])('%s is a %s', async (inside, classKey) => {
  expect((await content(inside)).classKey).toBe(classKey);
});

test('what makers write where they have nothing to say is not said', async () => {
  const { attributes, identifiers } = await content(
    '<BIOS><SMANUFACTURER>To Be Filled By O.E.M.</SMANUFACTURER><SMODEL>System Product Name</SMODEL><SSN>Default string</SSN></BIOS>' +
      '<HARDWARE><UUID>not-a-uuid</UUID><MEMORY>0</MEMORY></HARDWARE><NETWORKS><MACADDR>ff:ff:ff:ff:ff:ff</MACADDR></NETWORKS>',
  );
  expect([attributes, identifiers]).toEqual([{}, []]);
});

test('a name with a domain loses it, an address does not, and without any name the agent’s own stands', async () => {
  const named = async (name: string) => (await content(`<HARDWARE><NAME>${name}</NAME></HARDWARE>`)).name;
  expect([await named('srv1.acme.example'), await named('10.0.0.1'), await named('.x')]).toEqual([
    'srv1',
    '10.0.0.1',
    '.x',
  ]);
  expect((await content('')).name).toBe('d');
});

test('the order in which parts are told is nobody’s news', async () => {
  const [a, b] = ['<USERS><LOGIN>ann</LOGIN></USERS>', '<USERS><LOGIN>bob</LOGIN></USERS>'];
  expect((await content(a + b)).sections).toEqual((await content(b + a)).sections);
});
