import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DEFAULT_SHARED_VALUE_RULES } from '../../../src/graph/person/shared-values.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type Abilities, type MemoryRow } from '../../support/memory-provider.js';

const rowsOf = (names: readonly string[]): MemoryRow[] =>
  names.map((displayName, at) => ({
    key: String(at),
    displayName,
    emails: [],
    phones: [],
    channels: [],
    groupKeys: [],
  }));

/** A gateway of this locale; names are dealt out to two upstreams. */
const start = (names: readonly string[], locale?: string, abilities: Abilities = UNABLE): TestGateway =>
  startGateway(
    [0, 1].map((side) => memoryUpstream(`side-${side}`, rowsOf(names.filter((_, at) => at % 2 === side)), abilities)),
    DEFAULT_SHARED_VALUE_RULES,
    locale === undefined ? {} : { locale },
  );

const QUERIES = {
  contacts: `query ($first: Int, $after: String) {
    list: contacts(first: $first, after: $after, orderBy: { field: DISPLAY_NAME }) { nodes { displayName } pageInfo { endCursor hasNextPage } } }`,
  people: `query ($first: Int, $after: String) {
    list: people(first: $first, after: $after) { nodes { displayName } pageInfo { endCursor hasNextPage } } }`,
};
type Noun = keyof typeof QUERIES;

interface List {
  readonly nodes: ReadonlyArray<{ displayName: string }>;
  readonly pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

async function page(gateway: TestGateway, noun: Noun, first: number, after: string | null): Promise<List> {
  const { data, errors } = await gateway.ask(QUERIES[noun], { first, after });
  expect(errors).toEqual([]);
  return data?.['list'] as List;
}

const namesIn = ({ nodes }: List): string[] => nodes.map(({ displayName }) => displayName);

test.each<[string | undefined, string[]]>([
  [undefined, ['adam', 'Lena', 'łucja', 'Łukasz', 'Maja', 'Zoë', 'Zoja']],
  ['pl', ['adam', 'Lena', 'łucja', 'Łukasz', 'Maja', 'Zoë', 'Żaneta']],
  ['sv', ['Anna', 'Zoë', 'Åke', 'Ärla', 'Öst']],
  ['de', ['Åke', 'Anna', 'Ärla', 'Öst', 'Zoë']],
  ['cs', ['Cyril', 'Hana', 'Chrudoš', 'Ivan']],
  ['da', ['Bo', 'Zoe', 'Æbel', 'Øst', 'Aage']],
])('lists are in the order of people of %s', async (locale, expected) => {
  const gateway = start([...expected].reverse(), locale);
  for (const noun of ['contacts', 'people'] as const) {
    expect(namesIn(await page(gateway, noun, 100, null)), noun).toEqual(expected);
  }
  await gateway.close();
});

test('pages laid end to end by several processes are the whole list, equal names too', async () => {
  const names = fc.array(fc.constantFrom('Łukasz', 'łukasz', 'ŁUKASZ', 'Lu\u0301cia', 'Lúcia', 'Lena', 'Maja', ''), {
    maxLength: 16,
  });
  await fc.assert(
    fc.asyncProperty(names, fc.boolean(), fc.integer({ min: 1, max: 5 }), async (given, sorts, size) => {
      const able = { ...UNABLE, sorts, window: sorts };
      const whole = namesIn(await page(start(given, 'pl', able), 'contacts', 100, null));
      const laid: string[] = [];
      let after: string | null = null;
      do {
        // Another gateway for each page.
        const part: List = await page(start(given, 'pl', able), 'contacts', size, after);
        laid.push(...namesIn(part));
        after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
      } while (after !== null);
      expect(laid).toEqual(whole);
      expect(laid).toHaveLength(given.length);
    }),
    { numRuns: 25 },
  );
});

test.each<Noun>(['contacts', 'people'])('a cursor of another locale is no cursor of the list of %s', async (noun) => {
  const names = ['Lena', 'Łukasz', 'Maja'];
  const { pageInfo } = await page(start(names, 'pl'), noun, 1, null);
  const { errors } = await start(names, 'sv').ask(QUERIES[noun], { first: 1, after: pageInfo.endCursor });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  await page(start(names, 'pl'), noun, 1, pageInfo.endCursor);
});
