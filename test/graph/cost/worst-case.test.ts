import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFive, type Five } from '../../support/all-providers.js';
import { askPlanned, planOf } from '../../support/run-planned.js';
import { startServer, type TestServer } from '../../support/server.js';

let five: Five;
let server: TestServer;
/** Some ids by the list that they are of. */
let ids: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  // Nothing is kept from one request to the next: each operation is as dear as it can be.
  five = await startFive();
  server = await startServer(five.upstreams);
  const lists = ['contacts', 'groups', 'campaigns', 'programs', 'accounts', 'people'];
  const { data } = await server.ask(`{ ${lists.map((list) => `${list} { nodes { id } }`).join(' ')} }`);
  const found = data as Record<string, { nodes: Array<{ id: string }> }>;
  ids = Object.fromEntries(lists.map((list) => [list, found[list]?.nodes.map(({ id }) => id) ?? []]));
});
afterAll(async () => {
  await server.stop();
  await five.stop();
});

const some = (list: string, count: number): readonly string[] => ids[list]?.slice(0, count) ?? [];
const one = (list: string): string => JSON.stringify(some(list, 1)[0]);
const PERSON = 'person { id contacts { groups { name } } }';

/** Operations of which one part waits for another, or is known only from what comes. */
const OPERATIONS: Readonly<Record<string, () => string>> = {
  'a person by the id of any thing': () => `{ node(id: ${one('people')}) { id ... on Person { contacts { id } } } }`,
  'people among other things': () =>
    `{ nodes(ids: ${JSON.stringify([...some('people', 3), ...some('contacts', 3)])}) { id ... on Contact { ${PERSON} } } }`,
  'a person by id': () => `{ person(id: ${one('people')}) { id contacts { groups { name } } } }`,
  'persons of contacts that come one by one': () =>
    `{ groups { nodes { contacts(first: 1) { nodes { ${PERSON} } } } } }`,
  'persons of contacts by key': () =>
    `{ ${some('contacts', 12)
      .map((id, index) => `c${index}: contact(id: "${id}") { ${PERSON} }`)
      .join(' ')} }`,
  'lists of things of several kinds': () => {
    const list = 'transmissions { nodes { title channel program { name } campaign { id } } }';
    const all = [...some('contacts', 1), ...some('campaigns', 3), ...some('programs', 3)];
    return `{ nodes(ids: ${JSON.stringify(all)}) { ... on Campaign { ${list} } ... on Program { ${list} } } }`;
  },
};

test.each(Object.entries(OPERATIONS))('%s take no more than the worst case', async (_name, operation) => {
  const { answer, misfits } = await askPlanned(server, five, operation());
  expect([answer.status, answer.errors]).toEqual([200, undefined]);
  expect(misfits).toEqual([]);
});

const MAKE = 'contact { id } userErrors { code }';
const MUTATIONS: Readonly<Record<string, string>> = {
  'a contact that is called like another upstream': `mutation {
    createContact(input: { cloudSigma: { name: "serwersms", email: "sms@example.com" } }) { ${MAKE} }
  }`,
  'contacts of which some name their upstream': `mutation { createContacts(inputs: [
    { cloudSigma: { upstream: "cloudsigma", name: "Anna", email: "anna.one@example.com" } }
    { hostTrackerEmail: { address: "anna.two@example.com" } }
  ]) { results { ${MAKE} } } }`,
};

test.each(Object.entries(MUTATIONS))('%s are planned where they are made', async (_name, mutation) => {
  const { answer, misfits } = await askPlanned(server, five, mutation);
  expect([answer.errors, JSON.stringify(answer.data)]).toEqual([undefined, expect.not.stringContaining('"code"')]);
  expect(misfits).toEqual([]);
  const { plan } = await planOf(server, mutation);
  const made = mutation.includes('createContacts') ? ['hosttracker', 'cloudsigma'] : ['cloudsigma'];
  expect(plan?.cost.upstreams.map(({ upstream }) => upstream)).toEqual(made);
});

test('what only one thing is asked for is not row by row, however many requests that takes', async () => {
  const { plan } = await planOf(
    server,
    `{ node(id: ${one('accounts')}) { ... on Account { active setting(name: "coverpage") } } }`,
  );
  const requests = plan?.calls.flatMap((call) => call.requests) ?? [];
  expect(requests.map(({ operation }) => operation)).toContain('GET /accounts/{id}');
  expect(requests.filter(({ perRow }) => perRow)).toEqual([]);
});
