import { known, type Loose, numberOf, textOf, textsIn } from '#server/connectors/core/index.ts';
import type { ReadingValue } from '#server/practices/configuration/index.ts';

const MB = 1_000_000;

type Part = Readonly<Record<string, ReadingValue>>;

/** A network adapter of N-central's assets, by the keys that all sources of parts share. */
export const networkIn = (adapter: Loose): Part =>
  known<ReadingValue>({
    name: textOf(adapter['description']),
    mac: textOf(adapter['macaddress']),
    addresses: textsIn(adapter['ipaddress']),
    gateway: textsIn(adapter['gateway']),
    dnsServers: textsIn(adapter['dnsserver']),
    dhcpServer: textOf(adapter['dhcpserver']),
  });

/** A drive, in the same manner. */
export const diskIn = (drive: Loose): Part =>
  known<ReadingValue>({
    model: textOf(drive['modelnumber']),
    serial: textOf(drive['serialnumber']),
    sizeMb: megabytes(drive['capacity']),
  });

/** In MB, of bytes; null for what is no size. */
export function megabytes(bytes: unknown): number | null {
  const number = numberOf(bytes);
  return number === null || number <= 0 ? null : Math.round(number / MB);
}
