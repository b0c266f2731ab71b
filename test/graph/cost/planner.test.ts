import { afterAll, beforeAll, expect, test } from 'vitest';

import { createCostHistory } from '../../../src/graph/cost/cost-history.js';
import { startFive, type Five } from '../../support/all-providers.js';
import { startServer, type HttpAnswer, type TestServer } from '../../support/server.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { randomOperation, type Named } from './random-operations.js';

const LISTS = {
  Contact: 'contacts',
  Group: 'groups',
  Campaign: 'campaigns',
  Transmission: 'transmissions',
  Program: 'programs',
  Message: 'messages',
  Account: 'accounts',
  User: 'users',
};
const LOG_INS = ['POST /users/token', 'POST /authenticate'];

interface Cost {
  readonly expected: number;
  readonly worst: number;
}
interface Planned {
  readonly cost: Cost & {
    readonly basis: string;
    readonly upstreams: ReadonlyArray<Cost & { readonly upstream: string }>;
  };
}

let five: Five;
let gateway: TestGateway;
let server: TestServer;
let named: Named;
/** Of gateways that ran before: every list was read once. */
const learned = createCostHistory();
beforeAll(async () => {
  five = await startFive({ cacheMs: 60_000 });
  gateway = startGateway(five.upstreams, undefined, { learned });
  server = await startServer(five.upstreams, { learned });
  const lists = Object.entries(LISTS).map(([type, field]) => `${type}: ${field}(first: 1000) { nodes { id } }`);
  const { data } = await gateway.ask(`{ ${lists.join(' ')} }`);
  const found = data as Record<string, { nodes: Array<{ id: string }> }>;
  named = {
    ids: Object.fromEntries(Object.entries(found).map(([type, { nodes }]) => [type, nodes.map(({ id }) => id)])),
    upstreams: five.upstreams.map(({ provider }) => provider.name),
  };
});
afterAll(async () => {
  await server.stop();
  await gateway.close();
  await five.stop();
});

/** Asks a gateway that knows what others learned and has nothing in its cache. */
async function ask(query: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  server.dropCaches();
  const answer = await server.ask(query, { headers });
  expect([answer.status, answer.errors], query).toEqual([200, undefined]);
  return answer;
}

async function planOf(query: string): Promise<Planned['cost']> {
  const { data, extensions } = await ask(query, { 'x-trunkline-plan': '1' });
  expect(data).toBeNull();
  return (extensions?.['plan'] as Planned).cost;
}

/** What each emulator gets while something happens, log-ins left out. */
async function ledgerOf(happens: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const emulators = Object.entries(five.emulators);
  const before = new Map(emulators.map(([name, { requests }]) => [name, requests.length]));
  await happens();
  return new Map(
    emulators.map(([name, { requests }]) => [
      name,
      requests.slice(before.get(name)).filter(({ operation }) => !LOG_INS.includes(operation)).length,
    ]),
  );
}

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);
/** Within 20 %. */
const isNear = (expected: number, sent: number): boolean => Math.abs(expected - sent) <= 0.2 * sent;

test('of 200 random operations none takes more than its worst case, and what is expected is met within 20 %', async () => {
  const beyond: string[] = [];
  const far: string[] = [];
  let [estimated, sent, near] = [0, 0, 0];
  for (let seed = 1; seed <= 200; seed += 1) {
    const query = randomOperation(gateway.schema, named, seed);
    let first: Planned['cost'] | undefined;
    const planning = await ledgerOf(async () => (first = await planOf(query)));
    expect(sumOf(planning.values()), `planning sent something: ${query}`).toBe(0);
    const ledger = await ledgerOf(() => ask(query));
    const then = await planOf(query);

    for (const [upstream, requests] of ledger) {
      const { worst = 0 } = first?.upstreams.find((each) => each.upstream === upstream) ?? {};
      if (requests > worst) beyond.push(`${upstream} got ${requests}, not ${worst}: ${query}`);
    }
    const requests = sumOf(ledger.values());
    // Who has run it knows; who has not can only tell from the lengths of lists.
    if (!isNear(then.expected, requests)) far.push(`${requests} requests, not ${then.expected}: ${query}`);
    if (isNear(first?.expected ?? 0, requests)) near += 1;
    estimated += first?.expected ?? 0;
    sent += requests;
  }
  expect(beyond).toEqual([]);
  expect(far).toEqual([]);
  expect(isNear(estimated, sent), `${estimated} requests were expected, ${sent} were sent`).toBe(true);
  expect(near, 'operations that were never run, and told within 20 %').toBeGreaterThan(120);
}, 120_000);
