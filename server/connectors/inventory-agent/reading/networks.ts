import { isIP } from 'node:net';
import type { Fields } from '../message/content.ts';
import { flagOf, numberOf, textOf } from './values.ts';

/** A network card with everything that was said of it. */
export type Card = {
  readonly name: string;
  /** Six bytes in lower case with colons; null where none is said, or nought. */
  readonly mac: string | null;
  /** IPv4 with the length of its prefix where that is known. */
  readonly addresses: readonly string[];
  readonly gateway: string | null;
  readonly state: string | null;
  readonly type: string | null;
  readonly speedMbps: number | null;
  /** It is none that one could touch: a bridge, a tunnel, or of a container. */
  readonly virtual: boolean;
};

/** Names of cards that only programs made, where the agent does not say so itself. */
const VIRTUAL =
  /^(lo\d*|docker|veth|br-|virbr|vmnet|vboxnet|tun|tap|wg|ifb|dummy|bond|team|zt|tailscale)|loopback|virtual|vpn|tap-windows|wan miniport|pseudo|bluetooth|wi-fi direct/i;

/** What a container is connected by: it comes and goes with the container, and is nothing of the machine. */
const PASSING = /^veth/i;

/** The cards of a device. Agents write a card once for each of its addresses, so what has one name and one hardware address is one card. */
export function cardsOf(records: readonly Fields[]): Card[] {
  const lasting = records.filter((one) => !PASSING.test(one.get('DESCRIPTION') ?? ''));
  const groups = Map.groupBy(lasting, (one) => `${one.get('DESCRIPTION') ?? ''} ${macOf(one.get('MACADDR'))}`);
  return [...groups.values()].map(cardOf);
}

function cardOf(records: readonly Fields[]): Card {
  const [first] = records;
  const said = (name: string) => records.map((one) => textOf(one, name)).find((text) => text !== null) ?? null;
  const name = said('DESCRIPTION') ?? '';
  const speed = said('SPEED');
  return {
    name,
    mac: macOf(first?.get('MACADDR')),
    addresses: [...new Set(records.flatMap(addressesOf))].sort(),
    gateway: said('IPGATEWAY'),
    state: said('STATUS')?.toLowerCase() ?? null,
    type: said('TYPE'),
    speedMbps: speed === null ? null : speedOf(speed),
    virtual:
      records.some((one) => flagOf(one, 'VIRTUALDEV') === true || one.get('TYPE') === 'loopback') || VIRTUAL.test(name),
  };
}

function addressesOf(fields: Fields): string[] {
  const { v4, v6 } = { v4: textOf(fields, 'IPADDRESS'), v6: textOf(fields, 'IPADDRESS6') };
  const prefix = prefixOf(textOf(fields, 'IPMASK'));
  return [
    ...(v4 !== null && isIP(v4) === 4 && v4 !== '0.0.0.0' ? [prefix === null ? v4 : `${v4}/${prefix}`] : []),
    ...(v6 !== null && isIP(v6) === 6 ? [v6] : []),
  ];
}

/** How many bits of `255.255.255.0` say the network; null for what is no mask. */
function prefixOf(mask: string | null): number | null {
  if (mask === null || isIP(mask) !== 4) return null;
  const bits = mask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : null;
}

/** Mbit/s out of `1000`, `1000 Mbps` or `1 Gbps`; null for nought and below, which say that it is not known. */
function speedOf(text: string): number | null {
  const number = numberOf(new Map([['SPEED', text]]), 'SPEED');
  if (number === null || number === 0) return null;
  return /g(b|bit)/i.test(text) ? number * 1_000 : number;
}

/** A hardware address in one form; null for what is none, and for nought and all. */
export function macOf(text: string | undefined): string | null {
  const digits = (text ?? '').replace(/[:.-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{12}$/.test(digits) || /^(0+|f+)$/.test(digits)) return null;
  return digits.replace(/..(?=.)/g, '$&:');
}

/** The card by which the device is reached: one that is up and has a gateway, else any that has an address. */
export function mainCard(cards: readonly Card[]): Card | null {
  const able = cards.filter((card) => !card.virtual && card.addresses.length > 0);
  return (
    able.find((card) => card.gateway !== null && card.state !== 'down') ??
    able.find((card) => card.state !== 'down') ??
    able[0] ??
    null
  );
}

/** An address without the length of its prefix, IPv4 before IPv6; null for a card without one. */
export function addressOf(card: Card | null): string | null {
  const plain = (card?.addresses ?? []).map((address) => address.split('/')[0] as string);
  return plain.find((address) => isIP(address) === 4) ?? plain[0] ?? null;
}
