import { Fault } from '#kernel/errors.ts';
import { readXml, textOf, type XmlElement, XmlRefused } from '#platform/xml/index.ts';
import { boundedJson } from './bounded-json.ts';
import type { Content } from './content.ts';
import { contentFromJson, isObject } from './from-json.ts';
import { contentFromXml } from './from-xml.ts';
import { type Inflated, MOST_INFLATED_BYTES, type Packing } from './inflate.ts';

/** What an agent wants: to hear what it is to do, to tell what a device is, or something that Fettle does not offer. */
export type Message = { readonly format: 'xml' | 'json'; readonly packing: Packing } & (
  | { readonly query: 'contact' | 'other' }
  | { readonly query: 'inventory'; readonly inventory: Inventory }
);

export type Inventory = {
  /** The agent's name for the device. It is the same after a clone of the disk, and another after an installation. */
  readonly deviceId: string;
  /** What kind of device it is (`Computer`, `NetworkEquipment`, `Printer`, `Phone`); agents of XML tell of computers alone. */
  readonly itemType: string;
  /** Only some sections are told: the others stay as they were. */
  readonly partial: boolean;
  readonly content: Content;
};

const LIMITS = { mostBytes: MOST_INFLATED_BYTES, mostDepth: 12, mostParts: 150_000 };
const MOST_DEVICE_ID = 200;
const OPENS_OBJECT = '{'.charCodeAt(0);

/**
 * Reads what an agent sent, in whichever of the protocols: FusionInventory's and OCS's XML, or GLPI's JSON. Throws `malformed`, with what is
 * wrong and nothing of the content. A large one takes seconds: see `reader`.
 */
export function readMessage({ packing, plain }: Inflated): Message {
  if (plain.length === 0) throw new Fault('malformed', 'The message is empty.');
  return firstLetter(plain) === OPENS_OBJECT ? fromJson(plain, packing) : fromXml(plain, packing);
}

/** The first byte that is no blank. */
const firstLetter = (bytes: Uint8Array): number | undefined => bytes.find((byte) => byte > 0x20);

function fromJson(bytes: Uint8Array, packing: Packing): Message {
  const said = boundedJson(bytes);
  if (!isObject(said)) throw new Fault('malformed', 'The message is no JSON object.');
  const { action, deviceid, itemtype, partial, content } = said;
  const shared = { format: 'json', packing } as const;
  if (action === 'contact') return { ...shared, query: 'contact' };
  if (!isObject(content)) return { ...shared, query: 'other' };
  const inventory = {
    deviceId: checkedId(typeof deviceid === 'string' ? deviceid : ''),
    itemType: typeof itemtype === 'string' && /^\w{1,40}$/.test(itemtype) ? itemtype : 'Computer',
    partial: partial === true,
    content: contentFromJson(content),
  };
  return { ...shared, query: 'inventory', inventory };
}

function fromXml(bytes: Uint8Array, packing: Packing): Message {
  const request = requestOf(bytes);
  const shared = { format: 'xml', packing } as const;
  const query = textOf(request, 'QUERY')?.toUpperCase();
  if (query === 'PROLOG') return { ...shared, query: 'contact' };
  if (query !== 'INVENTORY') return { ...shared, query: 'other' };
  const inventory = {
    deviceId: checkedId(textOf(request, 'DEVICEID') ?? ''),
    itemType: 'Computer',
    partial: false,
    content: contentFromXml(request),
  };
  return { ...shared, query: 'inventory', inventory };
}

function requestOf(bytes: Uint8Array): XmlElement {
  try {
    const root = readXml(bytes, LIMITS);
    if (root.name === 'REQUEST') return root;
  } catch (cause) {
    if (cause instanceof XmlRefused)
      throw new Fault('malformed', `The message is not read: ${cause.message}.`, { cause });
    throw cause;
  }
  throw new Fault('malformed', 'The message is no request of an inventory agent.');
}

function checkedId(text: string): string {
  const id = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, '')
    .trim();
  if (id === '' || id.length > MOST_DEVICE_ID)
    throw new Fault(
      'malformed',
      `The message names its device by nothing, or by more than ${MOST_DEVICE_ID} characters.`,
    );
  return id;
}
