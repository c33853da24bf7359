import { BlockList, isIPv6 } from 'node:net';

const never = new BlockList();
never.addSubnet('0.0.0.0', 8, 'ipv4');
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
// What clouds tell a machine about itself, outside the link-local range: Alibaba, Azure, Oracle; AWS and Google in IPv6.
never.addAddress('100.100.100.200', 'ipv4');
never.addAddress('168.63.129.16', 'ipv4');
never.addAddress('192.0.0.192', 'ipv4');
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
never.addSubnet('fd00:ec2::', 32, 'ipv6');
never.addAddress('fd20:ce::254', 'ipv6');
// Addresses that carry an IPv4 one inside (NAT64, 6to4) could smuggle any of the above past the list.
never.addSubnet('64:ff9b::', 96, 'ipv6');
never.addSubnet('2002::', 16, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

// RFC 1918, RFC 6598 (shared by a provider's customers), RFC 2544 (tests), RFC 4193.
const inside = new BlockList();
inside.addSubnet('10.0.0.0', 8, 'ipv4');
inside.addSubnet('172.16.0.0', 12, 'ipv4');
inside.addSubnet('192.168.0.0', 16, 'ipv4');
inside.addSubnet('100.64.0.0', 10, 'ipv4');
inside.addSubnet('192.0.0.0', 24, 'ipv4');
inside.addSubnet('198.18.0.0', 15, 'ipv4');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fec0::', 10, 'ipv6');

/** An IPv4 address in IPv6 clothes is judged as what it is. */
const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

export const isLoopback = (address: string): boolean => loopback.check(address, familyOf(address));

/** Whether the program may connect to this IP address. Private networks are allowed unless `privateNetworks` is false. */
export function mayConnect(address: string, options: { loopback: boolean; privateNetworks?: boolean }): boolean {
  if (never.check(address, familyOf(address))) return false;
  if (options.privateNetworks === false && inside.check(address, familyOf(address))) return false;
  return options.loopback || !isLoopback(address);
}
