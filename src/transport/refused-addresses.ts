import { BlockList, isIP } from 'node:net';

/**
 * Addresses at which no provider can be: link-local ones, the unspecified one, groups, and those at which clouds tell the
 * machine's own credentials. Private ones are servers of the same network, such as an ICTCore.
 */
const noServers = new BlockList();
noServers.addSubnet('0.0.0.0', 8);
noServers.addSubnet('169.254.0.0', 16);
noServers.addSubnet('224.0.0.0', 3);
noServers.addAddress('::', 'ipv6');
noServers.addSubnet('fe80::', 10, 'ipv6');
noServers.addSubnet('ff00::', 8, 'ipv6');
// 169.254.0.0/16 through a NAT64.
noServers.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
// Clouds whose metadata are not link-local: Alibaba, Oracle, Azure, Amazon, Google.
for (const address of ['100.100.100.200', '192.0.0.192', '168.63.129.16']) noServers.addAddress(address);
for (const address of ['fd00:ec2::254', 'fd20:ce::254']) noServers.addAddress(address, 'ipv6');

/** Whether this is such an address, in the one form that URLs and resolvers write it in; a name is none. */
export function isRefusedAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && noServers.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
