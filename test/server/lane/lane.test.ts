import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LOCAL_PRINCIPAL, type Principal } from '../../../src/graph/request/principal.js';
import { createApollo } from '../../../src/server/apollo.js';
import { createScrubber, createLog } from '../../../src/server/log.js';
import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway } from '../../support/gateway.js';
import { startServer, type TestServer } from '../../support/server.js';

const READER: Principal = { ...LOCAL_PRINCIPAL, name: 'reader', scopes: new Set(['read']) };

let five: Five;
/** The first answers in the lane from the second use of an operation on, the other never. */
let servers: TestServer[];
beforeAll(async () => {
  five = await startFive();
  const authenticate = ({ headersDistinct }: { headersDistinct: NodeJS.Dict<string[]> }) => ({
    is: 'known' as const,
    principal: headersDistinct['x-api-key'] ? READER : LOCAL_PRINCIPAL,
  });
  servers = await Promise.all(
    [2, 0].map((compileAtUse) => startServer(five.upstreams, { authenticate, serve: { compileAtUse } })),
  );
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await five.stop();
});

/** The answers of both: status, headers and text, without what is by chance. */
async function ask(body: unknown, headers: Record<string, string> = {}): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const server of servers) {
    const { status, text, ...answer } = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'the-same', ...headers },
      body: JSON.stringify(body),
    });
    const names = ['content-type', 'cache-control', 'x-content-type-options', 'x-request-id', 'content-length'];
    const withoutTimes = text.replace(/"elapsedMs":[\d.]+/g, '"elapsedMs":0');
    const seen = names.map((name) =>
      name === 'content-length' && withoutTimes !== text ? '' : answer.headers.get(name),
    );
    answers.push({ status, seen, text: withoutTimes });
  }
  return answers;
}

const LIST =
  'query List($first: Int) { contacts(first: $first) { nodes { id displayName emails phones } totalCount sources { ok requests } } }';
const TWO = 'query One { __typename } query Two { contacts(first: 1) { nodes { displayName } } }';

/** Bodies and headers of requests that a client may send. */
const REQUESTS: ReadonlyArray<readonly [what: string, body: unknown, headers: Record<string, string>]> = [
  ['a list', { query: LIST, variables: { first: 5 } }, {}],
  ['other variables', { query: LIST, variables: { first: 2 } }, {}],
  ['a name of the operation', { query: TWO, operationName: 'Two' }, {}],
  ['the other name', { query: TWO, operationName: 'One' }, {}],
  ['no name where there are two', { query: TWO }, {}],
  ['a name that is not there', { query: TWO, operationName: 'Three' }, {}],
  ['variables that are null', { query: LIST, variables: null, operationName: null, extensions: null }, {}],
  ['a variable of a wrong type', { query: LIST, variables: { first: 'many' } }, {}],
  ['variables that are no object', { query: LIST, variables: [5] }, {}],
  ['a query that is none', { query: 5 }, {}],
  ['more rows than are allowed', { query: LIST, variables: { first: 1_000_000 } }, {}],
  ['a negative number of rows', { query: LIST, variables: { first: -1 } }, {}],
  ['an id of nothing', { query: 'query ($id: ID!) { contact(id: $id) { id } }', variables: { id: 'x' } }, {}],
  ['introspection', { query: '{ __schema { queryType { name } } }' }, {}],
  ['an explanation', { query: LIST }, { 'x-trunkline-explain': '1' }],
  ['the plan only', { query: LIST }, { 'x-trunkline-plan': '1' }],
  ['the other type of answers', { query: LIST }, { accept: 'application/graphql-response+json' }],
  ['a type that there is not', { query: LIST }, { accept: 'image/png' }],
  [
    'a mutation with a mistake',
    { query: 'mutation { deleteContact(input: { id: "x" }) { userErrors { code field } } }' },
    {},
  ],
];

describe('an operation that was asked before is answered as by Apollo Server:', () => {
  it.each(REQUESTS)('%s', async (_, body, headers = {}) => {
    for (let times = 0; times < 4; times += 1) {
      const [quick, apollo] = await ask(body, headers);
      expect(quick).toEqual(apollo);
    }
  });
});

it('a caller without the scope of a field is refused, however often others asked for it', async () => {
  const body = { query: '{ gateways(first: 1) { nodes { id } } }' };
  for (let times = 0; times < 3; times += 1) await ask(body);
  const [quick, apollo] = await ask(body, { 'x-api-key': 'of the reader' });
  expect(quick).toEqual(apollo);
  expect(JSON.stringify(quick)).toContain('FORBIDDEN');
});

it('an operation is known from its second use on, by its whole text and name, and for types that clients were given', async () => {
  const gateway = startGateway(five.upstreams);
  const { apollo, lane } = createApollo(gateway, {
    log: createLog(String),
    scrub: createScrubber([]),
    introspection: true,
    watch: {
      gate: () => ({ enter: () => undefined, leave: () => undefined, charge: undefined, inFlight: () => 0 }),
      observe: undefined,
    },
    compileAtUse: 2,
  });
  const isKnown = (operationName?: string, query = TWO): boolean =>
    lane?.prepare({ query, operationName }, LOCAL_PRINCIPAL, 'application/json') !== undefined;
  lane?.contentTypes.learn('application/json', 'application/json; charset=utf-8');
  const request = { isPlanOnly: false, principal: LOCAL_PRINCIPAL, requestCounts: new Map(), attempts: undefined };
  const seen: boolean[] = [];
  for (let times = 0; times < 2; times += 1) {
    await apollo.executeOperation(
      { query: TWO, operationName: 'One' },
      { contextValue: Object.assign(gateway.contextFor(LOCAL_PRINCIPAL, {}, ''), { request }) as never },
    );
    seen.push(isKnown('One'));
  }
  expect(seen).toEqual([false, true]);
  expect([isKnown('Two'), isKnown(), isKnown('One', `${TWO} `)]).toEqual([false, false, false]);
  expect(lane?.prepare({ query: TWO, operationName: 'One' }, LOCAL_PRINCIPAL, 'image/png')).toBeUndefined();
  await Promise.all([apollo.stop(), gateway.close()]);
});
