import {
  addressOf,
  flagOf,
  hostOf,
  idOf,
  instantOf,
  known,
  type Loose,
  textOf,
} from '#server/connectors/core/index.ts';
import type { DeviceReading } from '#server/practices/configuration/index.ts';
import { classOf } from './class.ts';

/** A device of the list, and in which customer or site it stands. */
export type ListedDevice = DeviceReading & { readonly site: string | null };

/** What reading takes besides the record. */
export type Reading = { readonly zone: string; readonly note: (what: string) => void };

/** Whether a device is one of N-central's own probes, of which it lists no assets. */
export const isProbe = (device: Loose): boolean => flagOf(device['isProbe']) === true;

/** Reads a device of the list; null where it has no id. */
export function deviceIn(device: Loose, { zone, note }: Reading): ListedDevice | null {
  const externalId = idOf(device['deviceId']);
  if (externalId === null) return null;
  const host = hostOf(device['discoveredName']) ?? hostOf(device['longName']);
  const className = textOf(device['deviceClassLabel']) ?? textOf(device['deviceClass']);
  const classKey = className === null ? null : classOf(className);
  if (className !== null && classKey === null) note(`Unknown class of device: ${className}`);
  return {
    externalId,
    name: textOf(device['longName']) ?? host ?? `Device ${externalId}`,
    classKey,
    identifiers: host === null ? [] : [{ kind: 'hostname', value: host }],
    attributes: known({
      description: textOf(device['description']),
      operatingSystem: textOf(device['supportedOsLabel']) ?? textOf(device['supportedOs']),
      ipAddress: addressOf(device['uri']) ?? addressOf(device['sourceUri']),
    }),
    lastSeenAt: instantOf(device['lastApplianceCheckinTime'], zone),
    user: textOf(device['lastLoggedInUser']),
    ...known({ remoteUrl: webAddress(device['remoteControlUri']), openUrl: webAddress(device['uri']) }),
    site: siteOf(device),
  };
}

/** The site, or the customer of a device that stands right below it. Customers and sites share one row of numbers. */
function siteOf(device: Loose): string | null {
  return textOf(device['siteId']) ?? textOf(device['customerId']) ?? textOf(device['orgUnitId']);
}

function webAddress(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && URL.parse(text)?.protocol === 'https:' ? text : null;
}
