import { createServer, type Server } from 'node:http';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { hostway } from '../../../../src/providers/hostway/index.js';
import { startGateway, type TestGateway } from '../../../support/gateway.js';

const NAMES = Array.from({ length: 120 }, (_, index) => `n${index}`);
const DOCUMENT = `query ($first: Int, $after: String) {
  contacts(first: $first, after: $after) { totalCount nodes { upstreamId } pageInfo { endCursor hasNextPage } }
}`;

interface Page {
  readonly totalCount: number;
  readonly nodes: ReadonlyArray<{ readonly upstreamId: string }>;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

let server: Server;
let gateway: TestGateway;

// Answers as the page on contacts says, which names no pages: with everything, whatever is asked for.
beforeAll(async () => {
  const body = JSON.stringify({ count: NAMES.length, list: NAMES.map((name) => ({ name })), links: [] });
  server = createServer((_, reply) => {
    reply.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new TypeError('the server has no port');
  const settings = { account: 'a', domains: ['example.com'], auth: { username: 'u', password: 'p' } };
  gateway = startGateway([{ provider: hostway, baseUrl: `http://127.0.0.1:${address.port}`, settings }]);
});
afterAll(async () => {
  await gateway.close();
  server.close();
  server.closeAllConnections();
});

test.each([7, 40, 50, 60, 100, 120, 500])(
  'a server that knows no pages gives each row once, %i at a time',
  async (first) => {
    const laid: string[] = [];
    let last: Page['pageInfo'] = { endCursor: null, hasNextPage: true };
    while (last.hasNextPage) {
      const { data, errors } = await gateway.ask(DOCUMENT, { first, after: last.endCursor });
      expect(errors).toEqual([]);
      const page = data?.['contacts'] as Page;
      expect(page.totalCount).toBe(NAMES.length);
      laid.push(...page.nodes.map(({ upstreamId }) => upstreamId));
      last = page.pageInfo;
    }
    expect(laid).toEqual(NAMES);
    const { data } = await gateway.ask(DOCUMENT, { first, after: last.endCursor });
    expect(data).toMatchObject({ contacts: { nodes: [], pageInfo: { hasNextPage: false } } });
  },
);
