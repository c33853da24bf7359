import { type Random, randomOf } from '../../../server/sample/random.ts';
import { NAMES } from '../../../server/sample/world/names.ts';
import { guidOf } from './guid.ts';
import { HARDWARE, type Hardware } from './hardware.ts';
import { DEVICE_KINDS, type DeviceKind, type SimulatedDevice, type SimulatedSite } from './types.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const GB = 1_000_000_000;
const GIB = 1_073_741_824;
const FIRST = NAMES.anglo.first.toLowerCase().split(' ');
const LAST = NAMES.anglo.last.toLowerCase().split(' ');

/** The device of a number, the same for the same seed; `at` is the instant of the estate. */
export function makeDevice(number: number, site: SimulatedSite, seed: string, at: number): SimulatedDevice {
  const random = randomOf(`${seed} device ${number}`);
  // A client's first device is its server: everybody has one.
  const kind = number === site.number ? 'server' : random.weighted(DEVICE_KINDS, (one) => HARDWARE[one].share);
  const hardware = HARDWARE[kind];
  const [manufacturer, model, prefix] = random.pick(hardware.models);
  const online = random.chance(kind === 'laptop' || kind === 'mac' ? 0.7 : 0.96);
  const createdAt = at - random.between(30, 1_500) * DAY;
  const boughtAt = createdAt - random.between(0, 20) * DAY;
  const os = hardware.systems.length > 0 ? random.pick(hardware.systems) : null;
  const isMini = os === null;
  return {
    number,
    uid: guidOf(random),
    site,
    kind,
    hostname: `${site.code}-${hardware.mark}${String(number).padStart(4, '0')}`,
    description: descriptionOf(kind, site, random),
    manufacturer,
    model,
    serial: serialOf(number, random),
    macs: macsOf(prefix, number, isMini ? 1 : random.between(1, 2)),
    ip: `10.${site.number % 250}.${Math.floor(number / 250) % 250}.${(number % 250) + 2}`,
    os,
    processor: isMini ? '' : random.pick(hardware.processors),
    cores: isMini ? 0 : random.pick([4, 6, 8, 12, 16]),
    memoryBytes: isMini ? 0 : random.pick(hardware.memory) * GIB,
    disks: disksOf(hardware, os?.family === 'windows', random),
    user: hardware.hasUser ? `${site.code}\\${random.pick(FIRST)}.${random.pick(LAST)}` : null,
    online,
    lastSeenAt: online ? at - random.between(0, 5) * MINUTE : at - random.between(60, 20_000) * MINUTE,
    lastBootAt: at - random.between(1, 40) * DAY,
    auditedAt: at - random.between(1, 23) * 60 * MINUTE,
    createdAt,
    firmware: `${random.between(1, 3)}.${random.between(0, 40)}.${random.between(0, 9)}`,
    warrantyUntil: random.chance(0.7) ? new Date(boughtAt + 1_095 * DAY).toISOString().slice(0, 10) : null,
    antivirus:
      os === null || os.family === 'hypervisor'
        ? null
        : { product: 'Windows Defender', isRunning: random.chance(0.97), isCurrent: random.chance(0.93) },
    patches:
      os?.family === 'windows'
        ? { pending: random.chance(0.6) ? 0 : random.between(1, 12), installed: random.between(40, 220) }
        : null,
    needsReboot: random.chance(0.1),
    inMaintenance: random.chance(0.01),
  };
}

function descriptionOf(kind: DeviceKind, site: SimulatedSite, random: Random): string {
  if (kind === 'server') return random.pick(['Domain controller', 'File server', 'Application server', 'SQL server']);
  return random.chance(0.3) ? `${site.town}, ${random.pick(['reception', 'level 1', 'back office', 'store'])}` : '';
}

/** Some makers leave what their tools wrote: a serial that stands for nothing. */
const serialOf = (number: number, random: Random): string => {
  const letters = Array.from({ length: 4 }, () => 'BCDFGHJKLMNPQRSTVWXZ'.charAt(random.between(0, 19))).join('');
  return number % 97 === 0 ? 'To be filled by O.E.M.' : `${letters}${String(number).padStart(5, '0')}`;
};

function macsOf(prefix: string, number: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const hex = (number * 2 + index).toString(16).toUpperCase().padStart(6, '0');
    return `${prefix}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
  });
}

function disksOf({ disks }: Hardware, isWindows: boolean, random: Random): SimulatedDevice['disks'] {
  if (disks.length === 0) return [];
  const count = isWindows && random.chance(0.2) ? 2 : 1;
  return Array.from({ length: count }, (_, index) => {
    const bytes = random.pick(disks) * GB;
    const name = isWindows ? `${'CD'.charAt(index)}:` : '/';
    return { name, bytes, freeBytes: Math.round(bytes * (0.04 + random.next() * 0.8)) };
  });
}
