import {
  addressOf,
  flagOf,
  hostOf,
  instantOfSeconds,
  known,
  type Loose,
  looseOf,
  numberOf,
  textOf,
  textsOf,
} from '#server/connectors/core/index.ts';
import type { DeviceReading, ReadingValue } from '#server/practices/configuration/index.ts';
import { classOf } from './class.ts';
import { numberIdOf } from './lists.ts';
import { NO_ROWS, type Rows } from './rows.ts';

/** A device of a list, and of which organization. */
export type ListedDevice = DeviceReading & { readonly site: string | null };

const MB = 1_000_000;
/** No computer has less memory: what is said must be of another unit. */
const LEAST_MB = 16;

/** `root` is where people open NinjaOne. */
export type Reading = { readonly root: string; readonly note: (what: string) => void };

/** Reads a device; null where it has no id, or is none that is managed. Its notes are left where they are: they hold passwords. */
export function deviceIn(device: Loose, rows: Rows, { root, note }: Reading): ListedDevice | null {
  const externalId = numberIdOf(device['id']);
  if (externalId === null || !isManaged(textOf(device['approvalStatus']), note)) return null;
  const { system, os, antivirus } = rows;
  const host = hostOf(device['systemName']) ?? hostOf(device['netbiosName']) ?? hostOf(device['dnsName']);
  const serial = textOf(system.serialNumber) ?? textOf(system.biosSerialNumber);
  const macs = textsOf(device['macAddresses']);
  const addresses = textsOf(device['ipAddresses']).filter((one) => addressOf(one) !== null);
  const references = looseOf(device['references']);
  return {
    externalId,
    name: host ?? textOf(device['displayName'])?.slice(0, 200) ?? `Device ${externalId}`,
    classKey: classOf(device, system, note),
    identifiers: [
      ...(serial === null ? [] : [{ kind: 'serial' as const, value: serial }]),
      ...macs.map((value) => ({ kind: 'mac' as const, value })),
      ...(host === null ? [] : [{ kind: 'hostname' as const, value: host }]),
    ],
    attributes: known<ReadingValue>({
      description: descriptionOf(device, host),
      manufacturer: textOf(system.manufacturer),
      model: textOf(system.model),
      serial,
      ipAddress: addresses[0] ?? null,
      externalIp: addressOf(device['publicIP']),
      macAddress: macs[0] ?? null,
      location: textOf(looseOf(references['location'])['name']),
      domain: textOf(system.domain),
      memoryMb: memoryOf(system.totalPhysicalMemory, note),
      operatingSystem: textOf(os.name),
      osVersion: textOf(os.buildNumber),
      architecture: textOf(os.architecture),
      lastBootAt: instantOfSeconds(os.lastBootTime),
      rebootRequired: flagOf(os.needsReboot),
      antivirus: textOf(antivirus.productName),
      antivirusState: stateOf(antivirus),
      warrantyUntil: instantOfSeconds(looseOf(references['warranty'])['endDate'])?.slice(0, 10) ?? null,
    }),
    online: onlineOf(flagOf(device['offline'])),
    lastSeenAt: instantOfSeconds(device['lastContact']),
    ...(rows === NO_ROWS ? {} : { user: textOf(rows.user.userName) }),
    inMaintenance: isInMaintenance(device['maintenance'], note),
    openUrl: root.startsWith('https://') ? `${root}/#/deviceDashboard/${externalId}/overview` : null,
    site: numberIdOf(device['organizationId']) ?? numberIdOf(looseOf(references['organization'])['id']),
  };
}

const onlineOf = (offline: boolean | null): boolean | null => (offline === null ? null : !offline);

/** What it is called at the vendor, where that is more than its host name. */
function descriptionOf(device: Loose, host: string | null): string | null {
  const name = textOf(device['displayName']);
  return name === null || name.toLowerCase() === host?.toLowerCase() ? null : name;
}

/** Devices that wait to be let in, and those that were taken out of service, are nobody's yet or any more. */
function isManaged(status: string | null, note: Reading['note']): boolean {
  if (status === 'PENDING' || status === 'DECOMMISSIONED') return false;
  if (status !== null && status !== 'APPROVED' && status !== 'STAGED') note(`Unknown approval of a device: ${status}`);
  return true;
}

function isInMaintenance(value: unknown, note: Reading['note']): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const status = textOf(looseOf(value)['status']);
  if (status === 'PENDING' || status === 'FAILED') return false;
  if (status !== null && status !== 'IN_MAINTENANCE') note(`Unknown state of maintenance: ${status}`);
  return true;
}

function stateOf(antivirus: Rows['antivirus']): string | null {
  const parts = [textOf(antivirus.productState), textOf(antivirus.definitionStatus)].filter((one) => one !== null);
  return parts.length === 0 ? null : parts.join(', ').toLowerCase();
}

/** In MB, of bytes. */
function memoryOf(value: unknown, note: Reading['note']): number | null {
  const bytes = numberOf(value);
  if (bytes === null || bytes <= 0) return null;
  const mb = Math.round(bytes / MB);
  if (mb >= LEAST_MB && mb < 1e9) return mb;
  note('A size of memory that is not in bytes');
  return null;
}
