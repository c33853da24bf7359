import {
  addressOf,
  dayOf,
  flagOf,
  hostOf,
  idOf,
  instantOf,
  known,
  type Loose,
  looseOf,
  numberOf,
  textOf,
} from '#server/connectors/core/index.ts';
import type { DeviceReading, ReadingValue } from '#server/practices/configuration/index.ts';

/** A device of a list, and in which location it stands. */
export type ListedDevice = DeviceReading & { readonly site: string | null };

export type Reading = { readonly zone: string; readonly note: (what: string) => void };

const CLASSES: Readonly<Record<string, string>> = { server: 'server', workstation: 'workstation', laptop: 'laptop' };

/** What a computer may be asked for; comments and extra fields are left where they are, as they often hold passwords. */
export const COMPUTER_FIELDS =
  'Id,ComputerName,FriendlyName,Client,Location,OperatingSystemName,OperatingSystemVersion,DomainName,Type,Status,RemoteAgentVersion,RemoteAgentLastContact,LastHeartbeat,IsHeartbeatEnabled,LastInventoryReceived,LocalIPAddress,GatewayIPAddress,MACAddress,TotalMemory,LastStartup,SerialNumber,BiosManufacturer,AssetDate,WarrantyEndDate,LastUserName,VirusScanner,IsRebootNeeded,IsMaintenanceModeEnabled,IsVirtualHost';

/** Reads a computer; null where it has no id. */
export function computerIn(computer: Loose, { zone, note }: Reading): ListedDevice | null {
  const externalId = idOf(computer['Id']);
  if (externalId === null) return null;
  const host = hostOf(computer['ComputerName']);
  const serial = textOf(computer['SerialNumber']);
  const mac = textOf(computer['MACAddress']);
  return {
    externalId,
    name: textOf(computer['FriendlyName']) ?? host ?? `Computer ${externalId}`,
    classKey: classOf(computer, note),
    identifiers: [
      ...(serial === null ? [] : [{ kind: 'serial' as const, value: serial }]),
      ...(mac === null ? [] : [{ kind: 'mac' as const, value: mac }]),
      ...(host === null ? [] : [{ kind: 'hostname' as const, value: host }]),
    ],
    attributes: known<ReadingValue>({
      manufacturer: textOf(computer['BiosManufacturer']),
      serial,
      operatingSystem: textOf(computer['OperatingSystemName']),
      osVersion: textOf(computer['OperatingSystemVersion']),
      domain: textOf(computer['DomainName'])?.replace(/^(DC|WG):/, '') || null,
      ipAddress: addressOf(computer['LocalIPAddress']),
      externalIp: addressOf(computer['GatewayIPAddress']),
      macAddress: mac,
      memoryMb: numberOf(computer['TotalMemory']) || null,
      lastBootAt: instantOf(computer['LastStartup'], zone),
      agentVersion: textOf(computer['RemoteAgentVersion']),
      antivirus: textOf(looseOf(computer['VirusScanner'])['Name']),
      rebootRequired: flagOf(computer['IsRebootNeeded']),
      purchasedOn: dayOf(computer['AssetDate']),
      warrantyUntil: dayOf(computer['WarrantyEndDate']),
    }),
    online: onlineOf(textOf(computer['Status']), note),
    lastSeenAt: instantOf(computer['RemoteAgentLastContact'], zone),
    user: textOf(computer['LastUserName']),
    inMaintenance: flagOf(computer['IsMaintenanceModeEnabled']) === true,
    site: textOf(looseOf(computer['Location'])['Id']),
  };
}

/** When the server last took an inventory of it: the costly details are asked again when it has moved. */
export const inventoryOf = (computer: Loose): string | null => textOf(computer['LastInventoryReceived']);

function classOf(computer: Loose, note: Reading['note']): string | null {
  if (flagOf(computer['IsVirtualHost']) === true) return 'virtual_host';
  const type = textOf(computer['Type']);
  const found = type === null ? null : (CLASSES[type.toLowerCase()] ?? null);
  if (type !== null && found === null) note(`Unknown type of computer: ${type}`);
  return found;
}

function onlineOf(status: string | null, note: Reading['note']): boolean | null {
  if (status === 'Online') return true;
  if (status === 'Offline') return false;
  if (status !== null) note(`Unknown status of a computer: ${status}`);
  return null;
}
