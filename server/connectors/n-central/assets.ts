import { partsInOrder } from '#kernel/estate/parts.ts';
import {
  dayOf,
  hostOf,
  instantOf,
  known,
  type Loose,
  looseListOf,
  looseOf,
  numberOf,
  textOf,
} from '#server/connectors/core/index.ts';
import type { DeviceReading, ReadingValue, SoftwareReading } from '#server/practices/configuration/index.ts';
import type { ListedDevice } from './device.ts';
import { diskIn, megabytes, networkIn } from './parts.ts';

type Identifiers = DeviceReading['identifiers'];

/**
 * Adds what N-central's assets of a device say. Groups and their fields differ between versions, so each is taken if it is there; keys
 * of licences are not looked at.
 */
export function withAssets(device: ListedDevice, assets: Loose, zone: string): ListedDevice {
  const os = looseOf(assets['os']);
  const system = looseOf(assets['computersystem']);
  const processors = listIn(assets['processor']);
  const adapters = listIn(assets['networkadapter']);
  const drives = listIn(assets['physicaldrive']);
  return {
    ...device,
    identifiers: [...identifiersIn(system, adapters), ...device.identifiers],
    attributes: {
      ...device.attributes,
      ...known<ReadingValue>({
        manufacturer: textOf(system['manufacturer']),
        model: textOf(system['model']),
        serial: textOf(system['serialnumber']),
        memoryMb: megabytes(system['totalphysicalmemory']),
        domain: textOf(system['domainorworkgroup']),
        operatingSystem: textOf(os['reportedos']),
        osVersion: textOf(os['version']),
        installedOn: dayOf(os['installdate']),
        lastBootAt: instantOf(os['lastbootuptime'], zone),
        processor: textOf(processors[0]?.['name']) ?? textOf(processors[0]?.['description']),
        cores: sumOf(processors, 'numberofcores'),
        storageMb: megabytes(sumOf(drives, 'capacity')),
        macAddress: textOf(adapters[0]?.['macaddress']),
      }),
    },
    ...(assets['application'] === undefined ? {} : { software: softwareIn(assets['application']) }),
    sections: {
      networks: partsInOrder(adapters.map(networkIn)),
      disks: partsInOrder(drives.map(diskIn)),
    },
  };
}

/** Adds what N-central keeps of a device's life: what it cost, and until when it is under warranty. */
export function withLifecycle(device: ListedDevice, lifecycle: Loose): ListedDevice {
  return {
    ...device,
    attributes: {
      ...device.attributes,
      ...known<ReadingValue>({
        warrantyUntil: dayOf(lifecycle['warrantyExpiryDate']),
        purchasedOn: dayOf(lifecycle['purchaseDate']),
        purchasePrice: numberOf(lifecycle['cost']) || null,
        location: textOf(lifecycle['location']),
      }),
    },
  };
}

/** A group is a list, or holds one, or is a single record. */
function listIn(group: unknown): Loose[] {
  if (Array.isArray(group)) return looseListOf(group);
  const { list } = looseOf(group);
  if (list !== undefined) return looseListOf(list);
  return Object.keys(looseOf(group)).length > 0 ? [looseOf(group)] : [];
}

function identifiersIn(system: Loose, adapters: readonly Loose[]): Identifiers {
  const serial = textOf(system['serialnumber']);
  const host = hostOf(system['netbiosname']);
  const macs = adapters.map((adapter) => textOf(adapter['macaddress'])).filter((mac) => mac !== null);
  return [
    ...(serial === null ? [] : [{ kind: 'serial' as const, value: serial }]),
    ...macs.map((value) => ({ kind: 'mac' as const, value })),
    ...(host === null ? [] : [{ kind: 'hostname' as const, value: host }]),
  ];
}

function softwareIn(group: unknown): SoftwareReading[] {
  return listIn(group).flatMap((application) => {
    const name = textOf(application['displayname']);
    if (name === null) return [];
    return [
      {
        name,
        version: textOf(application['version']) ?? '',
        publisher: textOf(application['publisher']) ?? '',
        installedOn: dayOf(application['installationdate']),
      },
    ];
  });
}

/** The sum of what is a number; null where nothing is. */
function sumOf(records: readonly Loose[], key: string): number | null {
  const numbers = records.map((record) => numberOf(record[key])).filter((number) => number !== null);
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}
