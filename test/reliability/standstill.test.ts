import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFive, type Five } from '../support/all-providers.js';
import { startFaultProxy, type FaultProxy, type WriteFault } from '../support/fault-proxy.js';
import { startGateway } from '../support/gateway.js';

const TIMEOUT_MS = 300;

/** The whole answer, and then nobody listens until the time of its call is over. */
const standStill: WriteFault = (socket, { contentType, body }) => {
  socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length}\r\n\r\n`);
  socket.end(body);
  for (const until = performance.now() + 2 * TIMEOUT_MS; performance.now() < until;);
};

let five: Five;
let proxy: FaultProxy;
beforeAll(async () => {
  five = await startFive();
  proxy = await startFaultProxy(five.emulators.cloudsigma.url);
});
afterAll(async () => {
  await proxy.close();
  await five.stop();
});

test.each([1, 2])(
  'a list whose answer came while this process stood still is whole, %i times at once',
  async (count) => {
    const upstream = five.upstreams.find(({ provider }) => provider.name === 'cloudsigma');
    if (!upstream) throw new Error('no cloudsigma');
    const baseUrl = upstream.baseUrl.replace(/^http:\/\/[^/]+/, proxy.url);
    const gateway = startGateway([{ ...upstream, baseUrl, timeoutMs: TIMEOUT_MS, retry: { tries: 1 } }]);
    proxy.set(standStill);
    five.emulators.cloudsigma.reset();
    const document = '{ contacts(first: 5) { nodes { id } sources { ok } } }';
    const answers = await Promise.all(Array.from({ length: count }, () => gateway.ask(document)));
    for (const { data, errors } of answers) {
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ contacts: { sources: [{ ok: true }] } });
    }
    expect(five.emulators.cloudsigma.requests).toHaveLength(1);
    await gateway.close();
  },
);
