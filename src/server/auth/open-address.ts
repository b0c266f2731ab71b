import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether other machines can reach a server that listens on this address. A name counts as all that it stands for. */
export async function isOpenAddress(host: string): Promise<boolean> {
  if (isIP(host) !== 0) return !isLoopbackAddress(host);
  const addresses = await lookup(host, { all: true }).catch(() => undefined);
  return !addresses?.every(({ address }) => isLoopbackAddress(address));
}

function isLoopbackAddress(address: string): boolean {
  return loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
