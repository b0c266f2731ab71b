import fc from 'fast-check';
import { expect, test } from 'vitest';

import { manyContacts } from '../../../src/emulators/hostway/seed.js';
import type { Seed } from '../../../src/emulators/hostway/state.js';
import {
  allOf,
  expectExact,
  expectShared,
  expectSound,
  expectWithin,
  given,
  measureRequests,
  sizes,
  SOME,
  theOnly,
  writtenBy,
  countsIn,
} from '../measured-costs.js';
import { idOf, useHostway } from './fixture.js';

const ALL = { params: {} };
const ONE = ['test-domain.com'];
const TWO = [...ONE, 'example.net'];
const { emulator, gatewayOf } = useHostway();

/** Books of so many contacts, and what their upstream costs. */
function open(domains: readonly string[], sizesOfBooks: readonly number[]) {
  const books = domains.map((domain, place) => manyContacts(sizesOfBooks[place] ?? 0, domain));
  const seed: Seed = {
    domains: Object.assign({}, ...books.map((book) => book.domains)) as NonNullable<Seed['domains']>,
  };
  emulator().reset(seed);
  const { backends, costs } = theOnly(gatewayOf(...domains));
  const rows = sizesOfBooks.reduce((sum, size) => sum + size, 0);
  const keys = domains.flatMap((domain) => (seed.domains?.[domain] ?? []).map(({ name }) => `${domain}/${name}`));
  return { backend: given(backends.contact), ofContacts: given(costs.nouns.contact), costs, rows, keys };
}

test('Hostway is asked for whole books as its costs say', async () => {
  for (const [domains, books] of [
    ...[0, 1, 100, 101, 400, 401, 850].map((size) => [ONE, [size]] as const),
    ...[0, 50, 101, 450].map((size) => [TWO, [size, size]] as const),
  ]) {
    const { backend, ofContacts, rows } = open(domains, books);
    const calls = given(ofContacts.list)({ ...ALL, limit: undefined, rows }, sizes({ contact: rows }));
    const read = (callOptions: object): Promise<unknown> =>
      allOf(backend.list({ ...ALL, offset: 0, limit: undefined }, callOptions));
    expectExact(await measureRequests(read), calls, books.join());
    await expectShared(emulator(), [read, read], calls);
    const found = { ...ALL, params: { searchEmail: '@' } };
    const measured = await measureRequests((callOptions) =>
      allOf(backend.list({ ...found, offset: 0, limit: undefined }, callOptions)),
    );
    const searched = given(ofContacts.list)({ ...found, limit: undefined, rows }, sizes({ contact: rows }));
    expectExact(measured, searched, `${books.join()} searched`);
    expect(searched.some(({ shared }) => shared)).toBe(false);
  }
});

test('Hostway is asked for a run of rows as its costs say at its begin, and wherever it begins no more', async () => {
  const { backend, ofContacts, rows } = open(ONE, [1700]);
  const measured = (offset: number, limit: number) =>
    measureRequests((callOptions) => allOf(backend.list({ ...ALL, offset, limit }, callOptions)));
  const calls = (limit: number) => given(ofContacts.list)({ ...ALL, limit, rows }, sizes({ contact: rows }));
  for (const limit of [1, 2, 51, 400, 401, 801, 1001])
    expectExact(await measured(0, limit), calls(limit), String(limit));
  // Where a page begins is not known before: a run may be cut by it.
  const offset = fc.oneof(fc.nat(1800), fc.constantFrom(399, 398, 799));
  const limit = fc.oneof(fc.integer({ min: 1, max: 1001 }), fc.constantFrom(402, 802, 400));
  await fc.assert(
    fc.asyncProperty(offset, limit, async (from, length) => {
      expectWithin(await measured(from, length), calls(length), `${length} from ${from}`);
    }),
    {
      numRuns: 40,
      examples: [
        [399, 402],
        [399, 802],
        [1, 400],
      ],
    },
  );
  expect(await measured(399, 402)).toEqual(countsIn(calls(402), 'worst'));
});

test('Hostway is asked for contacts by name as its costs say', async () => {
  for (const [domains, books] of [
    [ONE, [300]],
    [ONE, [1000]],
    [ONE, [2500]],
    [TWO, [300, 300]],
    [TWO, [0, 900]],
  ] as const) {
    const { backend, ofContacts, rows, keys } = open(domains, books);
    for (const size of SOME) {
      const count = Math.min(size, keys.length);
      // Spread evenly over the books and their pages.
      const spread = Array.from(
        { length: count },
        (_, place) => keys[Math.floor(((place + 0.5) * keys.length) / count)] ?? '',
      );
      const calls = given(ofContacts.byKeys)(count, sizes({ contact: rows }));
      const measured = await measureRequests((callOptions) => backend.byKeys(spread, callOptions));
      if (books.every((each) => each === books[0])) expectExact(measured, calls, `${count} of ${books.join()}`);
      expectWithin(measured, calls, `${count} of ${books.join()}`);
      // All on the last page, or none there, or no names that a path carries: nobody knows before.
      for (const some of [keys.slice(-count), spread.map((key) => `${key}x`), spread.map((key) => `${key}//`)]) {
        const odd = await measureRequests((callOptions) => backend.byKeys(count === 0 ? [] : some, callOptions));
        expectWithin(odd, calls, `${count} odd ones of ${books.join()}`);
      }
    }
  }
});

test('Hostway is asked for names that are patterns and fit no path as its worst case says', async () => {
  const row = (_: unknown, place: number) => ({ name: `n//${place}`, email: 'n@example.com', displayName: 'N' });
  emulator().reset({ domains: { 'test-domain.com': Array.from({ length: 900 }, row) } });
  const { backends, costs } = theOnly(gatewayOf(...ONE));
  const keys = ['n//*', 'n//**'].map((name) => `test-domain.com/${name}`);
  for (const some of [keys.slice(0, 1), keys]) {
    const measured = await measureRequests((callOptions) => given(backends.contact).byKeys(some, callOptions));
    const calls = given(costs.nouns.contact?.byKeys)(some.length, sizes({ contact: 900 }));
    expectWithin(measured, calls, some.join());
    expect(Object.values(measured)).toEqual([some.length === 1 ? 4 : 9]);
  }
});

test('Hostway is asked for every mutation that it supports as its costs say', async () => {
  emulator().reset({ domains: {} });
  const gateway = gatewayOf(...ONE);
  const { costs, value } = theOnly(gateway);
  const person = (name: string): string =>
    `{ hostway: { name: "${name}", email: "${name}@example.com", displayName: "${name}" } }`;
  const exact: ReadonlyArray<readonly [string, number, string, string?]> = [
    ['createContact', 1, `(input: ${person('a')})`],
    ['createContacts', 3, `(inputs: [${['b', 'c', 'd'].map(person).join()}])`, 'results { userErrors { code } }'],
    ['updateContact', 1, `(id: "${idOf('a')}", input: { hostway: { company: "New" } })`],
  ];
  for (const [field, count, text, payload] of exact) {
    expectExact(await writtenBy(gateway, field + text, payload), given(costs.writes[field])(count, sizes({})), field);
  }
  expect(exact.map(([field]) => field).sort()).toEqual([...value.capabilities.writes].sort());
  expect(exact.map(([field]) => field).sort()).toEqual(Object.keys(costs.writes).sort());
});

test('Hostway’s worst cases hold for less, too', () => {
  for (const domains of [ONE, TWO]) expectSound(open(domains, []).costs);
});
