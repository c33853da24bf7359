import {
  addressOf,
  hostOf,
  idOf,
  instantOf,
  known,
  type Loose,
  looseOf,
  textOf,
} from '#server/connectors/core/index.ts';
import type { ReadingValue } from '#server/practices/configuration/index.ts';
import type { ListedDevice, Reading } from './computer.ts';

/** What a network device may be asked for; never its community names. */
export const NETWORK_DEVICE_FIELDS =
  'Id,Location,Name,FriendlyName,LocalIPAddress,DeviceType,MACAddress,Status,LastContact,ManufacturerName,ModelName,Description';

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/switch/i, 'switch'],
  [/firewall/i, 'firewall'],
  [/router/i, 'router'],
  [/wireless|access ?point|\bap\b/i, 'access_point'],
  [/printer|copier/i, 'printer'],
  [/storage|\bnas\b/i, 'storage'],
  [/\bups\b/i, 'ups'],
  [/phone/i, 'phone'],
];

/** Reads a network device; null where it has no id. They are counted apart from computers. */
export function networkDeviceIn(device: Loose, { zone, note }: Reading): ListedDevice | null {
  const id = idOf(device['Id']);
  if (id === null) return null;
  const type = textOf(looseOf(device['DeviceType'])['Name']) ?? textOf(device['DeviceType']);
  const classKey = CLASSES.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? null;
  if (type !== null && classKey === null) note(`Unknown type of network device: ${type}`);
  const host = hostOf(device['Name']);
  const mac = textOf(device['MACAddress']);
  const status = textOf(device['Status']);
  return {
    externalId: `network-${id}`,
    name: textOf(device['FriendlyName']) ?? textOf(device['Name']) ?? `Network device ${id}`,
    classKey,
    identifiers: [
      ...(mac === null ? [] : [{ kind: 'mac' as const, value: mac }]),
      ...(host === null ? [] : [{ kind: 'hostname' as const, value: host }]),
    ],
    attributes: known<ReadingValue>({
      manufacturer: textOf(device['ManufacturerName']),
      model: textOf(device['ModelName']),
      description: textOf(device['Description']),
      ipAddress: addressOf(device['LocalIPAddress']),
      macAddress: mac,
    }),
    online: status === 'Online' ? true : status === 'Offline' ? false : null,
    lastSeenAt: instantOf(device['LastContact'], zone),
    site: textOf(looseOf(device['Location'])['Id']),
  };
}
