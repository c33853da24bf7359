import { dayOf, flagOf, known, type Loose, numberOf, textOf } from '#server/connectors/core/index.ts';
import type { ReadingValue, SoftwareReading } from '#server/practices/configuration/index.ts';
import { type ListedDevice, textsOf } from './device.ts';

const MB = 1_000_000;
const MOST_RECORDS = 500;

/** The rows of the costly queries about one device. */
export type Parts = Readonly<Record<'volumes' | 'processors' | 'interfaces' | 'software', readonly Loose[]>>;

/** Adds what the costly queries say of a device. */
export function withParts(device: ListedDevice, { volumes, processors, interfaces, software }: Parts): ListedDevice {
  const sizes = volumes.map((one) => megabytes(one['capacity'])).filter((size) => size !== null);
  const cores = processors.map((one) => numberOf(one['numCores'])).filter((count) => count !== null);
  return {
    ...device,
    attributes: {
      ...device.attributes,
      ...known<ReadingValue>({
        processor: textOf(processors[0]?.['name']),
        cores: sum(cores),
        storageMb: sum(sizes),
      }),
    },
    software: software.flatMap(softwareIn),
    sections: {
      networks: inOrder(
        interfaces.map((one) => ({
          name: textOf(one['adapterName']),
          mac: listed(one['macAddress']),
          addresses: listed(one['ipAddress']),
          gateway: textOf(one['defaultGateway']),
          state: textOf(one['status']),
          type: textOf(one['interfaceType']),
        })),
      ),
      processors: inOrder(
        processors.map((one) => ({
          name: textOf(one['name']),
          cores: numberOf(one['numCores']),
          threads: numberOf(one['numLogicalCores']),
        })),
      ),
      volumes: inOrder(
        volumes.map((one) => ({
          name: textOf(one['driveLetter']) ?? textOf(one['name']),
          label: textOf(one['label']),
          fileSystem: textOf(one['fileSystem']),
          sizeMb: megabytes(one['capacity']),
          freeMb: roughly(megabytes(one['freeSpace'])),
          encrypted: flagOf(one['bitLockerStatus']),
        })),
      ),
    },
  };
}

function softwareIn(row: Loose): SoftwareReading[] {
  const name = textOf(row['name']);
  if (name === null) return [];
  const [version, publisher] = [textOf(row['version']) ?? '', textOf(row['publisher']) ?? ''];
  return [{ name, version, publisher, installedOn: dayOf(row['installDate']) }];
}

/** One text of a list or of a single value. */
const listed = (value: unknown): string | null => textsOf([value].flat()).join(', ') || null;

const sum = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((total, number) => total + number, 0);

/** In MB, of bytes. */
function megabytes(value: unknown): number | null {
  const bytes = numberOf(value);
  return bytes === null || bytes < 0 ? null : Math.round(bytes / MB);
}

/** To two digits: free space moves all the time, and what moves by less is nobody's news. */
const roughly = (mb: number | null): number | null => (mb === null ? null : Number(mb.toPrecision(2)));

/** Without what is not said, in an order of their own, so that what is told in another order is the same. */
function inOrder(parts: readonly Readonly<Record<string, ReadingValue>>[]) {
  return parts
    .map((part) => known<ReadingValue>(part))
    .filter((part) => Object.keys(part).length > 0)
    .map((part) => ({ part, text: JSON.stringify(part) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .slice(0, MOST_RECORDS)
    .map(({ part }) => part);
}
