import { softwareOf } from '../estate/software.ts';
import type { DeviceKind, SimulatedAlert, SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import { emptied, UNKNOWN_WORD } from '../records.ts';
import type { World } from '../world.ts';
import { zoned } from '../zoned.ts';
import { clientId, locationId, SERVER_ZONE } from './numbers.ts';

/** A record as the API says it. */
export type Told = Readonly<Record<string, unknown>>;

const date = (at: number): string => zoned(at, SERVER_ZONE);
const clientOf = (site: SimulatedSite) => ({ Id: clientId(site), Name: site.name });
const locationOf = (site: SimulatedSite) => ({ Id: locationId(site), Name: site.town });

export const locationRecord = (site: SimulatedSite): Told => ({
  ...locationOf(site),
  Client: clientOf(site),
  City: site.town,
  ScriptUsername: 'administrator',
  ScriptPassword: 'kept-by-the-location',
});

function typeOf({ kind }: SimulatedDevice): string {
  if (kind === 'laptop' || kind === 'mac') return 'Laptop';
  return kind === 'workstation' ? 'Workstation' : 'Server';
}

export function computerRecord(device: SimulatedDevice, world: World): Told | null {
  const { site, os } = device;
  const record = {
    Id: String(device.number),
    ComputerName: device.hostname,
    FriendlyName: null,
    Client: clientOf(site),
    Location: locationOf(site),
    OperatingSystemName: os?.name ?? null,
    OperatingSystemVersion: os?.version ?? null,
    DomainName: `DC:${site.domain}`,
    Type: typeOf(device),
    Status: device.online ? 'Online' : 'Offline',
    RemoteAgentVersion: '240.123',
    RemoteAgentLastContact: date(device.online ? world.now() : device.lastSeenAt),
    LastHeartbeat: date(device.online ? world.now() : device.lastSeenAt),
    IsHeartbeatEnabled: true,
    LastInventoryReceived: date(device.auditedAt),
    LocalIPAddress: device.ip,
    GatewayIPAddress: site.publicIp,
    MACAddress: device.macs[0]?.replaceAll(':', '-') ?? null,
    TotalMemory: Math.round(device.memoryBytes / 1_048_576),
    LastStartup: date(device.lastBootAt),
    SerialNumber: device.serial,
    BiosManufacturer: device.manufacturer,
    AssetTag: '',
    AssetDate: null,
    WarrantyEndDate: device.warrantyUntil === null ? null : `${device.warrantyUntil}T00:00:00`,
    LastUserName: device.user,
    LoggedInUsers: [],
    VirusScanner: device.antivirus ? { Id: 3, Name: device.antivirus.product } : null,
    IsVirtualMachine: false,
    IsVirtualHost: device.kind === 'vmHost',
    IsRebootNeeded: device.needsReboot,
    IsMaintenanceModeEnabled: device.inMaintenance,
    Comment: 'admin / kept-in-a-comment',
  };
  switch (world.oddity(device)) {
    case 'nulls':
      return emptied(record, ['Id', 'Location']);
    case 'broken':
      return device.number % 2 === 0 ? null : { ...record, Id: null, ComputerName: { a: 1 } };
    case 'unknown':
      return { ...record, Type: UNKNOWN_WORD, Status: UNKNOWN_WORD };
    default:
      return record;
  }
}

const NETWORK_TYPES: Readonly<Partial<Record<DeviceKind, string>>> = {
  switch: 'Network Switch',
  router: 'Router',
  firewall: 'Firewall',
  accessPoint: 'Wireless Access Point',
  printer: 'Printer',
  nas: 'NAS Storage',
};

export const networkDeviceRecord = (device: SimulatedDevice, world: World): Told => ({
  Id: String(device.number),
  Name: device.hostname,
  FriendlyName: null,
  Location: locationOf(device.site),
  Client: clientOf(device.site),
  LocalIPAddress: device.ip,
  DeviceType: { Id: 1, Name: NETWORK_TYPES[device.kind] },
  MACAddress: device.macs[0] ?? null,
  Status: device.online ? 'Online' : 'Offline',
  LastContact: date(device.online ? world.now() : device.lastSeenAt),
  ManufacturerName: device.manufacturer,
  ModelName: device.model,
  Description: device.description,
  SNMPCommunityGet: 'kept-by-the-device',
});

export const chassisRecord = (device: SimulatedDevice): Told => ({
  ComputerId: device.number,
  Manufacturer: device.manufacturer,
  ProductName: device.model,
  SerialNumber: device.serial,
  UUID: device.uid.toUpperCase(),
  ChassisType: 'Other',
});

export const softwareRecords = (device: SimulatedDevice): Told[] =>
  softwareOf(device).map(({ name, version }, index) => ({
    ...{ ApplicationId: device.number * 100 + index, ComputerId: device.number, Name: name, Version: version },
    DateInstalled: '2026-03-04T00:00:00',
  }));

const SEVERITIES = ['Critical', 'Error', 'Warning', 'Low', 'Information'];

export function alertRecord(alert: SimulatedAlert, world: World): Told {
  const { device, severity, trouble, part } = alert;
  const isOdd = world.oddity(device) === 'unknown';
  return {
    AlertId: 4_000 + alert.number,
    Client: clientOf(device.site),
    Computer: { Id: device.number, Name: device.hostname, ComputerStatus: device.online ? 'Online' : 'Offline' },
    Device: null,
    Location: locationOf(device.site),
    Monitor: { Id: 30 + trouble.length, Name: `Monitor of ${trouble}` },
    AlertDate: date(alert.raisedAt),
    Severity: { Id: severity, Name: isOdd ? UNKNOWN_WORD : SEVERITIES[severity - 1] },
    Source: 'Monitor',
    Message: alert.message,
    FieldName: part,
    AlertAge: null,
  };
}

/** Where the vendor publishes no fields, plain ones stand as in its database. */
export function resultRecord(alert: SimulatedAlert, world: World): Told {
  const { AlertId, Computer: _, Client: __, Monitor, ...rest } = alertRecord(alert, world);
  const monitor = Monitor as { Id: number; Name: string };
  return {
    ...rest,
    ...{ Id: AlertId, MonitorId: monitor.Id, MonitorName: monitor.Name },
    ...{ ComputerId: alert.device.number, ComputerName: alert.device.hostname },
  };
}
