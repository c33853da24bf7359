import { softwareOf } from '../estate/software.ts';
import type { DeviceKind, SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import { emptied, UNKNOWN_WORD } from '../records.ts';
import type { World } from '../world.ts';

const CLASSES: Readonly<Record<DeviceKind, string>> = {
  workstation: 'WINDOWS_WORKSTATION',
  laptop: 'WINDOWS_WORKSTATION',
  mac: 'MAC',
  server: 'WINDOWS_SERVER',
  linuxServer: 'LINUX_SERVER',
  vmHost: 'VMWARE_VM_HOST',
  switch: 'NMS_SWITCH',
  router: 'NMS_ROUTER',
  firewall: 'NMS_FIREWALL',
  accessPoint: 'NMS_WAP',
  printer: 'NMS_PRINTER',
  nas: 'NMS_APPLIANCE',
};

/** Seconds since the epoch with a fraction, as all times are. */
export const seconds = (ms: number): number => ms / 1_000;

export const idOf = (device: SimulatedDevice): number => 40 + device.number;
export const organizationId = (site: SimulatedSite): number => 6 + site.number;
const locationId = (site: SimulatedSite): number => 8 + site.number;
export const classOf = (device: SimulatedDevice): string => CLASSES[device.kind];

export const organizationRecord = (site: SimulatedSite) => ({
  id: organizationId(site),
  name: site.name,
  description: null,
  nodeApprovalMode: 'AUTOMATIC',
});

export const locationRecord = (site: SimulatedSite) => ({
  id: locationId(site),
  name: site.town,
  address: null,
  description: null,
  organizationId: organizationId(site),
});

export function deviceRecord(device: SimulatedDevice, world: World): unknown {
  const { site } = device;
  const dns = `${device.hostname.toLowerCase()}.${site.domain}`;
  const record = {
    id: idOf(device),
    uid: device.uid,
    parentDeviceId: null,
    organizationId: organizationId(site),
    locationId: locationId(site),
    nodeClass: classOf(device),
    nodeRoleId: 12,
    rolePolicyId: 3,
    policyId: null,
    approvalStatus: 'APPROVED',
    offline: !device.online,
    displayName: device.description === '' ? device.hostname : `${device.hostname} (${device.description})`,
    systemName: device.hostname,
    dnsName: device.os === null ? null : dns,
    netbiosName: device.hostname.slice(0, 15),
    created: seconds(device.createdAt),
    lastContact: seconds(device.online ? world.now() : device.lastSeenAt),
    lastUpdate: seconds(device.auditedAt),
    tags: [],
    maintenance: device.inMaintenance
      ? { status: 'IN_MAINTENANCE', start: seconds(world.now() - 60_000), end: seconds(world.now() + 3_600_000) }
      : null,
    ipAddresses: [device.ip],
    macAddresses: device.macs,
    publicIP: site.publicIp,
    notes: [{ text: 'admin password is in the drawer' }],
    references: {
      organization: { id: organizationId(site), name: site.name },
      location: { id: locationId(site), name: site.town },
      warranty: {
        startDate: seconds(device.createdAt),
        endDate: device.warrantyUntil === null ? null : seconds(Date.parse(device.warrantyUntil)),
        manufacturerFulfillmentDate: null,
      },
    },
  };
  switch (world.oddity(device)) {
    case 'nulls':
      return emptied(record, ['id', 'organizationId']);
    case 'unknown':
      return {
        ...record,
        nodeClass: UNKNOWN_WORD,
        approvalStatus: UNKNOWN_WORD,
        maintenance: { status: UNKNOWN_WORD },
      };
    case 'broken':
      return device.number % 2 === 0 ? null : { ...record, id: { a: 1 } };
    default:
      return record;
  }
}

type Rows = (device: SimulatedDevice) => readonly object[];

/** What `/v2/queries/*` answers for a device. */
export const QUERIES: Readonly<Record<string, Rows>> = {
  'computer-systems': (device) => [
    {
      name: device.hostname,
      manufacturer: device.manufacturer,
      model: device.model,
      biosSerialNumber: device.serial,
      serialNumber: device.serial,
      domain: device.os?.family === 'windows' ? device.site.domain : null,
      totalPhysicalMemory: device.memoryBytes || null,
      virtualMachine: device.model.startsWith('VMware'),
      chassisType: device.kind === 'laptop' ? 'LAPTOP' : device.kind === 'workstation' ? 'DESKTOP' : 'UNKNOWN',
      ...stamp(device),
    },
  ],
  'operating-systems': (device) =>
    device.os === null
      ? []
      : [
          {
            name: device.os.name,
            manufacturer: 'Microsoft Corporation',
            architecture: device.os.architecture === 'x64' ? '64-bit' : 'ARM64',
            buildNumber: device.os.version,
            lastBootTime: seconds(device.lastBootAt),
            needsReboot: device.needsReboot,
            ...stamp(device),
          },
        ],
  'antivirus-status': (device) =>
    device.antivirus === null
      ? []
      : [
          {
            productName: device.antivirus.product,
            productState: device.antivirus.isRunning ? 'ON' : 'OFF',
            definitionStatus: device.antivirus.isCurrent ? 'Up-to-Date' : 'Out-of-Date',
            version: '4.18',
            ...stamp(device),
          },
        ],
  'logged-on-users': (device) =>
    device.user === null ? [] : [{ userName: device.user, logonTime: seconds(device.lastBootAt), ...stamp(device) }],
  volumes: (device) =>
    device.disks.map(({ name, bytes, freeBytes }) => ({
      ...{ name, driveLetter: name, label: 'System', fileSystem: 'NTFS', capacity: bytes, freeSpace: freeBytes },
      ...stamp(device),
    })),
  processors: (device) =>
    device.processor === ''
      ? []
      : [{ name: device.processor, numCores: device.cores, numLogicalCores: device.cores * 2, ...stamp(device) }],
  'network-interfaces': (device) =>
    device.macs.map((mac, index) => ({
      ...{ adapterName: index === 0 ? 'Ethernet' : 'Wi-Fi', macAddress: [mac], interfaceType: 'ETHERNET' },
      ...{ ipAddress: index === 0 ? [device.ip] : [], defaultGateway: null, status: 'UP' },
      ...stamp(device),
    })),
  software: (device) =>
    softwareOf(device).map((software) => ({
      ...{ ...software, installDate: '2025-04-20', location: null, size: 0, productCode: null },
      ...stamp(device),
    })),
};

const stamp = (device: SimulatedDevice) => ({ deviceId: idOf(device), timestamp: seconds(device.auditedAt) });
