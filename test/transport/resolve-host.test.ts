import dns, { type LookupAddress } from 'node:dns';
import { createServer } from 'node:http';

import { afterEach, expect, test, vi } from 'vitest';

import { openPool } from '../../src/transport/undici.js';
import { closeAll, closing, listen } from './sockets.js';
import { failureOf, request } from './scripted-exchange.js';

/** To what the name leads when it is asked for. */
let addresses: LookupAddress[];
const lookups: string[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await closeAll();
});

/** A server on all addresses of this machine's loopback, and the way to it by a name. */
async function serveNamed() {
  let heard = 0;
  const port = await listen(
    createServer((_request, response) => {
      heard += 1;
      response.end('{}');
    }),
  );
  lookups.length = 0;
  const lookup = (name: string, _options: object, callback: (error: null, found: LookupAddress[]) => void): void => {
    lookups.push(name);
    callback(null, addresses);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
  const pool = openPool('pbx', `http://pbx.example:${port}`, { connections: 1 });
  closing.push(() => pool.close());
  return { send: pool.send, heard: () => heard };
}

const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const v6 = (address: string): LookupAddress => ({ address, family: 6 });

// 0.0.0.0 is this machine, so that what is not refused would be heard.
test.each([
  ['the unspecified address', [v4('0.0.0.0')]],
  ['where clouds tell credentials', [v4('169.254.169.254')]],
  ['there in the clothes of IPv6', [v6('::ffff:169.254.169.254')]],
  ['there through a NAT64', [v6('64:ff9b::a9fe:a9fe')]],
  ['there in a cloud with an address of its own', [v4('100.100.100.200'), v6('fd00:ec2::254')]],
  ['a link-local address', [v6('fe80::1')]],
  ['a group', [v4('224.0.0.251'), v6('ff02::1')]],
])('T11 a server whose name leads to %s is told nothing', async (_, found) => {
  addresses = found;
  const { send, heard } = await serveNamed();
  const failure = await failureOf(send(request({ effect: 'acts', method: 'POST' })));
  const { message } = failure as Error;
  expect(failure).toMatchObject({ kind: 'unavailable', sent: 'no' });
  expect(message).toContain('leads to an address at which no provider can be');
  expect(heard()).toBe(0);
});

test('T11 of several addresses those are taken at which a provider can be, and a kept socket asks for none again', async () => {
  addresses = [v6('fe80::1'), v4('169.254.169.254'), v4('127.0.0.1')];
  const { send, heard } = await serveNamed();
  await send(request());
  await send(request());
  expect([heard(), lookups]).toEqual([2, ['pbx.example']]);
});
