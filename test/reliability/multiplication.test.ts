import { afterAll, beforeAll, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../support/memory-provider.js';

/** People of many contacts, all of which share one address. */
const rows = Array.from({ length: 12 }, (_, at): MemoryRow => ({
  key: `${at}`,
  displayName: 'Jan Kowalski',
  emails: ['jan@example.com'],
  phones: [],
  channels: [],
  groupKeys: [],
}));

let server: TestServer;
beforeAll(async () => {
  server = await startServer([memoryUpstream('memory', rows, UNABLE)]);
});
afterAll(() => server.stop());

const nested = (levels: number): string =>
  `{ person(email: "jan@example.com") ${'{ contacts { person '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`;

it.each([4, 5, 6])(
  'people of contacts of people, %i levels deep, are refused before anything is asked',
  async (levels) => {
    const { status, errors, data } = await server.ask(nested(levels));
    expect([status, errors?.[0]?.extensions?.['code'], data]).toEqual([400, 'BUDGET_EXCEEDED', undefined]);
    expect(errors?.[0]?.message).toMatch(
      `has ${levels} lists of Contact inside each other, and 3 are allowed: ask for what lies deeper by its id`,
    );
  },
);

it('three levels are answered', async () => {
  const { status, errors } = await server.ask(nested(3));
  expect([status, errors]).toEqual([200, undefined]);
});

it('lists without "first" multiply too', async () => {
  const groups = 'groups { id contacts(first: 10) { nodes { id } } }';
  const { errors } = await server.ask(`{ contacts(first: 1000) { nodes { ${groups} } } }`);
  expect(errors?.[0]?.message).toMatch(/may read \d+ rows, more than 20000, most of them in "contacts.nodes.groups/);
});
