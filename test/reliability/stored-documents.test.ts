import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SCOPES } from '../../src/graph/request/principal.js';
import type { Authenticate } from '../../src/server/auth/authenticate.js';
import { startLoopbackUpstream, type LoopbackUpstream } from '../server/test-provider.js';
import { startServer, type HttpAnswer, type TestServer } from '../support/server.js';

/** Everyone is who they say: what is tried here is whose documents are whose. */
const believe: Authenticate = ({ headersDistinct }) => ({
  is: 'known',
  principal: { name: String(headersDistinct['x-name']), scopes: new Set(SCOPES), upstreams: undefined },
});

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], { authenticate: believe });
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const ask = (name: string, sha256Hash: string, query?: string): Promise<HttpAnswer> =>
  server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-name': name },
    body: JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  });

const MISS = { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } };

describe('documents that clients register', () => {
  it('A17 answers by hash what the same caller asked in full before', async () => {
    const query = '{ first: __typename }';
    expect((await ask('anna', hashOf(query))).errors).toEqual([MISS]);
    expect((await ask('anna', hashOf(query), query)).data).toEqual({ first: 'Query' });
    expect((await ask('anna', hashOf(query))).data).toEqual({ first: 'Query' });
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });
    const byGet = await server.fetch(`/graphql?extensions=${encodeURIComponent(extensions)}`, {
      headers: { 'apollo-require-preflight': '1', 'x-name': 'anna' },
    });
    expect(byGet.data).toEqual({ first: 'Query' });
  });

  it('A17 refuses a hash of another text with 400, and keeps nothing of it', async () => {
    const wanted = '{ wanted: __typename }';
    const { status, errors } = await ask('anna', hashOf(wanted), '{ poisoned: __typename }');
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'BAD_REQUEST']);
    expect((await ask('anna', hashOf(wanted))).errors).toEqual([MISS]);
  });

  it('A17 does not know the hash of another caller', async () => {
    const query = '{ mine: __typename }';
    await ask('anna', hashOf(query), query);
    expect((await ask('bruno', hashOf(query))).errors).toEqual([MISS]);
  });

  it.each([
    ['does not parse', '{ broken'],
    ['does not fit the schema', '{ noSuchField }'],
    ['asks for too much', `{ ${Array.from({ length: 30 }, (_, at) => `a${at}: __typename`).join(' ')} }`],
  ])('A17 keeps no document that %s', async (_, query) => {
    expect((await ask('anna', hashOf(query), query)).status).toBe(400);
    expect((await ask('anna', hashOf(query))).errors).toEqual([MISS]);
  });

  it.each([
    ['no object', 'abc'],
    ['another version', { version: 2, sha256Hash: hashOf('{ __typename }') }],
    ['a hash that is no text', { version: 1, sha256Hash: { toString: 'x' } }],
    ['no hash', { version: 1 }],
  ])('A17 refuses %s in place of a persisted query with 400', async (_, persistedQuery) => {
    const { status, errors } = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-name': 'anna' },
      body: JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery } }),
    });
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'BAD_REQUEST']);
  });
});
