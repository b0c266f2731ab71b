import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startLoopbackUpstream, type LoopbackUpstream } from '../server/test-provider.js';
import { startServer, type TestServer } from '../support/server.js';

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], { serve: { introspection: false } });
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

describe('a schema that does not describe itself', () => {
  it.each([
    ['an introspection query', getIntrospectionQuery()],
    ['__type', '{ __type(name: "Contact") { fields { name } } }'],
    ['__schema below a fragment', '{ ...a } fragment a on Query { __schema { types { name } } }'],
  ])('A14 refuses %s with 400, and names no type', async (_, query) => {
    const { status, text, errors } = await server.ask(query);
    expect([status, errors?.[0]?.message]).toEqual([400, 'This gateway does not describe its schema.']);
    expect(text).not.toMatch(/Contact|Apollo/);
  });

  it.each(['/graphql', '/graphiql', '/graphiql/graphiql.js', '/'])('A14 has no page at %s', async (path) => {
    const { status, headers } = await server.fetch(path, { headers: { accept: 'text/html' } });
    expect([status, headers.get('content-type')]).toEqual([
      path === '/graphql' ? 400 : 404,
      'application/json; charset=utf-8',
    ]);
  });

  it('A14 still says the type of a row', async () => {
    const { data } = await server.ask('{ contacts(first: 1) { nodes { __typename } } }');
    expect(data).toEqual({ contacts: { nodes: [{ __typename: 'LoopbackContact' }] } });
  });

  const filtered = 'query ($f: ContactFilter!, $d: ContactOrder) { contacts(filter: $f, orderBy: $d) { totalCount } }';
  it.each<[string, string, unknown]>([
    ['a field', '{ contact { nodes { id } } }', {}],
    ['a field below', '{ contacts { node { id } } }', {}],
    ['an argument', '{ contacts(frst: 1) { totalCount } }', {}],
    ['a type', '{ contacts { nodes { ... on Contct { id } } } }', {}],
    ['a fragment', '{ ...contcts } fragment contacts on Query { __typename }', {}],
    ['a directive', '{ __typename @skp(if: true) }', {}],
    ['an input field', '{ contacts(filter: { emial: { eq: "a@b.c" } }) { totalCount } }', {}],
    ['an enum value', '{ contacts(orderBy: { field: NAM }) { totalCount } }', {}],
    ['an input field of a variable', filtered, { f: { emial: { eq: 'a@b.c' } } }],
    ['an enum value of a variable', filtered, { f: {}, d: { field: 'DISPLAY_NAM' } }],
  ])('A15 does not correct the spelling of %s', async (_, query, variables) => {
    const { status, errors, text } = await server.ask(query, { variables });
    expect([status, errors?.length]).toEqual([400, expect.any(Number)]);
    expect(text).not.toMatch(/did you mean/i);
  });
});
