import { describe, expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { startFixture, startScripted } from '../fixture.js';

const idOf = (key: string): string => encodeId('ictcore', 'message', key);
const ROWS = '{ totalCount nodes { __typename upstreamId name } sources { requests pushedDown } }';
const DEFERRED = `... on Document { quality } ... on Recording { codec } ... on Template { body bodyAlt } ... on Text { data }`;

describe('the list of messages', () => {
  test('is four lists at once, kind by kind, in one order whatever the order of the rows', async () => {
    await using fixture = await startFixture({
      documents: [2, 10, 1].map((document_id) => ({ document_id, name: `d${document_id}` })),
      recordings: [{ recording_id: 3, name: 'r3' }],
      templates: [{ template_id: 1, name: 't1' }],
      texts: [5, 4].map((text_id) => ({ text_id, name: `x${text_id}` })),
    });
    const { data } = await fixture.gateway.ask(`{ messages ${ROWS} }`);
    const { nodes, ...rest } = data?.['messages'] as { nodes: ReadonlyArray<{ name: string }> };
    expect(nodes.map(({ name }) => name)).toEqual(['d1', 'd2', 'd10', 'r3', 't1', 'x4', 'x5']);
    expect(rest).toEqual({ totalCount: 7, sources: [{ requests: 5, pushedDown: [] }] });
    expect(fixture.asked().sort()).toEqual(
      ['documents', 'recordings', 'templates', 'texts'].map((kind) => `/messages/${kind}`),
    );
    // Pages laid end to end are the whole list.
    const laid: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await fixture.gateway.ask(
        'query ($after: String) { messages(first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const { nodes: some, pageInfo } = page.data?.['messages'] as {
        nodes: ReadonlyArray<{ name: string }>;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      laid.push(...some.map(({ name }) => name));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(laid).toEqual(nodes.map(({ name }) => name));
  });

  test.each([
    ['DOCUMENT', 'documents'],
    ['RECORDING', 'recordings'],
    ['TEMPLATE', 'templates'],
    ['TEXT', 'texts'],
  ])('of one kind it is one request: %s', async (kind, path) => {
    await using fixture = await startFixture();
    const { data } = await fixture.gateway.ask(
      `{ messages(filter: { kind: ${kind}, name: { contains: "e" } }) ${ROWS} }`,
    );
    expect(data).toMatchObject({ messages: { sources: [{ pushedDown: ['kind', 'name.contains'] }] } });
    expect(fixture.asked()).toEqual([`/messages/${path}?name=e`]);
  });

  test('a length of 0 is one that nobody measured', async () => {
    const listed = ['0', '12', null, '3.6'].map((length, index) => ({
      recording_id: `${index + 1}`,
      name: 'r',
      length,
    }));
    await using server = await startScripted({ '/messages/recordings': { body: listed } });
    const { data } = await server.gateway.ask(
      '{ messages(filter: { kind: RECORDING }) { nodes { ... on Recording { lengthSeconds } } } }',
    );
    expect(data).toEqual({ messages: { nodes: [null, 12, null, 4].map((lengthSeconds) => ({ lengthSeconds })) } });
  });
});

describe('what only the item of a message tells', () => {
  test('is read once for each message, where it is selected', async () => {
    await using fixture = await startFixture();
    const { data, errors } = await fixture.gateway.ask(
      `{ messages { nodes { upstreamId __typename ${DEFERRED} } } again: messages(filter: { kind: TEXT }) { nodes { ... on Text { data } } } }`,
    );
    expect(errors).toEqual([]);
    expect((data?.['messages'] as { nodes: unknown[] }).nodes).toEqual([
      { __typename: 'Document', upstreamId: '1', quality: 'fine' },
      { __typename: 'Document', upstreamId: '2', quality: 'standard' },
      { __typename: 'Recording', upstreamId: '1', codec: 'pcm' },
      { __typename: 'Recording', upstreamId: '2', codec: 'pcm' },
      { __typename: 'Template', upstreamId: '1', body: '<p>Your invoice is due.</p>', bodyAlt: 'Your invoice is due.' },
      { __typename: 'Template', upstreamId: '2', body: null, bodyAlt: null },
      { __typename: 'Text', upstreamId: '1', data: 'Sale today: 50% & more' },
      { __typename: 'Text', upstreamId: '2', data: 'Uwaga: awaria łącza nr 24/7' },
      { __typename: 'Text', upstreamId: '3', data: null },
    ]);
    const items = fixture.asked().filter((target) => /\d$/.test(target));
    expect(items).toHaveLength(9);
    expect(new Set(items).size).toBe(9);
    await fixture.gateway.ask(
      '{ messages { nodes { name ... on Document { pages type } ... on Template { subject } } } }',
    );
    expect(fixture.asked()).toHaveLength(4);
  });
});

describe('messages by id', () => {
  const ask = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Message { name } } }';

  test('are unique by kind and number; one is its item, several are the list of their kind', async () => {
    await using fixture = await startFixture();
    const keys = ['document/1', 'recording/1', 'text/2', 'text/1', 'template/99'];
    const { data } = await fixture.gateway.ask(ask, { ids: keys.map(idOf) });
    expect(data).toEqual({
      nodes: [
        { __typename: 'Document', name: 'Invoice 1/2026' },
        { __typename: 'Recording', name: 'Welcome' },
        { __typename: 'Text', name: 'Alert' },
        { __typename: 'Text', name: 'Promo' },
        null,
      ],
    });
    expect(fixture.asked().sort()).toEqual([
      '/messages/documents/1',
      '/messages/recordings/1',
      '/messages/templates/99',
      '/messages/texts',
    ]);
  });

  test('what can be no message is not asked for', async () => {
    await using fixture = await startFixture();
    const keys = ['1', 'document/0', 'document/-1', 'document/1/media', 'fax/1', 'document/'];
    const { data, errors } = await fixture.gateway.ask(ask, { ids: keys.map(idOf) });
    expect({ data, errors }).toEqual({ data: { nodes: keys.map(() => null) }, errors: [] });
    expect(fixture.emulator.requests).toEqual([]);
  });
});
