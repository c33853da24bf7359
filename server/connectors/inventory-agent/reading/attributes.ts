import type { ReadingValue } from '#server/practices/configuration/index.ts';
import type { Content, Fields } from '../message/content.ts';
import { addressOf, type Card, macOf, mainCard } from './networks.ts';
import { dayOf, flagOf, instantOf, megabytes, megabytesOfMib, numberOf, textOf } from './values.ts';

type Attributes = Record<string, ReadingValue>;

/** What is said of the device itself, by the keys of attributes. What is not said is left out. */
export function attributesOf(content: Content, cards: readonly Card[]): Attributes {
  const all = { ...ofMaker(content), ...ofSystem(content), ...ofParts(content), ...ofNetwork(content, cards) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

const first = (content: Content, section: string): Fields | undefined => content.get(section)?.[0];

function ofMaker(content: Content): Attributes {
  const bios = first(content, 'BIOS');
  const device = first(content, 'NETWORK_DEVICE');
  const sim = first(content, 'SIMCARDS');
  return {
    manufacturer: textOf(device, 'MANUFACTURER') ?? textOf(bios, 'SMANUFACTURER'),
    model: textOf(device, 'MODEL') ?? textOf(bios, 'SMODEL'),
    serial: textOf(device, 'SERIAL') ?? textOf(bios, 'SSN'),
    firmware: textOf(device, 'FIRMWARE') ?? textOf(bios, 'BVERSION'),
    location: textOf(device, 'LOCATION'),
    phoneNumber: textOf(sim, 'PHONE_NUMBER'),
    carrier: textOf(sim, 'OPERATOR_NAME'),
    imei: textOf(sim, 'IMEI'),
    supplies: suppliesOf(content.get('CARTRIDGES') ?? []),
  };
}

function ofSystem(content: Content): Attributes {
  const hardware = first(content, 'HARDWARE');
  const system = first(content, 'OPERATINGSYSTEM');
  const antivirus = first(content, 'ANTIVIRUS');
  return {
    uuid: uuidOf(hardware),
    operatingSystem: textOf(system, 'FULL_NAME', 'NAME') ?? textOf(hardware, 'OSNAME'),
    // Without a section of the system, this is the system's version; with it, it is the kernel's.
    osVersion: system ? textOf(system, 'VERSION') : textOf(hardware, 'OSVERSION'),
    kernel: textOf(system, 'KERNEL_VERSION'),
    architecture: textOf(system, 'ARCH') ?? architectureOf(hardware),
    domain: domainOf(hardware) ?? textOf(system, 'DNS_DOMAIN'),
    lastBootAt: instantOf(system, 'BOOT_TIME', 'TIMEZONE.OFFSET'),
    installedOn: dayOf(system, 'INSTALL_DATE'),
    agentVersion: textOf(first(content, 'VERSIONCLIENT'), 'VALUE'),
    antivirus: textOf(antivirus, 'NAME'),
    antivirusState: antivirusState(antivirus),
  };
}

function ofParts(content: Content): Attributes {
  const cpus = content.get('CPUS') ?? [];
  const disks = (content.get('STORAGES') ?? []).filter(isFixedDisk);
  const sizes = disks.map((disk) => megabytes(numberOf(disk, 'DISKSIZE'))).filter((size) => size !== null);
  return {
    processor: textOf(cpus[0], 'NAME', 'TYPE'),
    cores: sum(cpus.map((cpu) => numberOf(cpu, 'CORE', 'CORES', 'CORECOUNT'))),
    memoryMb: megabytesOfMib(numberOf(first(content, 'HARDWARE'), 'MEMORY')),
    storageMb: sizes.length === 0 ? null : sizes.reduce((all, size) => all + size, 0),
  };
}

function ofNetwork(content: Content, cards: readonly Card[]): Attributes {
  const device = first(content, 'NETWORK_DEVICE');
  const card = mainCard(cards);
  const ports = (content.get('NETWORK_PORTS') ?? []).filter((port) => ETHERNET.has(port.get('IFTYPE') ?? ''));
  return {
    ipAddress: textOf(device, 'IPS')?.split(', ')[0] ?? textOf(first(content, 'HARDWARE'), 'IPADDR') ?? addressOf(card),
    macAddress: macOf(device?.get('MAC')) ?? card?.mac ?? null,
    ports: ports.length === 0 ? null : ports.length,
  };
}

/** Kinds of interfaces that are ports one can put a cable in (IANA ifType): Ethernet, fast, and with gigabits. */
const ETHERNET = new Set(['6', '62', '69', '117']);

/** Whether a disk stays where it is: none for discs, cards and sticks, and none that only programs made. */
export function isFixedDisk(disk: Fields): boolean {
  const said = ['TYPE', 'DESCRIPTION', 'INTERFACE', 'NAME', 'MODEL'].map((name) => disk.get(name) ?? '').join(' ');
  return !/cd-?rom|dvd|removable|floppy|\busb\b|card reader|zram|\bloop\d|\bram\d/i.test(said);
}

/** The hardware's own id; null for what only looks like one. */
export function uuidOf(hardware: Fields | undefined): string | null {
  const uuid = textOf(hardware, 'UUID')?.toLowerCase() ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid) ? uuid : null;
}

/** A domain or workgroup; the name that Windows and OCS give where there is none says nothing. */
function domainOf(hardware: Fields | undefined): string | null {
  const name = textOf(hardware, 'WORKGROUP');
  return name === null || /^workgroup$/i.test(name) ? null : name;
}

/** OCS has it in front of how long the machine was up: `x86_64/00-00-00 01:10:28`. */
function architectureOf(hardware: Fields | undefined): string | null {
  return /^(\w+)\/\d\d-\d\d-\d\d /.exec(hardware?.get('DESCRIPTION') ?? '')?.[1] ?? textOf(hardware, 'ARCH');
}

function antivirusState(antivirus: Fields | undefined): string | null {
  const [on, current] = [flagOf(antivirus, 'ENABLED'), flagOf(antivirus, 'UPTODATE')];
  if (on === false) return 'off';
  if (current === false) return 'out of date';
  return on === null ? null : 'on';
}

/** `drumblack OK, tonerblack 71 %`. Older agents say a level by the name of the supply, newer ones both in a record. */
function suppliesOf(cartridges: readonly Fields[]): string | null {
  const levels = cartridges.flatMap((one): [string, string][] => {
    const [name, value] = [textOf(one, 'NAME'), one.get('VALUE')];
    return name !== null && value !== undefined ? [[name, value]] : [...one];
  });
  const said = levels.map(([name, level]) => `${name.toLowerCase()} ${/^\d+$/.test(level) ? `${level} %` : level}`);
  return said.length === 0 ? null : said.sort().join(', ');
}

function sum(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((all, number) => all + number, 0);
}
