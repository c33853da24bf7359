import { softwareOf } from '../estate/software.ts';
import type { DeviceKind, SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import { emptied, UNKNOWN_WORD } from '../records.ts';
import type { Oddity, World } from '../world.ts';

const CATEGORIES: Readonly<Record<DeviceKind, readonly [category: string, type: string]>> = {
  workstation: ['Desktop', 'Desktop'],
  laptop: ['Laptop', 'Notebook'],
  mac: ['Laptop', 'Portable'],
  server: ['Server', 'Main System Chassis'],
  linuxServer: ['Server', 'Main Server Chassis'],
  vmHost: ['ESXi Host', 'ESXi Host'],
  switch: ['Network Device', 'Switch'],
  router: ['Network Device', 'Router'],
  firewall: ['Network Device', 'Firewall'],
  accessPoint: ['Network Device', 'Access Point'],
  printer: ['Printer', 'Printer'],
  nas: ['Network Device', 'NAS'],
};
const NETWORK: readonly DeviceKind[] = ['switch', 'router', 'firewall', 'accessPoint', 'nas'];

export function deviceClassOf({ kind }: SimulatedDevice): string {
  if (kind === 'printer') return 'printer';
  if (kind === 'vmHost') return 'esxihost';
  return NETWORK.includes(kind) ? 'rmmnetworkdevice' : 'device';
}

export function siteRecord(site: SimulatedSite, devices: readonly SimulatedDevice[]) {
  const own = devices.filter((device) => device.site === site);
  const online = own.filter((device) => device.online).length;
  return {
    id: 120_000 + site.number,
    uid: site.uid,
    accountUid: 'mer1f2a',
    name: site.name,
    description: site.town,
    notes: null,
    onDemand: false,
    splashtopAutoInstall: true,
    proxySettings: null,
    devicesStatus: {
      numberOfDevices: own.length,
      numberOfOnlineDevices: online,
      numberOfOfflineDevices: own.length - online,
    },
    autotaskCompanyName: null,
    autotaskCompanyId: null,
    portalUrl: `https://merlot.centrastage.net/csm/profile/summary/${120_000 + site.number}`,
  };
}

export function deviceRecord(device: SimulatedDevice, world: World) {
  const { site, os, antivirus, patches } = device;
  const [category, type] = CATEGORIES[device.kind];
  const record = {
    id: 7_700_000 + device.number,
    uid: device.uid,
    siteId: 120_000 + site.number,
    siteUid: site.uid,
    siteName: site.name,
    deviceType: { category, type },
    hostname: device.hostname,
    intIpAddress: device.ip,
    operatingSystem: os ? `${os.name} ${os.version}` : null,
    lastLoggedInUser: device.user,
    domain: os?.family === 'windows' ? site.domain : null,
    cagVersion: '4.4.2290.2290',
    displayVersion: '4.4.2290.2290',
    extIpAddress: site.publicIp,
    description: device.description,
    a64Bit: os !== null,
    rebootRequired: os ? device.needsReboot : null,
    online: device.online,
    suspended: device.inMaintenance,
    deleted: false,
    lastSeen: device.online ? world.now() : device.lastSeenAt,
    lastReboot: device.lastBootAt,
    lastAuditDate: device.auditedAt,
    creationDate: device.createdAt,
    udf: Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`udf${index + 1}`, index === 0 ? `Rack ${device.number % 9}` : null]),
    ),
    snmpEnabled: os === null,
    deviceClass: deviceClassOf(device),
    portalUrl: `https://merlot.centrastage.net/device/${7_700_000 + device.number}`,
    warrantyDate: device.warrantyUntil,
    antivirus: antivirus && { antivirusProduct: antivirus.product, antivirusStatus: antivirusWord(antivirus) },
    patchManagement: patches && {
      patchStatus: patches.pending > 0 ? 'ApprovedPending' : 'FullyPatched',
      patchesApprovedPending: patches.pending,
      patchesNotApproved: 2,
      patchesInstalled: patches.installed,
    },
    softwareStatus: 'compliant',
    webRemoteUrl: `https://merlot.centrastage.net/csm/remote/${7_700_000 + device.number}`,
    networkProbe: false,
    onboardedViaNetworkMonitor: os === null,
  };
  return oddly(record, world.oddity(device));
}

