import { type XmlElement, textOf as xmlText } from '#platform/xml/index.ts';
import {
  addressOf,
  flagOf,
  hostOf,
  idOf,
  instantOf,
  instantOfSeconds,
  known,
  numberOf,
} from '#server/connectors/core/index.ts';
import type { DeviceReading, ReadingValue } from '#server/practices/configuration/index.ts';
import { deviceId, type Kind } from './kinds.ts';

const MB = 1_000_000;
/** Of the numbers that computers call their case by (SMBIOS), those of what is carried about. */
const CARRIED = new Set(['8', '9', '10', '11', '14', '30', '31', '32']);

/** A device of a list, in which site it stands, and what its assets are asked by. */
export type ListedDevice = {
  readonly reading: DeviceReading & { readonly site: string };
  readonly assetId: string | null;
  /** When its assets were looked at last, as N-sight writes it. */
  readonly scannedAt: string | null;
};

/** Reads a device of `list_servers` or `list_workstations`; null where it has no id. Keys of products are not looked at. */
export function deviceIn(device: XmlElement, kind: Kind, site: string): ListedDevice | null {
  const text = (name: string) => xmlText(device, name);
  const number = idOf(text(`${kind}id`)) ?? idOf(text('id'));
  if (number === null) return null;
  const name = text('name') ?? `${kind} ${number}`;
  const host = hostOf(name);
  const macs = ['mac1', 'mac2', 'mac3'].map(text).filter((mac) => mac !== null);
  const serial = text('device_serial');
  const bytes = numberOf(text('total_memory'));
  return {
    reading: {
      externalId: deviceId(kind, number),
      name,
      classKey: kind === 'workstation' && CARRIED.has(text('chassis_type') ?? '') ? 'laptop' : kind,
      identifiers: [
        ...(serial === null ? [] : [{ kind: 'serial' as const, value: serial }]),
        ...macs.map((value) => ({ kind: 'mac' as const, value })),
        ...(host === null ? [] : [{ kind: 'hostname' as const, value: host }]),
      ],
      attributes: known<ReadingValue>({
        description: text('description'),
        manufacturer: text('manufacturer'),
        model: text('model'),
        serial,
        operatingSystem: text('os'),
        osVersion: text('os_details'),
        domain: text('domain'),
        ipAddress: addressOf(text('ip')),
        externalIp: addressOf(text('external_ip')),
        macAddress: macs[0] ?? null,
        memoryMb: bytes === null || bytes <= 0 ? null : Math.round(bytes / MB),
        agentVersion: text('agent_version')?.replaceAll('_', '.') ?? null,
        lastBootAt: instantOfSeconds(text('last_boot_time')),
      }),
      online: flagOf(text('online')),
      lastSeenAt: instantOf(text('utc_time_247'), 'UTC'),
      user: text('user'),
      site,
    },
    assetId: text('assetid'),
    scannedAt: text('last_scan_time'),
  };
}
