import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startLoopbackUpstream, type LoopbackUpstream } from '../server/test-provider.js';
import { startServer, type TestServer } from '../support/server.js';

/** Audits that this server fails on purpose, and why. */
const DELIBERATE: Readonly<Record<string, string>> = {
  '572B': 'a document that cannot be parsed is 400 in both media types: proxies and logs then see a failure as one',
  FDE2: 'the same for a document that the schema does not fit',
  '7B9B': 'the same for variables that do not fit the document',
};

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream]);
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

/** Every request with the header that lets a GET pass: pages cannot send it without a preflight. */
const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('apollo-require-preflight', '1');
  return fetch(url, { ...init, headers });
};

it('meets every MUST and SHOULD of GraphQL over HTTP, but for what differs on purpose', async () => {
  const results = await Promise.all(serverAudits({ url: `${server.url}/graphql`, fetchFn }).map((audit) => audit.fn()));
  expect(results.length).toBeGreaterThan(50);
  const failed = results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.id} ${result.status}`]));
  expect(failed.sort()).toEqual(
    Object.keys(DELIBERATE)
      .map((id) => `${id} warn`)
      .sort(),
  );
});
