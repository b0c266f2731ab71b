import { expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { idOf, startFixture, startScripted } from '../fixture.js';

const SOURCE = 'sources { requests fetched matched pushedDown residual }';
const PEOPLE: Seed = {
  contacts: [
    {
      contact_id: 1,
      first_name: 'Ada',
      last_name: 'Byron',
      email: 'ada@example.com',
      address: 'Prosta 1',
      custom1: 'a',
    },
    { contact_id: 2, first_name: 'Alan', last_name: 'Turing', email: 'ALAN@example.com', description: 'second' },
    { contact_id: 3, first_name: 'Grace', last_name: 'Hopper', email: "o'hara@example.com" },
  ],
  groups: [
    { group_id: 1, name: 'Customers', description: 'all customers' },
    { group_id: 2, name: 'Staff' },
    { group_id: 5, name: 'Empty' },
  ],
  links: [
    { group_id: 1, contact_id: 1 },
    { group_id: 1, contact_id: 2 },
    { group_id: 2, contact_id: 2 },
    { group_id: 99, contact_id: 3 },
  ],
};

test('a contact in several groups is listed once', async () => {
  await using fixture = await startFixture(PEOPLE);
  const { data } = await fixture.gateway.ask(`{ contacts { totalCount nodes { upstreamId } ${SOURCE} } }`);
  expect(data?.['contacts']).toMatchObject({
    totalCount: 3,
    nodes: [{ upstreamId: '1' }, { upstreamId: '2' }, { upstreamId: '3' }],
    sources: [{ fetched: 3, matched: 3 }],
  });
});

const DEFERRED = '... on IctCoreContact { firstName address custom1 custom2 custom3 description }';

test('columns that lists lack are read from the item, only where they are selected', async () => {
  await using fixture = await startFixture(PEOPLE);
  const { data, errors } = await fixture.gateway.ask(`{ contacts(first: 2) { nodes { upstreamId ${DEFERRED} } } }`);
  expect(errors).toEqual([]);
  const unset = { address: null, custom1: null, custom2: null, custom3: null, description: null };
  expect(data?.['contacts']).toEqual({
    nodes: [
      { upstreamId: '1', ...unset, firstName: 'Ada', address: 'Prosta 1', custom1: 'a' },
      { upstreamId: '2', ...unset, firstName: 'Alan', description: 'second' },
    ],
  });
  expect(fixture.asked()).toEqual(['/contacts', '/contacts/1', '/contacts/2']);
  await fixture.gateway.ask('{ contacts { nodes { displayName emails ... on IctCoreContact { firstName } } } }');
  expect(fixture.asked()).toEqual(['/contacts']);
  await fixture.gateway.ask(`query ($id: ID!) { contact(id: $id) { ${DEFERRED} } }`, { id: idOf('contact', 3) });
  expect(fixture.asked()).toEqual(['/contacts/3']);
});

test('an item that fails costs its late columns and is told once, never the list', async () => {
  await using fixture = await startFixture(PEOPLE);
  fixture.emulator.addFault({ kind: 'status', status: 500, path: '/contacts/' });
  const { data, errors } = await fixture.gateway.ask(
    '{ contacts { nodes { ... on IctCoreContact { firstName address } } } }',
  );
  const nodes = ['Ada', 'Alan', 'Grace'].map((firstName) => ({ firstName, address: null }));
  expect(data).toEqual({ contacts: { nodes } });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'ictcore' } }]);
});

test("the guide's list has every column: nothing is late", async () => {
  const row = {
    contact_id: 7,
    first_name: 'Ada',
    phone: 48500111222,
    address: 'Prosta 1',
    custom1: '',
    description: 'd',
  };
  await using server = await startScripted({ '/contacts': { body: [{ custom2: null, custom3: 'c', ...row }] } });
  const { data } = await server.gateway.ask(`{ contacts { nodes { upstreamId phones ${DEFERRED} } } }`);
  const texts = { firstName: 'Ada', address: 'Prosta 1', custom1: null, custom2: null, custom3: 'c', description: 'd' };
  expect(data).toEqual({ contacts: { nodes: [{ upstreamId: '7', phones: ['+48500111222'], ...texts }] } });
  expect(server.headers.map(([path]) => path)).toEqual(['/contacts']);
});

