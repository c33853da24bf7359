import {
  addressOf,
  dayOf,
  flagOf,
  hostOf,
  idOf,
  instantOf,
  instantOfMs,
  known,
  type Loose,
  looseOf,
  numberOf,
  textOf,
} from '#server/connectors/core/index.ts';
import type { DeviceReading, ReadingValue } from '#server/practices/configuration/index.ts';
import { classOf } from './class.ts';
import { linkOf } from './link.ts';
import { type AllowedUdfs, udfsIn } from './udf.ts';

/** A device of a list, and at which site. */
export type ListedDevice = DeviceReading & { readonly site: string | null };

const ANTIVIRUS: Readonly<Record<string, string>> = {
  RunningAndUpToDate: 'running, up to date',
  RunningAndNotUpToDate: 'running, not up to date',
  NotRunning: 'not running',
  NotDetected: 'not detected',
};

const PATCHES: Readonly<Record<string, string>> = {
  NoPolicy: 'no policy',
  NoData: 'no data',
  RebootRequired: 'reboot required',
  InstallError: 'could not be installed',
  ApprovedPending: 'approved, not installed yet',
  FullyPatched: 'up to date',
};

/** Reads a device; null where it has no id. */
export function deviceIn(device: Loose, udfs: AllowedUdfs, note: (what: string) => void): ListedDevice | null {
  const externalId = idOf(device['uid']);
  if (externalId === null) return null;
  const host = hostOf(device['hostname']);
  const [operatingSystem, osVersion] = systemOf(textOf(device['operatingSystem']));
  const antivirus = looseOf(device['antivirus']);
  const patches = looseOf(device['patchManagement']);
  const is64Bit = flagOf(device['a64Bit']);
  return {
    externalId,
    name: host ?? textOf(device['description'])?.slice(0, 200) ?? `Device ${externalId}`,
    classKey: classOf(device, note),
    identifiers: host === null ? [] : [{ kind: 'hostname', value: host }],
    attributes: known<ReadingValue>({
      description: textOf(device['description']),
      ipAddress: addressOf(device['intIpAddress']),
      externalIp: addressOf(device['extIpAddress']),
      operatingSystem,
      osVersion,
      architecture: operatingSystem === null || is64Bit === null ? null : is64Bit ? '64-bit' : '32-bit',
      domain: textOf(device['domain']),
      lastBootAt: timeOf(device['lastReboot']),
      agentVersion: textOf(device['displayVersion']) ?? textOf(device['cagVersion']),
      antivirus: textOf(antivirus['antivirusProduct']),
      antivirusState: wordOf(antivirus['antivirusStatus'], ANTIVIRUS, 'state of an antivirus', note),
      patchState: wordOf(patches['patchStatus'], PATCHES, 'state of patches', note),
      patchesPending: numberOf(patches['patchesApprovedPending']),
      rebootRequired: flagOf(device['rebootRequired']),
      warrantyUntil: dayOf(device['warrantyDate']),
      ...udfsIn(device['udf'], udfs),
    }),
    online: flagOf(device['online']),
    lastSeenAt: timeOf(device['lastSeen']),
    user: textOf(device['lastLoggedInUser']),
    inMaintenance: flagOf(device['suspended']) === true,
    openUrl: linkOf(device['portalUrl']),
    remoteUrl: linkOf(device['webRemoteUrl']),
    site: idOf(device['siteUid']),
  };
}

/** Whether a device stands in the list only because it was deleted. */
export const isDeleted = (device: Loose): boolean => flagOf(device['deleted']) === true;

/** When Datto last audited it: the costly details are asked again when it has moved. */
export const auditedAt = (device: Loose): string | null => timeOf(device['lastAuditDate']);

/** Milliseconds, though Datto's document says texts. */
const timeOf = (value: unknown): string | null => instantOfMs(value) ?? instantOf(value, 'UTC');

/** `Microsoft Windows 11 Pro 10.0.26100` is a name and a version. */
function systemOf(text: string | null): readonly [name: string | null, version: string | null] {
  const [, name, version] = /^(.*\S)\s+(\d+(?:\.\d+)+)$/.exec(text ?? '') ?? [];
  return [name ?? text, version ?? null];
}

/** What Datto's word means; a word that is not known is kept as it is. */
function wordOf(
  value: unknown,
  words: Readonly<Record<string, string>>,
  what: string,
  note: (what: string) => void,
): string | null {
  const word = textOf(value);
  if (word === null) return null;
  const known = Object.hasOwn(words, word) ? words[word] : undefined;
  if (known === undefined) note(`Unknown ${what}: ${word}`);
  return known ?? word;
}
