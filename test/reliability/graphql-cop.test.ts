import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LOCAL_PRINCIPAL } from '../../src/graph/request/principal.js';
import type { Authenticate } from '../../src/server/auth/authenticate.js';
import { startLoopbackUpstream, type LoopbackUpstream } from '../server/test-provider.js';
import { startServer, type HttpAnswer, type TestServer } from '../support/server.js';

/** Anyone with this header is known. */
const KEY = { authorization: 'Bearer of-the-audit' };
const authenticate: Authenticate = ({ headersDistinct }) =>
  headersDistinct['authorization']?.[0] === KEY.authorization
    ? { is: 'known', principal: { ...LOCAL_PRINCIPAL, name: 'auditor' } }
    : { is: 'refused', status: 401, code: 'UNAUTHENTICATED', message: 'Who are you?' };

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  // As the config sets it where `auth` is.
  server = await startServer([loopback.upstream], { authenticate, serve: { introspection: false } });
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const CIRCULAR =
  '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
const FRAGMENTS = '{ __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }';
const repeat = (text: string, times: number): string => Array.from({ length: times }, () => text).join(' ');
const aliases = Array.from({ length: 101 }, (_, at) => `alias${at}: __typename`).join(' ');

/** The checks of graphql-cop 1.15: what each sends, and what it would call a finding in the answer. */
const CHECKS: ReadonlyArray<
  readonly [
    title: string,
    send: (headers: Record<string, string>) => Promise<HttpAnswer>,
    isFinding: (answer: HttpAnswer) => boolean,
  ]
> = [
  [
    'alias overloading',
    (headers) => query(`query cop { ${aliases} }`, headers),
    ({ data }) => data?.['alias100'] !== undefined,
  ],
  [
    'array-based batches',
    (headers) =>
      send(JSON.stringify(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))), headers),
    ({ text }) => text.startsWith('['),
  ],
  ['circular introspection', (headers) => query(CIRCULAR, headers), ({ data }) => data?.['__schema'] !== undefined],
  ['circular fragments', (headers) => query(FRAGMENTS, headers), ({ errors }) => errors === undefined],
  [
    'directive overloading',
    (headers) => query(`query cop { __typename ${'@aa'.repeat(10)} }`, headers),
    ({ errors }) => errors?.length === 10,
  ],
  [
    'field duplication',
    (headers) => query(`query cop { ${repeat('__typename', 500)} }`, headers),
    ({ data }) => data?.['__typename'] !== undefined,
  ],
  [
    'field suggestions',
    (headers) => query('query cop { __schema { directive } }', headers),
    ({ text }) => /did you mean/i.test(text),
  ],
  [
    'queries by GET',
    (headers) => server.fetch('/graphql?query=query%20cop%20%7B__typename%7D', { headers }),
    ({ data }) => data?.['__typename'] !== undefined,
  ],
  [
    'mutations by GET',
    (headers) => server.fetch('/graphql?query=mutation%20cop%20%7B__typename%7D', { headers }),
    ({ data }) => data?.['__typename'] !== undefined,
  ],
  [
    'urlencoded POST',
    (headers) =>
      send('query=query%20cop%20%7B__typename%7D', { ...headers, 'content-type': 'application/x-www-form-urlencoded' }),
    ({ data }) => data?.['__typename'] !== undefined,
  ],
  [
    'introspection',
    (headers) => query('query cop { __schema { types { name } } }', headers),
    ({ data }) => data?.['__schema'] !== undefined,
  ],
  [
    'trace mode',
    (headers) => query('query cop { __typename }', headers),
    ({ text }) => /tracing|stacktrace/i.test(text),
  ],
  ['unhandled errors', (headers) => query('qwerty cop { abc }', headers), ({ text }) => /exception|stack/i.test(text)],
  ...['/graphiql', '/playground', '/console', '/graphql'].map(
    (path) =>
      [
        `an explorer at ${path}`,
        (headers: Record<string, string>) => server.fetch(path, { headers: { ...headers, accept: 'text/html' } }),
        ({ text }: HttpAnswer) => /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/.test(text),
      ] as const,
  ),
];

function send(body: string, headers: Record<string, string>): Promise<HttpAnswer> {
  return server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

function query(text: string, headers: Record<string, string>): Promise<HttpAnswer> {
  return send(JSON.stringify({ query: text }), headers);
}

describe.each([
  ['with a key', KEY],
  ['without one', {}],
])('graphql-cop, %s', (_, headers) => {
  it.each(CHECKS)('finds no %s', async (_title, sendCheck, isFinding) => {
    const answer = await sendCheck(headers);
    expect([isFinding(answer), answer.text]).toEqual([false, expect.any(String)]);
    expect(answer.status).toBeLessThan(500);
  });
});

it('asks a server that would answer', async () => {
  expect((await query('query cop { __typename }', KEY)).data).toEqual({ __typename: 'Query' });
});
