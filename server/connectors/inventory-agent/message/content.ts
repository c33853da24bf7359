import { visible } from '#kernel/visible.ts';

/** What a record says, by the names of the XML form (`MACADDR`). An empty text is not said, so there is none here. */
export type Fields = ReadonlyMap<string, string>;

/** What an agent says of a device: lists of records, by the names of the XML form (`NETWORKS`). */
export type Content = ReadonlyMap<string, readonly Fields[]>;

/**
 * The sections that are read and kept. All others are dropped right here: what was in the environment and on command lines of processes
 * may be passwords, and keys of licences are nobody's business.
 */
const KEPT = new Set([
  'ANTIVIRUS',
  'BATTERIES',
  'BIOS',
  'CARTRIDGES',
  'CPUS',
  'DRIVES',
  'FIRMWARES',
  'HARDWARE',
  'MEMORIES',
  'MONITORS',
  'NETWORKS',
  'NETWORK_DEVICE',
  'NETWORK_PORTS',
  'OPERATINGSYSTEM',
  'PAGECOUNTERS',
  'PRINTERS',
  'SIMCARDS',
  'SOFTWARES',
  'STORAGES',
  'USERS',
  'VERSIONCLIENT',
  'VIDEOS',
  'VIRTUALMACHINES',
]);

/** Fields of kept sections that are secret (keys of products), or pictures. */
const DROPPED = new Set(['WINPRODKEY', 'WINPRODID', 'SSH_KEY', 'KEY', 'OEM', 'BASE64', 'UUENCODE', 'SUBSCRIBER_ID']);

/** A whole inventory of a file server with all its packages stays below both. */
const MOST_RECORDS = 10_000;
const MOST_CHARACTERS = 1_000;

export const isKept = (section: string): boolean => KEPT.has(section);

/** Takes a field into a record, cleaned, unless it says nothing or is dropped. One that is said again is told after the first. */
export function put(fields: Map<string, string>, name: string, value: string): void {
  const text = cleaned(value);
  if (text === '' || DROPPED.has(name)) return;
  const before = fields.get(name);
  fields.set(name, (before === undefined ? text : `${before}, ${text}`).slice(0, MOST_CHARACTERS));
}

/** Adds a record to a section, as long as there is room for one. */
export function add(content: Map<string, Fields[]>, section: string, fields: Fields): void {
  const records = content.get(section) ?? [];
  content.set(section, records);
  if (records.length < MOST_RECORDS) records.push(fields);
}

/** Text that can be kept and shown: no control characters, nothing that turns the direction of what follows or is not seen, whole characters. */
function cleaned(text: string): string {
  const plain = text
    .slice(0, 4 * MOST_CHARACTERS)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
  return visible(plain).trim().slice(0, MOST_CHARACTERS).toWellFormed();
}
