import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import { graphql } from 'graphql';
import { expect, test } from 'vitest';

import { LOCAL_PRINCIPAL } from '../../src/graph/request/principal.js';
import { withAuthorization } from '../../src/transport/access-token.js';
import { openCallerRoute } from '../../src/transport/caller-route.js';
import type { UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { createHealth } from '../../src/transport/health.js';
import { UpstreamCredential } from '../../src/transport/upstream-credential.js';
import { startGateway } from '../support/gateway.js';
import { startTokenBank } from '../support/token-bank.js';

const RUNS = 20_000;

/** Texts that are easily taken for each other: numbers and their spellings, one letter in two forms, separators of keys. */
const alike = fc.constantFrom('1', '"1"', '\u00e9', 'e\u0301', 'a","b', '');
const headers = fc.array(fc.tuple(fc.constantFrom('x-a', 'x-a,x-b'), alike), { maxLength: 1 });
const asked = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  path: alike.map((text) => `/${text}`),
  headers: headers.map((pairs) => Object.fromEntries(pairs)),
  body: fc.option(
    fc.oneof(
      alike,
      alike.map((text) => Buffer.from(text)),
    ),
    { nil: undefined },
  ),
});

/** What the provider answers: all that it was sent, with whose credential. */
function echo({
  method,
  path,
  headers: sent,
  body,
}: Omit<UpstreamRequest, 'operation' | 'effect' | 'callOptions'>): string {
  const sorted = Object.entries(sent).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([method, path, sorted, typeof body === 'string' ? body : body && [body.toString()]]);
}

test(`T4 of ${RUNS} reads that differ in little or in their credential only, none gets the answer of another`, async () => {
  let sent = 0;
  const route = openCallerRoute(
    {
      upstream: 'pbx',
      origin: 'http://pbx',
      timeoutMs: 60_000,
      concurrency: 256,
      cacheMs: 60_000,
      health: createHealth(),
    },
    {
      openPool: () => ({
        send: async (request): Promise<UpstreamResponse> => {
          sent += 1;
          await Promise.resolve();
          return { status: 200, headers: {}, body: Buffer.from(echo(request)) };
        },
        close: async () => undefined,
      }),
    },
  );
  // A credential that was rotated is another one, be it longer by a blank only.
  const tokens = [
    '1-of-the-tokens',
    '"1-of-the-tokens"',
    '1-of-the-tokens2',
    'e\u0301-of-the-tokens',
    '\u00e9-of-the-tokens',
  ];
  const accounts = tokens.map((token) => {
    const authorize = withAuthorization((request) => ({
      ...request,
      headers: { ...request.headers, authorization: token },
    }));
    const signed = { authorize, secrets: [], health: createHealth() };
    return { token, connection: route.connect(new UpstreamCredential('pbx', token), signed) };
  });
  const reads = fc.sample(fc.tuple(asked, fc.nat({ max: tokens.length - 1 })), { numRuns: RUNS, seed: 4 });
  let crossed = 0;
  for (let from = 0; from < RUNS; from += 100) {
    await Promise.all(
      reads.slice(from, from + 100).map(async ([request, place]) => {
        const account = accounts[place];
        if (!account) throw new TypeError('no account');
        const { body } = await account.connection.exchange({
          ...request,
          operation: 'X',
          effect: 'reads',
          callOptions: {},
        });
        const own = echo({ ...request, headers: { ...request.headers, authorization: account.token } });
        if (body.toString() !== own) crossed += 1;
      }),
    );
  }
  expect(crossed).toBe(0);
  // The check bites: most of them were answered from the cache.
  expect(sent).toBeLessThan(RUNS / 2);
});

test('T5 loaders live as long as their request: its rows and its errors are for nobody after it', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const bank = await startTokenBank();
  const gateway = startGateway([bank.upstream]);
  try {
    const credentials = new Map([['sms', new UpstreamCredential('sms', 'token-of-anna-AAAA')]]);
    const ask = async (): Promise<{ readonly text: string; readonly loaders: WeakRef<object> }> => {
      const contextValue = gateway.contextFor({ ...LOCAL_PRINCIPAL, credentials }, {}, 'http://test');
      const { data } = await graphql({
        schema: gateway.schema,
        source: '{ groups { nodes { name } sources { ok } } }',
        contextValue,
      });
      return { text: JSON.stringify(data), loaders: new WeakRef(contextValue.loaders) };
    };
    bank.intercept = () => ({ status: 500, body: '{}' });
    const failed = await ask();
    expect(failed.text).toContain('"ok":false');
    bank.intercept = () => undefined;
    const healed = await ask();
    expect(healed.text).toContain('of AAAA');
    for (let tries = 0; tries < 20 && (failed.loaders.deref() ?? healed.loaders.deref()); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      collect();
    }
    expect([failed.loaders.deref(), healed.loaders.deref()]).toEqual([undefined, undefined]);
  } finally {
    await gateway.close();
    await bank.close();
  }
});
