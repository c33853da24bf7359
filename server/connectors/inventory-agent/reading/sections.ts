import { partsInOrder, roughly } from '#kernel/estate/parts.ts';
import type { DeviceReading, ReadingValue } from '#server/practices/configuration/index.ts';
import type { InventorySection } from '#shared/estate-words.ts';
import type { Content, Fields } from '../message/content.ts';
import { isFixedDisk } from './attributes.ts';
import type { Card } from './networks.ts';
import { flagOf, megabytes, megabytesOfMib, numberOf, textOf } from './values.ts';

type Record_ = Readonly<Record<string, ReadingValue>>;
type Sections = NonNullable<DeviceReading['sections']>;

/** Which section of an agent tells of which of ours, and how one record is said. */
const PARTS: Readonly<
  Record<Exclude<InventorySection, 'networks'>, readonly [from: string, say: (one: Fields) => Record_ | null]>
> = {
  processors: [
    'CPUS',
    (one) => ({
      name: textOf(one, 'NAME', 'TYPE'),
      manufacturer: textOf(one, 'MANUFACTURER'),
      cores: numberOf(one, 'CORE', 'CORES', 'CORECOUNT'),
      threads: numberOf(one, 'THREAD', 'THREADS', 'LOGICAL_CPUS'),
    }),
  ],
  memory: [
    'MEMORIES',
    (one) => {
      const sizeMb = megabytesOfMib(numberOf(one, 'CAPACITY'));
      // An empty slot is told as well.
      if (sizeMb === null) return null;
      return {
        sizeMb,
        type: textOf(one, 'TYPE'),
        slot: textOf(one, 'NUMSLOTS'),
        manufacturer: textOf(one, 'MANUFACTURER'),
        serial: textOf(one, 'SERIALNUMBER'),
      };
    },
  ],
  disks: [
    'STORAGES',
    (one) =>
      isFixedDisk(one)
        ? {
            name: textOf(one, 'NAME'),
            model: textOf(one, 'MODEL'),
            manufacturer: textOf(one, 'MANUFACTURER'),
            serial: textOf(one, 'SERIALNUMBER'),
            sizeMb: megabytes(numberOf(one, 'DISKSIZE')),
            firmware: textOf(one, 'FIRMWARE'),
          }
        : null,
  ],
  volumes: [
    'DRIVES',
    (one) => ({
      // On Windows the letter, elsewhere the place where it is mounted.
      name: textOf(one, 'LETTER') ?? textOf(one, 'TYPE'),
      label: textOf(one, 'LABEL', 'VOLUMN'),
      fileSystem: textOf(one, 'FILESYSTEM'),
      sizeMb: megabytesOfMib(numberOf(one, 'TOTAL')),
      freeMb: roughly(megabytesOfMib(numberOf(one, 'FREE'))),
      encrypted: textOf(one, 'ENCRYPT_STATUS'),
    }),
  ],
  users: ['USERS', (one) => ({ name: userOf(one) })],
  printers: [
    'PRINTERS',
    (one) => ({
      name: textOf(one, 'NAME'),
      driver: textOf(one, 'DRIVER'),
      port: textOf(one, 'PORT'),
      serial: textOf(one, 'SERIAL'),
    }),
  ],
  monitors: [
    'MONITORS',
    (one) => ({
      name: textOf(one, 'NAME', 'CAPTION'),
      manufacturer: textOf(one, 'MANUFACTURER'),
      serial: textOf(one, 'SERIAL', 'ALTSERIAL'),
    }),
  ],
  antivirus: [
    'ANTIVIRUS',
    (one) => ({
      name: textOf(one, 'NAME'),
      version: textOf(one, 'VERSION'),
      enabled: flagOf(one, 'ENABLED'),
      upToDate: flagOf(one, 'UPTODATE'),
    }),
  ],
  virtualMachines: [
    'VIRTUALMACHINES',
    (one) => ({
      name: textOf(one, 'NAME'),
      type: textOf(one, 'VMTYPE', 'SUBSYSTEM'),
      state: textOf(one, 'STATUS'),
      uuid: textOf(one, 'UUID'),
      memoryMb: megabytesOfMib(numberOf(one, 'MEMORY')),
      processors: numberOf(one, 'VCPU'),
    }),
  ],
};

/** What there may be none of: a whole inventory that does not tell of them says so. The rest every computer has. */
const MAY_BE_NONE: readonly InventorySection[] = ['users', 'printers', 'monitors', 'antivirus', 'virtualMachines'];

/**
 * Lists of parts. Sections that were not told are left out; `whole` says that it is a computer's whole inventory. The records stand in an order
 * of their own, so that one that is told in another order is the same.
 */
export function sectionsOf(content: Content, cards: readonly Card[], whole: boolean): Sections {
  const sections: Partial<Record<InventorySection, readonly Record_[]>> = {};
  if (content.has('NETWORKS')) sections.networks = said(cards.map(sayCard));
  for (const [section, [from, say]] of Object.entries(PARTS) as [
    keyof typeof PARTS,
    (typeof PARTS)[keyof typeof PARTS],
  ][]) {
    const told = content.get(from) ?? (whole && MAY_BE_NONE.includes(section) ? [] : null);
    if (told) sections[section] = said(told.map(say).filter((one) => one !== null));
  }
  return sections;
}

function sayCard({ name, mac, addresses, gateway, state, type, speedMbps, virtual }: Card): Record_ {
  return { name, mac, addresses: addresses.join(', ') || null, gateway, state, type, speedMbps, virtual };
}

/** `ACME\jo.lee`, or the name alone. */
export function userOf(user: Fields | undefined): string | null {
  const [login, domain] = [textOf(user, 'LOGIN'), textOf(user, 'DOMAIN')];
  return login === null ? null : domain === null ? login : `${domain}\\${login}`;
}

/** Without what is not said. */
const said = (records: readonly Record_[]): readonly Record_[] =>
  partsInOrder(
    records.map((one): Record_ => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null))),
  );
