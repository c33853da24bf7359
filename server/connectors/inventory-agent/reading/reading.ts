import type { DeviceReading } from '#server/practices/configuration/index.ts';
import type { Content, Fields } from '../message/content.ts';
import type { Inventory } from '../message/message.ts';
import { attributesOf, uuidOf } from './attributes.ts';
import { classOf } from './class.ts';
import { type Card, cardsOf, macOf } from './networks.ts';
import { sectionsOf, userOf } from './sections.ts';
import { softwareOf } from './software.ts';
import { textOf } from './values.ts';

/** What agents read out of the list of sign-ins where nobody has signed in. */
const NOBODY = /^(wtmp|reboot|shutdown|utx\.log)$/i;
/** Of a device; more are of containers. */
const MOST_MACS = 20;

/** What an inventory says of a device, in Fettle's words, whenever it came. */
export function readingOf({ deviceId, itemType, partial, content }: Inventory): DeviceReading {
  const cards = cardsOf(content.get('NETWORKS') ?? []);
  const attributes = attributesOf(content, cards);
  const software = content.get('SOFTWARES');
  const user = lastUser(content);
  return {
    externalId: deviceId,
    name: nameOf(content) ?? deviceId,
    classKey: classOf(itemType, content, partial),
    identifiers: identifiersOf(content, cards),
    attributes,
    ...(user === null ? {} : { user }),
    ...(software ? { software: softwareOf(software) } : {}),
    sections: sectionsOf(content, cards, itemType === 'Computer' && !partial),
  };
}

const first = (content: Content, section: string): Fields | undefined => content.get(section)?.[0];

/** The host name without its domain. */
function nameOf(content: Content): string | null {
  const name = textOf(first(content, 'HARDWARE'), 'NAME') ?? textOf(first(content, 'NETWORK_DEVICE'), 'NAME');
  if (name === null) return null;
  // An address has dots as well, and a name may be only that.
  return /^[\d.]+$/.test(name) ? name : name.split('.')[0] || name;
}

function identifiersOf(content: Content, cards: readonly Card[]): DeviceReading['identifiers'] {
  const uuid = uuidOf(first(content, 'HARDWARE'));
  const serial = textOf(first(content, 'BIOS'), 'SSN') ?? textOf(first(content, 'NETWORK_DEVICE'), 'SERIAL');
  const own = macOf(first(content, 'NETWORK_DEVICE')?.get('MAC'));
  const macs = [own, ...cards.filter((card) => !card.virtual).map((card) => card.mac)].filter((mac) => mac !== null);
  const host = nameOf(content);
  return [
    ...(uuid === null ? [] : [{ kind: 'uuid' as const, value: uuid }]),
    ...(serial === null ? [] : [{ kind: 'serial' as const, value: serial }]),
    ...[...new Set(macs)].slice(0, MOST_MACS).map((value) => ({ kind: 'mac' as const, value })),
    ...(host === null ? [] : [{ kind: 'hostname' as const, value: host }]),
  ];
}

/** Whoever signed in last, else whoever is signed in. */
function lastUser(content: Content): string | null {
  const users = content.get('USERS') ?? [];
  const last = textOf(first(content, 'HARDWARE'), 'LASTLOGGEDUSER');
  if (last !== null && !NOBODY.test(last)) {
    const named = users.find((user) => textOf(user, 'LOGIN') === last);
    return userOf(named) ?? last;
  }
  return userOf(users[0]);
}