test('groups of contacts cost the groups and one list for each that is not empty, however many contacts', async () => {
  await using fixture = await startFixture(PEOPLE);
  const ask = (first: number) =>
    fixture.gateway.ask('query ($first: Int) { contacts(first: $first) { nodes { groups { name } } } }', { first });
  const { data } = await ask(3);
  expect(data).toEqual({
    contacts: {
      nodes: [
        { groups: [{ name: 'Customers' }] },
        { groups: [{ name: 'Customers' }, { name: 'Staff' }] },
        { groups: [] },
      ],
    },
  });
  const asked = fixture.asked();
  expect(asked).toEqual(['/contacts', '/groups', '/groups/1/contacts', '/groups/2/contacts']);
  await ask(1);
  expect(fixture.asked()).toEqual(asked);
});

test('a long list that is filtered by its groups reads them once', async () => {
  const contacts = Array.from({ length: 120 }, (_, index) => ({ contact_id: index + 1, first_name: `Nr ${index}` }));
  await using fixture = await startFixture({ ...PEOPLE, contacts });
  const filter = `not: { groupId: "${idOf('group', 1)}" }`;
  const { data } = await fixture.gateway.ask(`{ contacts(filter: { ${filter} }) { totalCount } }`);
  expect(data?.['contacts']).toEqual({ totalCount: 118 });
  expect(fixture.asked()).toEqual(['/contacts', '/groups', '/groups/1/contacts', '/groups/2/contacts']);
});

test('a filter on groups that the server is not asked reads the same memberships', async () => {
  await using fixture = await startFixture(PEOPLE);
  const { data } = await fixture.gateway.ask(
    `{ contacts(filter: { ungrouped: true }) { nodes { upstreamId } ${SOURCE} } }`,
  );
  expect(data?.['contacts']).toMatchObject({
    nodes: [{ upstreamId: '3' }],
    sources: [{ pushedDown: [], residual: ['ungrouped', 'first'] }],
  });
  expect(fixture.asked()).toEqual(['/contacts', '/groups', '/groups/1/contacts', '/groups/2/contacts']);
});

const BY_GROUP = `query ($id: ID!) {
  asked: contacts(filter: { groupId: $id }) { nodes { upstreamId } ${SOURCE} }
  tested: contacts(filter: { or: [{ groupId: $id }, { groupId: $id, channel: FAX }] }) { nodes { upstreamId } }
}`;

test("a group's contacts are its own list, and nothing is left to test", async () => {
  await using fixture = await startFixture(PEOPLE);
  const { data } = await fixture.gateway.ask(BY_GROUP, { id: idOf('group', 1) });
  const nodes = [{ upstreamId: '1' }, { upstreamId: '2' }];
  expect(data?.['asked']).toEqual({
    nodes,
    sources: [{ requests: 2, fetched: 2, matched: 2, pushedDown: ['groupId'], residual: ['first'] }],
  });
  expect(data?.['tested']).toEqual({ nodes });
  expect(fixture.asked()).toContain('/groups/1/contacts');
});

test('a group that is gone has no contacts, although its links stay', async () => {
  await using fixture = await startFixture(PEOPLE);
  const { data, errors } = await fixture.gateway.ask(BY_GROUP, { id: idOf('group', 99) });
  expect(errors).toEqual([]);
  expect(data).toMatchObject({ asked: { nodes: [] }, tested: { nodes: [] } });
});

