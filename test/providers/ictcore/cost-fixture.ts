import { CREDENTIALS, type Seed } from '../../../src/emulators/ictcore/index.js';
import type { KnownSizes, NounCosts } from '../../../src/graph/ports/costs.js';
import { decodeId } from '../../../src/graph/values/id.js';
import type { ListBackend } from '../../../src/graph/ports/list-backend.js';
import type { IdentifiedRow } from '../../../src/query/order.js';
import { startFixture, type Fixture } from './fixture.js';
import { nouns, type Noun } from '../../../src/graph/ports/backends.js';

export type Row = IdentifiedRow & Readonly<Record<string, unknown>>;
type Backend = ListBackend<Row>;
export type CostFixture = Awaited<ReturnType<typeof startCostFixture>>;

/** What can be asked of an installation, with the rows that there are of some nouns. */
export async function startCostFixture(seed: Seed | undefined, some: readonly Noun[] = nouns) {
  // A list of thousands on a busy machine must not be asked for again: requests are counted here.
  const fixture = await startFixture(seed, CREDENTIALS, 60_000);
  const upstream = upstreamOf(fixture);
  const { backends, costs } = upstream;
  const backendOf = (noun: Noun) => backends[noun] as unknown as Backend;
  const listed = async (noun: Noun): Promise<readonly Row[]> => {
    if (noun !== 'attempt') return rowsOf(backendOf(noun).list({ params: {}, offset: 0, limit: undefined }, {}));
    const found = await backendOf('transmission').fetchDeferred?.(await listed('transmission'), ['attempts'], {});
    return [...(found ?? new Map<string, Row>()).values()].flatMap(({ attempts }) => attempts as readonly Row[]);
  };
  const lists = new Map(await Promise.all(some.map(async (noun) => [noun, await listed(noun)] as const)));
  const keysOf = (noun: Noun): string[] => (lists.get(noun) ?? []).map(({ id }) => decodeId(id).key);
  const itemsOf = once(async (noun: Noun) => {
    const found = await Promise.all(keysOf(noun).map((key) => backendOf(noun).byKeys([key], {})));
    return found.flatMap((rows) => [...rows.values()]);
  });
  const known: KnownSizes = { rows: (noun) => lists.get(noun as Noun)?.length ?? 0 };
  return {
    emulator: fixture.emulator,
    gateway: fixture.gateway,
    upstream,
    backendOf,
    costsOf: (noun: Noun): NounCosts => costs.nouns[noun] ?? {},
    keysOf,
    itemsOf,
    known,
    lists,
    [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose](),
  };
}

function upstreamOf({ gateway }: Fixture) {
  const [upstream] = gateway.upstreams;
  if (!upstream) throw new TypeError('the gateway has no upstream');
  return upstream;
}

/** All rows of a list. */
export async function rowsOf(pages: ReturnType<Backend['list']>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const page of pages) all.push(...page.rows);
  return all;
}

function once<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}
