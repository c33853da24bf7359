import { softwareOf } from '../estate/software.ts';
import type { DeviceKind, SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import { emptied, UNKNOWN_WORD } from '../records.ts';
import type { World } from '../world.ts';
import { zoned } from '../zoned.ts';
import { customerId, deviceId, ORGANISATION, SERVER_ZONE, siteId } from './numbers.ts';

const CLASSES: Readonly<Record<DeviceKind, string>> = {
  workstation: 'Workstations - Windows',
  laptop: 'Laptop - Windows',
  mac: 'Workstations - Macintosh',
  server: 'Servers - Windows',
  linuxServer: 'Servers - Linux',
  vmHost: 'ESXi Host',
  switch: 'Switch/Router',
  router: 'Router',
  firewall: 'Firewall',
  accessPoint: 'Wireless Access Point',
  printer: 'Printer',
  nas: 'Storage Device',
};

export const customerRecord = (site: SimulatedSite) => ({
  customerId: customerId(site),
  customerName: site.name,
  parentId: ORGANISATION,
  externalId: site.code,
  city: site.town,
  county: null,
});

export const siteRecord = (site: SimulatedSite) => ({
  siteId: siteId(site),
  siteName: site.town,
  parentId: customerId(site),
});

/** Times come with an offset, with Z, or with none; ids and flags now as text and now not. */
function timeOf(at: number, way: number): string {
  if (way === 0) return new Date(at).toISOString();
  return way === 1 ? new Date(at).toISOString().replace('Z', '+00:00') : zoned(at, SERVER_ZONE);
}

export function deviceRecord(device: SimulatedDevice, world: World): unknown {
  const { site, os, number } = device;
  const record = {
    deviceId: number % 2 === 0 ? deviceId(device) : String(deviceId(device)),
    uri: device.ip,
    remoteControlUri: `https://ncentral.msp.example/remote/${deviceId(device)}`,
    sourceUri: device.ip,
    longName: device.hostname,
    deviceClass: CLASSES[device.kind],
    description: device.description,
    isProbe: number % 50 === 0 ? 'true' : false,
    osId: os?.family === 'windows' ? 'winnt' : null,
    supportedOs: os?.name ?? null,
    discoveredName: os ? `${device.hostname.toLowerCase()}.${site.domain}` : device.hostname,
    deviceClassLabel: CLASSES[device.kind],
    supportedOsLabel: os?.name ?? null,
    lastLoggedInUser: device.user,
    stillLoggedIn: device.user === null ? 'false' : 'true',
    licenseMode: 'Professional',
    orgUnitId: siteId(site) ?? customerId(site),
    soId: ORGANISATION,
    soName: 'North MSP',
    customerId: customerId(site),
    customerName: site.name,
    siteId: siteId(site),
    siteName: siteId(site) === null ? null : site.town,
    applianceId: 444_000 + site.number,
    lastApplianceCheckinTime: timeOf(device.online ? world.now() : device.lastSeenAt, number % 3),
  };
  switch (world.oddity(device)) {
    case 'nulls':
      return emptied(record, ['deviceId', 'customerId', 'siteId']);
    case 'broken':
      return number % 2 === 0 ? null : { ...record, deviceId: { a: 1 }, longName: ['x'] };
    case 'unknown':
      return { ...record, deviceClass: UNKNOWN_WORD, deviceClassLabel: UNKNOWN_WORD, licenseMode: UNKNOWN_WORD };
    default:
      return record;
  }
}

/** A probe, and what is no computer, has no assets. */
export const hasAssets = (device: SimulatedDevice): boolean => device.os !== null && device.number % 50 !== 0;

export const assetsRecord = (device: SimulatedDevice) => ({
  os: {
    reportedos: device.os?.name,
    version: device.os?.version,
    licensekey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
    licensetype: 'OEM',
    installdate: new Date(device.createdAt).toISOString(),
    serialnumber: '00330-80000-00000-AA123',
  },
  computersystem: {
    manufacturer: device.manufacturer,
    model: device.model,
    serialnumber: device.serial,
    totalphysicalmemory: String(device.memoryBytes),
    netbiosname: device.hostname,
    domainorworkgroup: device.site.domain,
  },
  application: {
    list: softwareOf(device).map(({ name, version, publisher }) => ({
      ...{ displayname: name, version, publisher, installationdate: '2026-03-04 00:00:00' },
      licensekey: 'AAAAA-BBBBB',
    })),
  },
  networkadapter: {
    list: device.macs.map((macaddress, index) => ({
      ...{ description: index === 0 ? 'Intel(R) Ethernet Connection' : 'Intel(R) Wi-Fi 6E AX211', macaddress },
      ...{ ipaddress: index === 0 ? device.ip : null, gateway: null, dnsserver: null, dhcpserver: null },
    })),
  },
  physicaldrive: {
    list: device.disks.map(({ bytes }, index) => ({
      ...{ modelnumber: 'Solid state', serialnumber: `${device.serial}-${index}`, capacity: bytes },
    })),
  },
  processor: { name: device.processor, numberofcores: device.cores },
  _extra: { colour: 'blue' },
});

export const lifecycleRecord = (device: SimulatedDevice) => ({
  warrantyExpiryDate: device.warrantyUntil,
  leaseExpiryDate: null,
  expectedReplacementDate: null,
  purchaseDate: null,
  cost: 0,
  location: device.site.town,
  assetTag: null,
  description: device.description,
});
