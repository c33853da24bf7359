import dns from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopback, mayConnect } from './addresses.ts';
import { EgressRefused } from './refused.ts';

/** Whether a host's name or address means this machine itself. */
export function isLoopbackName(host: string): boolean {
  return host === 'localhost' || (isIP(host) !== 0 && isLoopback(host));
}

/**
 * The address to connect to for a host, for protocols other than HTTP: whoever connects to this very address has nobody answer
 * the name differently in between. This machine is reached only where the host itself says so. Throws `EgressRefused`, or what the
 * look-up throws.
 */
export async function reachableAddress(host: string): Promise<string> {
  const loopback = isLoopbackName(host);
  const found = isIP(host) ? [host] : (await dns.lookup(host, { all: true })).map(({ address }) => address);
  const bad = found.find((address) => !mayConnect(address, { loopback }));
  const [first] = found;
  if (bad !== undefined || first === undefined) throw new EgressRefused(`${host} stands for ${bad ?? 'nothing'}`);
  return first;
}
