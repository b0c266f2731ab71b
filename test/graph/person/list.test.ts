import { afterEach, expect, test } from 'vitest';

import { encodeId } from '../../../src/graph/values/id.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../../support/memory-provider.js';
import { ABLE, row } from './people-model.js';

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

interface Person {
  id: string;
  displayName: string;
  contacts: Array<{ id: string }>;
}
interface People {
  nodes: Person[];
  totalCount: number | null;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  sources: Array<{ ok: boolean; residual: string[]; matched: number }>;
}

const PERSON = 'id displayName emails phones contacts { id }';
const PEOPLE = `query ($first: Int, $after: String, $filter: ContactFilter) {
  people(first: $first, after: $after, filter: $filter) {
    nodes { ${PERSON} } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } sources { ok residual matched }
  }
}`;
const codesOf = (errors: ReadonlyArray<{ extensions: Readonly<Record<string, unknown>> }>): unknown[] =>
  errors.map(({ extensions }) => extensions['code']);

test('people come by name without case, page by page, and a cursor of another filter is refused', async () => {
  const names = ['żaneta', 'Anna', 'bartek', 'Celina', 'anna', 'Bartek'];
  gateway = startGateway([
    memoryUpstream(
      'north',
      names.map((name, index) => row(String(index), name)),
      UNABLE,
    ),
  ]);
  const laid: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { data } = await gateway.ask(PEOPLE, { first: 2, after });
    const page = data?.['people'] as People;
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    laid.push(...page.nodes.map(({ displayName }) => displayName));
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  expect(laid.map((name) => name.toLowerCase())).toEqual(['anna', 'anna', 'bartek', 'bartek', 'celina', 'żaneta']);
  expect(new Set(laid).size).toBe(6);
  const { errors } = await gateway.ask(PEOPLE, { after, filter: { name: { eq: 'Anna' } } });
  expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
});

test('a filter chooses people by any of their contacts and gives them whole, by columns too that lists do not show', async () => {
  gateway = startGateway([
    memoryUpstream('north', [row('1', 'Anna', ['anna@x.pl']), row('2', 'Jan', ['jan@x.pl'])], UNABLE),
    memoryUpstream('south', [row('grouped', 'A. Kowalska', ['anna@x.pl'])], { ...UNABLE, partialRows: true }),
  ]);
  const { data, errors } = await gateway.ask(PEOPLE, { filter: { groupId: encodeId('south', 'group', '1') } });
  expect(errors).toEqual([]);
  const { nodes, totalCount, sources } = data?.['people'] as People;
  expect(nodes.map(({ displayName, contacts }) => [displayName, contacts.length])).toEqual([['A. Kowalska', 2]]);
  expect(totalCount).toBe(1);
  expect(sources).toMatchObject([{ matched: 0 }, { matched: 1, residual: ['groupId', 'first'] }]);
});

test('an upstream that fails costs its own contacts, is told once, and stays lost on the pages behind', async () => {
  const fails = { behind: 0, kind: 'unavailable' } as const;
  gateway = startGateway([
    memoryUpstream('north', [row('1', 'Anna', ['anna@x.pl']), row('2', 'Jan', ['jan@x.pl'])], ABLE),
    memoryUpstream('south', [row('1', 'Anna', ['anna@x.pl'])], { ...ABLE, fails }),
  ]);
  const failureAt = (path: unknown[]): object => ({
    path,
    extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'south' },
  });
  const person = await gateway.ask('{ person(email: "anna@x.pl") { contacts { id } } }');
  expect(person).toMatchObject({ errors: [failureAt(['person'])], data: { person: { contacts: [{}] } } });
  const nobody = await gateway.ask('{ person(email: "nobody@x.pl") { id } }');
  expect(nobody).toMatchObject({ errors: [failureAt(['person'])], data: { person: null } });
  const page = await gateway.ask('{ contacts(upstreams: "north") { nodes { person { displayName } } } }');
  expect(page).toMatchObject({
    errors: [failureAt(['contacts', 'nodes', 0, 'person'])],
    data: { contacts: { nodes: [{ person: { displayName: 'Anna' } }, { person: { displayName: 'Jan' } }] } },
  });
  const first = await gateway.ask(PEOPLE, { first: 1 });
  const { pageInfo, totalCount, sources } = first.data?.['people'] as People;
  expect(first.errors).toMatchObject([failureAt(['people'])]);
  expect([totalCount, sources.map(({ ok }) => ok)]).toEqual([null, [true, false]]);
  const second = await gateway.ask(PEOPLE, { first: 1, after: pageInfo.endCursor });
  expect(second.errors).toMatchObject([{ message: expect.stringContaining('earlier page') as string }]);
  expect((second.data?.['people'] as People).nodes).toMatchObject([{ displayName: 'Jan' }]);
});

