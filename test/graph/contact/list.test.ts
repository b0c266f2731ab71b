import { afterEach, describe, expect, test } from 'vitest';

import { encodeId } from '../../../src/graph/values/id.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../../support/memory-provider.js';

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const row = (key: string, displayName: string): MemoryRow => ({
  key,
  displayName,
  emails: [`${key}@x.pl`],
  phones: [],
  channels: ['EMAIL'],
  groupKeys: [],
});

function start(): TestGateway {
  gateway = startGateway([
    memoryUpstream('north', [row('10', 'Bea'), row('9', 'ala'), row('8', '')], UNABLE),
    memoryUpstream('south', [row('1', 'Ala'), row('2', 'bea')], UNABLE),
  ]);
  return gateway;
}

const id = (upstream: string, key: string): string => encodeId(upstream, 'contact', key);
const ids = (list: string): string => `{ contacts(${list}) { nodes { id } pageInfo { endCursor } } }`;

test('a sorted list is ordered without case, equal keys by upstream, rows without a value last', async () => {
  const { data } = await start().ask(
    '{ contacts(orderBy: { field: DISPLAY_NAME }) { nodes { displayName upstream { name } } } }',
  );
  const nodes = (data?.['contacts'] as { nodes: Array<{ displayName: string; upstream: { name: string } }> }).nodes;
  expect(nodes.map(({ displayName, upstream }) => `${upstream.name} ${displayName}`)).toEqual([
    'north ala',
    'south Ala',
    'north Bea',
    'south bea',
    'north ',
  ]);
});

test('without an order the upstreams take turns, each in the order of its ids', async () => {
  const { data } = await start().ask(ids('first: 10'));
  expect((data?.['contacts'] as { nodes: unknown }).nodes).toEqual(
    [id('north', '8'), id('south', '1'), id('north', '9'), id('south', '2'), id('north', '10')].map((id) => ({ id })),
  );
});

describe('bad input is refused with a sentence, and nothing is asked', () => {
  test.each([
    ['contacts(first: 1001)', '"first" must be 0 to 1000, not 1001'],
    ['contacts(first: -1)', '"first" must be 0 to 1000, not -1'],
    ['contacts(after: "bm8")', '"after" is not a cursor of this list'],
    ['contacts(upstreams: ["east"])', 'there is no upstream "east"; configured are north, south'],
    [
      `contacts(filter: { or: [${'{ name: { eq: "x" } }'.repeat(201)}] })`,
      'a filter has at most 200 conditions, not 201; "in" takes many values as one',
    ],
    ['contacts(filter: { ids: ["x"] })', '"x" is not an id of this API'],
    ['contacts(filter: { groupId: "" })', '"" is not an id of this API'],
  ])('%s', async (field, message) => {
    const { errors, attempts } = await start().ask(`{ ${field} { nodes { id } } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(attempts).toEqual([]);
  });

  test('a cursor of another filter, order or choice of upstreams', async () => {
    const running = start();
    const { data } = await running.ask(ids('first: 1'));
    const after = (data?.['contacts'] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    for (const list of ['filter: { channel: EMAIL }', 'orderBy: { field: EMAIL }', 'upstreams: ["north"]']) {
      expect((await running.ask(ids(`after: "${after}", ${list}`))).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
    expect((await running.ask(ids(`after: "${after}", first: 3`))).errors).toEqual([]);
  });
});

test('one object by id is null when it is not there, its upstream not configured, or of another kind', async () => {
  const { data, errors } = await start().ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } one: contact(id: "${id('north', '404')}") { id } }`,
    {
      ids: [
        id('south', '2'),
        id('south', '404'),
        id('east', '1'),
        encodeId('north', 'group', '1'),
        encodeId('north', 'upstream', 'north'),
      ],
    },
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    nodes: [
      { id: id('south', '2'), __typename: 'MemoryContact' },
      null,
      null,
      null,
      { id: encodeId('north', 'upstream', 'north'), __typename: 'Upstream' },
    ],
    one: null,
  });
});

test('a filter that no row of an upstream can pass asks that upstream nothing', async () => {
  const { data } = await start().ask(
    `{ contacts(filter: { ids: ["${id('north', '9')}"] }) { nodes { id } sources { upstream { name } fetched pushedDown residual } } }`,
  );
  expect(data?.['contacts']).toEqual({
    nodes: [{ id: id('north', '9') }],
    sources: [
      { upstream: { name: 'north' }, fetched: 1, pushedDown: ['ids'], residual: ['first'] },
      { upstream: { name: 'south' }, fetched: 0, pushedDown: [], residual: ['ids'] },
    ],
  });
});
