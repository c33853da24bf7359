import { dayOf, known, type Loose, textOf } from '#server/connectors/core/index.ts';
import type { ReadingValue, SoftwareReading } from '#server/practices/configuration/index.ts';
import type { ListedDevice } from './computer.ts';

/** Reads the software of a computer. */
export function softwareIn(list: readonly Loose[]): SoftwareReading[] {
  return list.flatMap((software) => {
    const name = textOf(software['Name']);
    if (name === null) return [];
    const version = textOf(software['Version']) ?? '';
    return [{ name, version, publisher: '', installedOn: dayOf(software['DateInstalled']) }];
  });
}

/** Adds what the chassis of a computer says of it. */
export function withChassis(device: ListedDevice, chassis: Loose): ListedDevice {
  const uuid = textOf(chassis['UUID']);
  return {
    ...device,
    identifiers: [...(uuid === null ? [] : [{ kind: 'uuid' as const, value: uuid }]), ...device.identifiers],
    attributes: {
      ...device.attributes,
      ...known<ReadingValue>({
        manufacturer: textOf(chassis['Manufacturer']),
        model: textOf(chassis['ProductName']),
        serial: textOf(chassis['SerialNumber']),
        uuid,
      }),
    },
  };
}
