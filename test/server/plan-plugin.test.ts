import { afterEach, beforeEach, expect, test } from 'vitest';

import { createCostHistory } from '../../src/graph/cost/cost-history.js';
import { matchAll } from '../../src/query/filter.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startServer, type TestServer } from '../support/server.js';

const PLAN = { 'x-trunkline-plan': '1' };
const GROUPED = `{ contacts(first: 20, filter: { phone: { eq: "500 111 222" } }) {
  nodes { displayName groups { name } }
  sources { upstream { name } pushedDown residual }
} }`;

interface Plan {
  readonly calls: ReadonlyArray<{
    readonly fields: readonly string[];
    readonly upstream: string;
    readonly pushedDown?: readonly string[];
    readonly residual?: readonly string[];
    readonly requests: ReadonlyArray<{
      readonly operation: string;
      readonly expected: number;
      readonly worst: number;
      readonly perRow: boolean;
    }>;
  }>;
  readonly cost: { readonly expected: number; readonly worst: number; readonly basis: string };
  readonly refused?: string;
}

let five: Five;
let server: TestServer;
beforeEach(async () => {
  five = await startFive();
  server = await startServer(five.upstreams, { budget: { requests: 300, perUpstream: 150 } });
});
afterEach(async () => {
  await server.stop();
  await five.stop();
});

const received = (): number => Object.values(five.emulators).reduce((sum, { requests }) => sum + requests.length, 0);

async function planOf(query: string, variables?: unknown): Promise<Plan> {
  const { status, data, errors, extensions } = await server.ask(query, { headers: PLAN, variables });
  expect([status, data, errors]).toEqual([200, null, undefined]);
  return extensions?.['plan'] as Plan;
}

test('a plan tells each field’s calls, what is pushed down and what they cost; nothing is sent', async () => {
  const { calls, cost, refused } = await planOf(GROUPED);
  expect(received()).toBe(0);
  expect(refused).toBeUndefined();
  expect(calls.find(({ upstream }) => upstream === 'hosttracker')).toEqual({
    fields: ['contacts'],
    upstream: 'hosttracker',
    pushedDown: ['phone.eq'],
    residual: ['phone.eq', 'first'],
    assumed: [],
    requests: [{ operation: 'GET /contacts', expected: 1, worst: 1, perRow: false }],
  });
  expect(calls.filter(({ fields }) => fields[0] === 'contacts.nodes.groups')).toMatchObject([
    {
      upstream: 'ictcore',
      requests: [{ operation: 'GET /groups' }, { operation: 'GET /groups/{id}/contacts', perRow: false }],
    },
    { upstream: 'serwersms' },
  ]);
  expect(cost.basis).toBe('estimated');
  expect(cost.worst).toBeGreaterThan(cost.expected);
});

test('what a plan says of filters is what the sources of the answer say', async () => {
  const { calls } = await planOf(GROUPED);
  const { data } = await server.ask(GROUPED);
  const { sources } = data?.['contacts'] as { sources: Array<{ upstream: { name: string } }> };
  const planned = calls
    .filter(({ fields }) => fields[0] === 'contacts')
    .map(({ upstream: name, pushedDown, residual }) => ({ upstream: { name }, pushedDown, residual }));
  expect(sources).toEqual(planned);
});

test('of an operation that ran the plan expects what it took, for the same variables', async () => {
  const query = 'query ($first: Int) { groups(first: $first) { nodes { contacts(first: 2) { nodes { id } } } } }';
  await server.ask(query, { variables: { first: 3 } });
  const took = received() - five.emulators.ictcore.requests.filter(({ path }) => path.endsWith('/authenticate')).length;
  expect((await planOf(query, { first: 3 })).cost).toMatchObject({ basis: 'measured', expected: took });
  expect((await planOf(query, { first: 4 })).cost.basis).toBe('estimated');
});

test('the plan of a mutation changes nothing', async () => {
  const input = { cloudSigma: { name: 'Anna', email: 'anna@example.com' } };
  const { calls } = await planOf(
    'mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } } }',
    { input },
  );
  expect(received()).toBe(0);
  expect(calls.map(({ fields, upstream }) => [fields, upstream])).toEqual([
    [['createContact'], 'cloudsigma'],
    [['createContact.contact'], 'cloudsigma'],
  ]);
});

const DEAR = '{ transmissions(first: 160) { nodes { id attempts { id } } } users { nodes { id } } }';

test('beyond the budget of an upstream it is refused, naming the dearest field, and nothing is sent', async () => {
  const { status, errors, data } = await server.ask(DEAR);
  expect([status, data, received()]).toEqual([400, undefined, 0]);
  expect(errors).toMatchObject([{ extensions: { code: 'BUDGET_EXCEEDED' } }]);
  expect(errors?.[0]?.message).toMatch(
    /^this operation may ask "ictcore" for \d+ requests, and 150 are allowed; "transmissions\.nodes\.attempts" costs most, up to \d+: ask for fewer rows/,
  );
  expect((await planOf(DEAR)).refused).toBe(errors?.[0]?.message);
});

test('beyond the budget of a request too', async () => {
  const many = Array.from({ length: 3 }, (_, index) => `c${index}: transmissions(first: 120) { nodes { title } }`);
  const { status, errors } = await server.ask(`{ ${many.join(' ')} }`);
  expect(status).toBe(400);
  expect(errors?.[0]?.message).toContain('and 150 are allowed; "c0.nodes.title" costs most');
  const wide = await startServer(five.upstreams, { budget: { requests: 300, perUpstream: 1000 } });
  try {
    const answer = await wide.ask(`{ ${many.join(' ')} }`);
    expect(answer.errors?.[0]?.message).toMatch(
      /^this operation may take \d+ upstream requests, and 300 are allowed; "c0/,
    );
  } finally {
    await wide.stop();
  }
  expect(received()).toBe(0);
});

test('a mistake in an argument is told in place of a plan, and of its field where it is no plan that is asked for', async () => {
  const query = '{ contact(id: "nonsense") { id } upstreams { name } }';
  const planned = await server.ask(query, { headers: PLAN });
  expect(planned.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const answered = await server.ask(query);
  expect(answered.errors).toMatchObject([{ path: ['contact'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(answered.data).toMatchObject({ contact: null, upstreams: { length: five.upstreams.length } });
});

test('lists that are known to be long are no dearer than the budget that a config has by itself', async () => {
  const learned = createCostHistory();
  for (const { provider } of five.upstreams) learned.sizes.record(provider.name, 'contact', matchAll, 100_000);
  const usual = await startServer(five.upstreams, { learned, budget: { requests: 1000, perUpstream: 500 } });
  try {
    const { status, errors } = await usual.ask('{ contacts(orderBy: { field: DISPLAY_NAME }) { totalCount } }');
    expect([status, errors]).toEqual([200, undefined]);
  } finally {
    await usual.stop();
  }
});
