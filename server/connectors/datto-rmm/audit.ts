import { addressOf, known, type Loose, looseListOf, looseOf, numberOf, textOf } from '#server/connectors/core/index.ts';
import type { DeviceReading, ReadingValue, SoftwareReading } from '#server/practices/configuration/index.ts';
import type { ListedDevice } from './device.ts';

export const UNITS = { bytes: 1, kilobytes: 1_024, megabytes: 1_048_576 } as const;
export type Unit = keyof typeof UNITS;

const MB = 1_000_000;
/** Nothing that an audit tells of has less memory or a smaller disk than this: its unit must be another one. */
const LEAST_MB = 16;
const MOST_RECORDS = 500;

type Reading = { readonly unit: Unit; readonly note: (what: string) => void };
type Part = Readonly<Record<string, ReadingValue>>;

/** Adds what an audit says of a device: of a computer, a device of the network, a printer or a host, as far as each has it. */
export function withAudit(device: ListedDevice, audit: Loose, reading: Reading): ListedDevice {
  const system = looseOf(audit['systemInfo']);
  const snmp = looseOf(audit['snmpInfo']);
  const [mobile = {}] = looseListOf(audit['mobileInfo']);
  const nics = looseListOf(audit['nics']);
  const disks = looseListOf(audit['logicalDisks']);
  const processors = looseListOf(audit['processors']);
  const serial =
    textOf(looseOf(audit['bios'])['serialNumber']) ?? textOf(system['serviceTag']) ?? textOf(snmp['snmpSerial']);
  const macs = [...new Set(nics.map((nic) => textOf(nic['macAddress'])).filter((mac) => mac !== null))];
  const sizes = disks.map((disk) => megabytes(disk['size'], reading)).filter((size) => size !== null);
  return {
    ...device,
    identifiers: [
      ...(serial === null ? [] : [{ kind: 'serial' as const, value: serial }]),
      ...macs.map((value) => ({ kind: 'mac' as const, value })),
      ...device.identifiers,
    ],
    attributes: {
      ...device.attributes,
      ...known<ReadingValue>({
        manufacturer: textOf(system['manufacturer']) ?? textOf(snmp['nicManufacturer']),
        model: textOf(system['model']) ?? textOf(snmp['snmpDescription']),
        serial,
        macAddress: macs[0] ?? null,
        firmware: textOf(looseOf(audit['bios'])['smBiosVersion']),
        processor: textOf(processors[0]?.['name']),
        cores: numberOf(system['totalCpuCores']) || null,
        memoryMb: megabytes(system['totalPhysicalMemory'], reading),
        storageMb: sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0),
        location: textOf(snmp['snmpLocation']),
        imei: textOf(mobile['imei']),
        phoneNumber: textOf(mobile['number']),
        carrier: textOf(mobile['operator']),
      }),
    },
    sections: sectionsIn(audit, { nics, disks, processors }, reading),
  };
}

/** Reads the software of a device. */
export function softwareIn(records: readonly Loose[]): SoftwareReading[] {
  return records.flatMap((record) => {
    const name = textOf(record['name']);
    if (name === null) return [];
    return [{ name, version: textOf(record['version']) ?? '', publisher: '', installedOn: null }];
  });
}

function sectionsIn(
  audit: Loose,
  { nics, disks, processors }: Readonly<Record<'nics' | 'disks' | 'processors', readonly Loose[]>>,
  reading: Reading,
): NonNullable<DeviceReading['sections']> {
  const sections = {
    networks: nics.map((nic) => ({
      name: textOf(nic['instance']),
      mac: textOf(nic['macAddress']),
      addresses: [addressOf(nic['ipv4']), addressOf(nic['ipv6'])].filter((one) => one !== null).join(', ') || null,
      type: textOf(nic['type']),
    })),
    processors: processors.map((one) => ({ name: textOf(one['name']) })),
    memory: looseListOf(audit['physicalMemory']).map((one) => ({
      sizeMb: megabytes(one['size'], reading),
      type: textOf(one['type']),
      slot: textOf(one['bank']),
      serial: textOf(one['serialNumber']),
    })),
    volumes: disks.map((disk) => ({
      name: textOf(disk['diskIdentifier']),
      label: textOf(disk['description']),
      sizeMb: megabytes(disk['size'], reading),
      freeMb: roughly(megabytes(disk['freespace'], { ...reading, least: 0 })),
    })),
    monitors: looseListOf(audit['displays']).map((one) => ({ name: textOf(one['instance']) })),
  };
  return Object.fromEntries(
    Object.entries(sections)
      .filter(([section]) => Array.isArray(audit[SOURCES[section as keyof typeof sections]]))
      .map(([section, parts]) => [section, inOrder(parts)]),
  );
}

/** A section that an audit does not tell of was not asked: it is left out. */
const SOURCES = {
  networks: 'nics',
  processors: 'processors',
  memory: 'physicalMemory',
  volumes: 'logicalDisks',
  monitors: 'displays',
} as const;

/** Without what is not said, in an order of their own, so that what is told in another order is the same. */
function inOrder(parts: readonly Readonly<Record<string, ReadingValue>>[]): Part[] {
  return parts
    .map((part) => known<ReadingValue>(part))
    .filter((part) => Object.keys(part).length > 0)
    .map((part) => ({ part, text: JSON.stringify(part) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .slice(0, MOST_RECORDS)
    .map(({ part }) => part);
}

/** In MB; null for what is no size, or cannot be one in the unit that is chosen. */
function megabytes(value: unknown, { unit, note, least = LEAST_MB }: Reading & { least?: number }): number | null {
  const number = numberOf(value);
  if (number === null || number < 0 || (number === 0 && least > 0)) return null;
  const mb = Math.round((number * UNITS[unit]) / MB);
  if (mb >= least && mb < 1e12) return mb;
  note(`A size of ${mb} MB: the unit of sizes may be another one than ${unit}`);
  return null;
}

/** To two digits: free space moves all the time, and what moves by less is nobody's news. */
const roughly = (mb: number | null): number | null => (mb === null ? null : Number(mb.toPrecision(2)));