/** The record as an odd device is told; some that are broken are no record at all. */
function oddly(record: Readonly<Record<string, unknown>> & { readonly id: number }, oddity: Oddity): unknown {
  if (oddity === 'nulls') return emptied(record, ['uid', 'siteUid']);
  if (oddity === 'broken') return record.id % 2 === 0 ? null : { ...record, uid: null, hostname: { a: 1 } };
  if (oddity === 'unknown')
    return {
      ...record,
      deviceClass: UNKNOWN_WORD,
      deviceType: { category: UNKNOWN_WORD, type: UNKNOWN_WORD },
      antivirus: { antivirusProduct: 'X', antivirusStatus: UNKNOWN_WORD },
      patchManagement: { patchStatus: UNKNOWN_WORD },
    };
  return record;
}

function antivirusWord({ isRunning, isCurrent }: NonNullable<SimulatedDevice['antivirus']>): string {
  if (!isRunning) return 'NotRunning';
  return isCurrent ? 'RunningAndUpToDate' : 'RunningAndNotUpToDate';
}

const nicsOf = (device: SimulatedDevice) =>
  device.macs.map((macAddress, index) => ({
    instance: index === 0 ? 'Intel(R) Ethernet Connection' : 'Intel(R) Wi-Fi 6E AX211',
    ipv4: index === 0 ? device.ip : null,
    ipv6: null,
    macAddress,
    type: index === 0 ? 'Ethernet' : 'Wi-Fi',
  }));

/** The audit of a computer or of a device of the network. */
export function auditRecord(device: SimulatedDevice) {
  const isNetwork = device.os === null;
  return {
    portalUrl: `https://merlot.centrastage.net/device/${7_700_000 + device.number}/audit`,
    webRemoteUrl: null,
    systemInfo: {
      manufacturer: device.manufacturer,
      model: device.model,
      totalPhysicalMemory: device.memoryBytes || null,
      username: device.user,
      dotNetVersion: null,
      totalCpuCores: device.cores || null,
    },
    nics: nicsOf(device),
    bios: isNetwork
      ? null
      : {
          instance: 'BIOS',
          releaseDate: '2025-03-01',
          serialNumber: device.serial,
          smBiosVersion: device.firmware,
        },
    baseBoard: { manufacturer: device.manufacturer, product: device.model },
    displays: device.user === null ? [] : [{ instance: 'Dell U2723QE', screenHeight: 1_440, screenWidth: 2_560 }],
    logicalDisks: device.disks.map(({ name, bytes, freeBytes }) => ({
      description: 'Local Fixed Disk',
      diskIdentifier: name,
      freespace: freeBytes,
      size: bytes,
    })),
    mobileInfo: [],
    processors: device.processor === '' ? [] : [{ name: device.processor }],
    videoBoards: [],
    attachedDevices: [],
    snmpInfo: isNetwork ? snmpOf(device) : null,
    physicalMemory: [],
  };
}

/** The audit of a printer or of a host of virtual machines: what those endpoints have in common with the others. */
export function otherAuditRecord(device: SimulatedDevice) {
  const { systemInfo, nics, portalUrl } = auditRecord(device);
  const isHost = device.kind === 'vmHost';
  return {
    portalUrl,
    systemInfo: { ...systemInfo, serviceTag: isHost ? device.serial : null },
    nics,
    snmpInfo: isHost ? null : snmpOf(device),
    processors: isHost ? [{ name: device.processor }] : [],
  };
}

const snmpOf = (device: SimulatedDevice) => ({
  snmpName: device.hostname,
  snmpDescription: `${device.manufacturer} ${device.model}`,
  snmpLocation: device.description,
  snmpContact: null,
  snmpUptime: null,
  snmpSerial: device.serial,
  nicManufacturer: device.manufacturer,
  objectId: '1.3.6.1.4.1.8072.3.2.10',
});

export const softwareRecords = (device: SimulatedDevice) =>
  softwareOf(device).map(({ name, version }) => ({ name, version }));
