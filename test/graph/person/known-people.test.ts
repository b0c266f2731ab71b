import { expect, test } from 'vitest';

import { startFive } from '../../support/all-providers.js';
import { startGateway } from '../../support/gateway.js';
import { peopleOf, seedsOf } from './known-people.js';

const COUNT = 2_000;

interface Page {
  readonly nodes: ReadonlyArray<{
    readonly phones: readonly string[];
    readonly contacts: ReadonlyArray<{ readonly displayName: string; readonly upstream: { readonly name: string } }>;
  }>;
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

test('2,000 people in five systems, spelled in five ways, are those people, and no strangers are joined', async () => {
  const truth = peopleOf(COUNT);
  const five = await startFive({ defaultCountry: 'PL', timeoutMs: 60_000, cacheMs: 60_000 });
  const seeds = Object.entries(seedsOf(truth));
  for (const [name, seed] of seeds) {
    // Each emulator has a seed of its own kind, which no type of all five can tell.
    const emulator = five.emulators[name as keyof typeof five.emulators] as { reset: (given: unknown) => void };
    emulator.reset(seed);
  }
  const gateway = startGateway(five.upstreams);
  const people: Array<Page['nodes'][number]> = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const { data, errors }: Awaited<ReturnType<typeof gateway.ask>> = await gateway.ask(
      `query ($after: String) { people(first: 1000, after: $after) {
        nodes { phones contacts { displayName upstream { name } } } totalCount pageInfo { endCursor hasNextPage }
      } }`,
      { after },
    );
    expect(errors).toEqual([]);
    const page = data?.['people'] as Page;
    people.push(...page.nodes);
    after = page.pageInfo.endCursor;
    isMore = page.pageInfo.hasNextPage;
  }
  const numberIn = (name: string): string => /\d+/.exec(name)?.[0] ?? name;
  const found = people.map(({ contacts }) => [...new Set(contacts.map(({ displayName }) => numberIn(displayName)))]);
  expect(found.filter(({ length }) => length !== 1)).toEqual([]);
  const apart = people.filter(({ contacts }) => contacts.length !== seeds.length);
  expect(apart.map(({ contacts }) => contacts.map(({ displayName }) => displayName)).slice(0, 10)).toEqual([]);
  expect(people.length).toBe(COUNT);
  const phones = new Map(people.map(({ phones: held }, at) => [found[at]?.[0], held]));
  const wrong = truth.filter(({ number, phone, switchboard, extension }) => {
    const held = phones.get(String(number)) ?? [];
    return held.join() !== [phone, `${switchboard};ext=${extension}`].sort().join();
  });
  expect(wrong.map(({ number }) => [number, phones.get(String(number))]).slice(0, 10)).toEqual([]);

  // One of them by its number in two spellings, and all ten of a switchboard by its bare number.
  const held = async (phone: string | undefined): Promise<readonly string[]> => {
    const { data } = await gateway.ask(
      'query ($phone: String) { contacts(first: 100, filter: { phone: { eq: $phone } }) { nodes { displayName } } }',
      { phone },
    );
    const { nodes } = data?.['contacts'] as { readonly nodes: ReadonlyArray<{ readonly displayName: string }> };
    return [...new Set(nodes.map(({ displayName }) => numberIn(displayName)))].sort();
  };
  const one = truth[37];
  expect(await held(one?.phone)).toEqual(['37']);
  expect(await held(one?.phone.replace('+48', ''))).toEqual(['37']);
  expect(await held(`${one?.switchboard ?? ''} wew. ${one?.extension ?? ''}`)).toEqual(['37']);
  expect(await held(one?.switchboard)).toEqual(Array.from({ length: 10 }, (_, at) => String(30 + at)));
  await gateway.close();
  await five.stop();
}, 120_000);