test.each([
  ['person', 'not 0'],
  ['person(email: "a@x.pl", phone: "500111222")', 'not 2'],
  ['person(email: "anna")', '"anna"'],
  ['person(phone: "12")', '"12"'],
  ['person(id: "nonsense")', 'nonsense'],
])('%s is a mistake of the caller', async (field, message) => {
  gateway = startGateway([memoryUpstream('north', [], UNABLE)]);
  const { errors } = await gateway.ask(`{ ${field} { id } }`);
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message) as string, extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('an id outlives the people around it: it finds whoever its contact is by then, and nobody when that is gone', async () => {
  const anna = row('7', 'Anna', ['anna@x.pl']);
  const ask = async (rows: MemoryRow[], id: string): Promise<unknown> => {
    await gateway?.close();
    gateway = startGateway([memoryUpstream('north', rows, ABLE)]);
    const { data, errors } = await gateway.ask(`query ($id: ID) { person(id: $id) { id contacts { upstreamId } } }`, {
      id,
    });
    expect(errors).toEqual([]);
    return data?.['person'];
  };
  const id = encodeId('north', 'person', '7');
  expect(await ask([anna], id)).toEqual({ id, contacts: [{ upstreamId: '7' }] });
  const earlier = row('3', 'Ania', ['anna@x.pl']);
  expect(await ask([anna, earlier], id)).toEqual({
    id: encodeId('north', 'person', '3'),
    contacts: [{ upstreamId: '3' }, { upstreamId: '7' }],
  });
  expect(await ask([earlier], id)).toBeNull();
  expect(await ask([anna], encodeId('elsewhere', 'person', '7'))).toBeNull();
  expect(await ask([anna], encodeId('north', 'contact', '7'))).toBeNull();
});

test('a national number is read by the country of each upstream; where it is two people, the caller has to say more', async () => {
  const replaceUpstreams = (north: string): void => {
    gateway = startGateway([
      { ...memoryUpstream('north', [row('1', 'Anna', [], [north])], ABLE), defaultCountry: 'PL' },
      { ...memoryUpstream('south', [row('1', 'Inés', [], ['+34612345678'])], ABLE), defaultCountry: 'ES' },
    ]);
  };
  replaceUpstreams('+48500111222');
  expect(await gateway?.ask('{ person(phone: "612 345 678") { displayName } }')).toMatchObject({
    errors: [],
    data: { person: { displayName: 'Inés' } },
  });
  await gateway?.close();
  replaceUpstreams('+48612345678');
  const both = await gateway?.ask('{ person(phone: "612 345 678") { displayName } }');
  expect(both?.errors).toMatchObject([
    { message: expect.stringContaining('2 people') as string, extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  const one = await gateway?.ask('{ person(phone: "+48 612 345 678") { displayName } }');
  expect(one).toMatchObject({ errors: [], data: { person: { displayName: 'Anna' } } });
});

test('a person is called what most of its contacts say, a full name before a word, an address only where there is no name', async () => {
  const email = ['anna@x.pl'];
  const names = [
    'Anna',
    'Anna',
    'Anna',
    'ANNA@X.PL',
    'Kowalska, Anna',
    'Anna Kowalska',
    'Anna Kowalska',
    '500 111 222',
  ];
  gateway = startGateway([
    memoryUpstream(
      'north',
      [
        ...names.map((name, index) => row(String(index), name, email, ['+48500111222'])),
        row('x', 'Jan@y.pl', ['jan@y.pl']),
        row('y', '600700800', [], ['+48600700800']),
      ],
      UNABLE,
    ),
  ]);
  const { data } = await gateway.ask('{ people { nodes { displayName } } }');
  const { nodes } = data?.['people'] as People;
  expect(nodes.map(({ displayName }) => displayName)).toEqual(['+48600700800', 'Anna Kowalska', 'jan@y.pl']);
});
