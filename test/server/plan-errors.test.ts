import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFive, type Five } from '../support/all-providers.js';
import { planOf } from '../support/run-planned.js';
import { startServer, type TestServer } from '../support/server.js';

let five: Five;
let server: TestServer;
beforeAll(async () => {
  five = await startFive();
  server = await startServer(five.upstreams, { budget: { requests: 300, perUpstream: 150 } });
});
afterAll(async () => {
  await server.stop();
  await five.stop();
});

const received = (): number => Object.values(five.emulators).reduce((sum, { requests }) => sum + requests.length, 0);
const MISTAKE = { extensions: { code: 'BAD_USER_INPUT' } };
const DEAR = 'transmissions(first: 160) { nodes { attempts { id } } }';

test.each(['contact(id: "nonsense") { id }', 'contacts(upstreams: ["nobody"]) { nodes { id } }'])(
  'a mistake in one field does not lift the budget of the others: %s',
  async (wrong) => {
    const { status, errors } = await server.ask(`{ ${wrong} ${DEAR} }`);
    expect([status, received()]).toEqual([400, 0]);
    expect(errors).toMatchObject([{ extensions: { code: 'BUDGET_EXCEEDED' } }]);
  },
);

test('where variables are wrong that is told, and no plan', async () => {
  const query = 'query ($first: Int!) { contacts(first: $first) { nodes { id } } }';
  for (const variables of [{}, { first: 'many' }, { first: null }]) {
    const { status, plan, errors } = await planOf(server, query, variables);
    expect([status, plan]).toEqual([400, undefined]);
    expect(errors).toMatchObject([MISTAKE]);
    expect((await server.ask(query, { variables })).errors?.[0]?.message).toBe(errors?.[0]?.message);
  }
  expect(received()).toBe(0);
});

test('a filter that is too long to run is not planned, which would take seconds', async () => {
  const filter = { or: Array.from({ length: 6000 }, (_, index) => ({ name: { contains: `a${index}` } })) };
  const fields = Array.from({ length: 20 }, (_, index) => `c${index}: contacts(filter: $filter) { nodes { id } }`);
  const query = `query ($filter: ContactFilter) { ${fields.join(' ')} }`;
  const { status, errors } = await planOf(server, query, { filter });
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: expect.stringMatching(/^a filter has at most 200 conditions/) as string }]);
});

test('who asks for a plan in another spelling gets one, and nothing is done', async () => {
  const mutation = 'mutation { deleteContacts(ids: []) { deletedIds } }';
  for (const spelling of ['1', 'true', '1, 1', 'yes']) {
    const { data, extensions } = await server.ask(mutation, { headers: { 'x-trunkline-plan': spelling } });
    expect([spelling, data, extensions]).toMatchObject([spelling, null, { plan: {} }]);
  }
  const { data } = await server.ask(mutation, { headers: { 'x-trunkline-plan': '0' } });
  expect(data).toEqual({ deleteContacts: { deletedIds: [] } });
});

test('a plan can be had by GET', async () => {
  const { status, data, extensions } = await server.fetch('/graphql?query={groups{nodes{id}}}', {
    headers: { 'x-trunkline-plan': '1', 'apollo-require-preflight': '1' },
  });
  expect([status, data, extensions]).toMatchObject([200, null, { plan: { calls: [{}, {}] } }]);
});