test('e-mail is compared here, without case and blanks', async () => {
  await using fixture = await startFixture({
    contacts: ['Ada@Example.com', 'ada@example.com ', 'adá@example.com', 'xada@example.com'].map((email) => ({
      email,
    })),
  });
  const { data } = await fixture.gateway.ask(
    `{ contacts(filter: { email: { eq: "ADA@example.com" } }) { nodes { emails } ${SOURCE} } }`,
  );
  expect(data?.['contacts']).toMatchObject({
    nodes: [{ emails: ['ada@example.com'] }, { emails: ['ada@example.com'] }],
    sources: [{ pushedDown: [], matched: 2 }],
  });
  expect(fixture.asked()).toEqual(['/contacts']);
});

test('an address with a blank before it is found, so the server is not asked to compare addresses', async () => {
  await using fixture = await startFixture({
    contacts: [{ contact_id: 1, first_name: 'Ada', email: ' ada@example.com' }],
  });
  const ask = async (filter: object) =>
    (
      await fixture.gateway.ask(
        'query ($filter: ContactFilter) { contacts(filter: $filter) { nodes { emails channels ... on IctCoreContact { email } } } }',
        { filter },
      )
    ).data;
  const found = {
    contacts: { nodes: [{ emails: ['ada@example.com'], channels: ['EMAIL'], email: ' ada@example.com' }] },
  };
  expect(await ask({})).toEqual(found);
  const eq = { email: { eq: 'ada@example.com' } };
  expect(await ask(eq)).toEqual(found);
  expect(await ask({ or: [eq, { and: [eq] }] })).toEqual(found);
});

test.each([
  [{ email: { eq: "o'hara@example.com" } }, ['3']],
  [{ email: { eq: "ada@example.com' OR '1'='1" } }, []],
  [{ email: { eq: 'ada\\@example.com' } }, []],
  [{ email: { eq: '%@example.com' } }, []],
  [{ email: { eq: 'a;a@example.com' } }, []],
  [{ name: { contains: '%' } }, []],
  [{ phone: { eq: "' OR 1=1 --" } }, []],
])('a value that could break out of SQL is not sent: %j', async (filter, found) => {
  await using fixture = await startFixture(PEOPLE);
  const { data } = await fixture.gateway.ask(
    'query ($filter: ContactFilter) { contacts(filter: $filter) { nodes { upstreamId } sources { pushedDown } } }',
    { filter },
  );
  const nodes = found.map((upstreamId) => ({ upstreamId }));
  expect(data).toEqual({ contacts: { nodes, sources: [{ pushedDown: [] }] } });
  expect(fixture.asked()).toEqual(['/contacts']);
});

test.each(['0', '-2', '007', 'abc', '1/csv', '1?x', '9'.repeat(19)])(
  'the key %s is missing and is not sent',
  async (key) => {
    await using fixture = await startFixture(PEOPLE);
    const { data, errors } = await fixture.gateway.ask(
      'query ($ids: [ID!]!, $group: ID!) { nodes(ids: $ids) { id } contacts(filter: { groupId: $group }) { nodes { id } } }',
      { ids: [idOf('contact', key), idOf('group', key), idOf('gateway', key)], group: idOf('group', key) },
    );
    expect({ data, errors }).toEqual({ data: { nodes: [null, null, null], contacts: { nodes: [] } }, errors: [] });
    expect(fixture.asked()).toEqual([]);
  },
);

test('an item of nulls, or of another id, is missing', async () => {
  const empty = { first_name: null, last_name: null, phone: null, email: null };
  await using server = await startScripted({
    '/contacts/4': { body: { contact_id: null, ...empty } },
    '/contacts/5': { body: { contact_id: '6', ...empty } },
    '/contacts/7': { body: { ...empty, first_name: 'Ada' } },
  });
  const ids = ['4', '5', '7'].map((key) => idOf('contact', key));
  const { data } = await server.gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data).toEqual({ nodes: [null, null, { id: ids[2] }] });
});
