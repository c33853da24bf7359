import { partsInOrder, roughly } from '#kernel/estate/parts.ts';
import { dayOf, flagOf, known, type Loose, numberOf, textOf, textsIn } from '#server/connectors/core/index.ts';
import type { ReadingValue, SoftwareReading } from '#server/practices/configuration/index.ts';
import type { ListedDevice } from './device.ts';

const MB = 1_000_000;

type Part = Readonly<Record<string, ReadingValue>>;

/** What the costly queries say of one device. */
export type Parts = {
  readonly volumes: readonly Part[];
  readonly processors: readonly Part[];
  readonly interfaces: readonly Part[];
  readonly software: readonly SoftwareReading[];
};

export const volumeIn = (row: Loose): Part =>
  known<ReadingValue>({
    name: textOf(row['driveLetter']) ?? textOf(row['name']),
    label: textOf(row['label']),
    fileSystem: textOf(row['fileSystem']),
    sizeMb: megabytes(row['capacity']),
    freeMb: roughly(megabytes(row['freeSpace'])),
    encrypted: flagOf(row['bitLockerStatus']),
  });

export const processorIn = (row: Loose): Part =>
  known<ReadingValue>({
    name: textOf(row['name']),
    cores: numberOf(row['numCores']),
    threads: numberOf(row['numLogicalCores']),
  });

export const interfaceIn = (row: Loose): Part =>
  known<ReadingValue>({
    name: textOf(row['adapterName']),
    mac: textsIn(row['macAddress']),
    addresses: textsIn(row['ipAddress']),
    gateway: textOf(row['defaultGateway']),
    state: textOf(row['status']),
    type: textOf(row['interfaceType']),
  });

export function softwareIn(row: Loose): SoftwareReading | null {
  const name = textOf(row['name']);
  if (name === null) return null;
  const [version, publisher] = [textOf(row['version']) ?? '', textOf(row['publisher']) ?? ''];
  return { name, version, publisher, installedOn: dayOf(row['installDate']) };
}

/** Adds what the costly queries say of a device. */
export function withParts(device: ListedDevice, { volumes, processors, interfaces, software }: Parts): ListedDevice {
  return {
    ...device,
    attributes: {
      ...device.attributes,
      ...known<ReadingValue>({
        processor: textOf(processors[0]?.['name']),
        cores: sum(processors, 'cores'),
        storageMb: sum(volumes, 'sizeMb'),
      }),
    },
    software,
    sections: {
      networks: partsInOrder(interfaces),
      processors: partsInOrder(processors),
      volumes: partsInOrder(volumes),
    },
  };
}

/** Null where none of them says it. */
function sum(parts: readonly Part[], key: string): number | null {
  const numbers = parts.map((part) => part[key]).filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : numbers.reduce((total, number) => total + number, 0);
}

/** In MB, of bytes. */
function megabytes(value: unknown): number | null {
  const bytes = numberOf(value);
  return bytes === null || bytes < 0 ? null : Math.round(bytes / MB);
}
