import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startDemo, type Demo } from '../../src/commands/demo.js';
import type { Config } from '../../src/config/config.js';
import { readConfig } from '../../src/config/load.js';
import { EMULATORS } from '../../src/emulators/index.js';
import { createGateway, type RunningGateway } from '../../src/gateway.js';
import type { Principal, Scope } from '../../src/graph/request/principal.js';
import { createSchema } from '../../src/graph/schema.js';
import { decodeId } from '../../src/graph/values/id.js';
import { providers } from '../../src/providers/index.js';
import type { Attempt } from '../../src/transport/exchange.js';

const ALL: readonly Scope[] = ['read', 'write', 'send', 'admin'];
const anna: Principal = { name: 'anna', scopes: new Set(ALL), upstreams: new Set(['monitoring', 'cloud', 'sms']) };
const bert: Principal = { name: 'bert', scopes: new Set(ALL), upstreams: new Set(['mail', 'pbx']) };
const both: Principal = { name: 'both', scopes: new Set(ALL), upstreams: undefined };

const schema = createSchema(providers);
let demo: Demo;
let shared: RunningGateway;
/** For each of the two a gateway that has nothing but its upstreams. */
let alone: Readonly<Record<string, RunningGateway>>;

beforeAll(async () => {
  demo = await startDemo(EMULATORS, { portBase: 0 });
  const config = readConfig(demo.config, 'gateway.yaml', providers, {});
  const only = ({ upstreams }: Principal): Config => ({
    ...config,
    upstreams: config.upstreams.filter(({ name }) => upstreams?.has(name)),
  });
  const open = (each: Config): RunningGateway => createGateway(each, providers, { schema });
  shared = open(config);
  alone = { anna: open(only(anna)), bert: open(only(bert)) };
});
afterAll(async () => {
  await Promise.all([shared, ...Object.values(alone)].map((gateway) => gateway.close()));
  await demo.stop();
});

async function run(gateway: RunningGateway, principal: Principal, source: string) {
  const attempts: Attempt[] = [];
  const callOptions = { onAttempt: (attempt: Attempt) => void attempts.push(attempt) };
  const contextValue = gateway.contextFor(principal, callOptions, 'http://test');
  const { data, errors = [] } = await graphql({ schema, source, contextValue });
  const all = [...errors, ...contextValue.failures.errors()].map(({ message, path, extensions }) => ({
    ...{ message, path, code: extensions['code'] },
  }));
  return { text: JSON.stringify({ data, errors: all }), data, errors: all, attempts };
}

const ROWS = 'nodes { id } totalCount sources { upstream { name } ok }';
const READS = [
  '{ upstreams { id name capabilities { entities } } }',
  '{ upstreams(providers: [HOSTWAY, SERWERSMS]) { name } }',
  `{ contacts(first: 5) { ${ROWS} edges { cursor } } }`,
  `{ contacts(first: 50, orderBy: { field: DISPLAY_NAME }) { ${ROWS} nodes { displayName emails groups { id name } } } }`,
  `{ contacts(filter: { email: { eq: "anna.kowalska@example.com" } }) { ${ROWS} } }`,
  `{ contacts(upstreams: ["mail"]) { ${ROWS} } }`,
  `{ contacts(upstreams: ["cloud"]) { ${ROWS} } }`,
  '{ people(first: 5) { nodes { id displayName contacts { id } } totalCount } }',
  '{ person(email: "anna.kowalska@example.com") { id displayName contacts { id upstream { name } } } }',
  `{ groups(first: 20) { ${ROWS} } }`,
  `{ gateways { ${ROWS} } }`,
  `{ campaigns { ${ROWS} } }`,
  `{ transmissions(first: 5) { ${ROWS} nodes { account { id } contact { id } } } }`,
  `{ accounts { ${ROWS} nodes { owner { id } } } }`,
  '{ statistics { upstream { name } contactTotal } }',
  '{ notificationPreferences { contact { id } medium } }',
  '{ hostTrackerOptions { contactTypes } }',
  '{ operations { nodes { id } } }',
];

/** Reads of single things by ids of all upstreams, and writes to things of upstreams that only the other has. */
async function listOperations(): Promise<{ readonly anna: string[]; readonly bert: string[] }> {
  const { data } = await run(
    shared,
    both,
    '{ contacts(first: 60) { nodes { id } } groups(first: 20) { nodes { id } } accounts { nodes { id } } }',
  );
  const lists = data as Record<string, { nodes: ReadonlyArray<{ id: string }> }>;
  const ids = Object.values(lists).flatMap(({ nodes }) => nodes.map(({ id }) => id));
  const singles = ids.flatMap((id) => [
    `{ node(id: "${id}") { __typename id } }`,
    `{ contact(id: "${id}") { displayName person { contacts { id } } } }`,
  ]);
  const many = `{ nodes(ids: ${JSON.stringify(ids)}) { id } }`;
  const foreign = (principal: Principal): string[] =>
    ids
      .filter((id) => !principal.upstreams?.has(decodeId(id).upstream))
      .map((id) => `mutation { deleteContact(id: "${id}") { deletedIds userErrors { code message } } }`);
  const reads = [...READS, ...READS, ...singles, many];
  return { anna: [...reads, ...foreign(anna)], bert: [...reads, ...foreign(bert)] };
}

/** Numbers in a fixed order, so that a failure can be had again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('the operations are ones that a caller of all upstreams gets whole', async () => {
  for (const source of READS) {
    const { errors } = await run(shared, both, source);
    expect([source, errors]).toEqual([source, []]);
  }
});

it('the check bites: who sees all upstreams gets other answers', async () => {
  const source = '{ upstreams { name } }';
  const [shown, own] = [await run(shared, both, source), await run(shared, anna, source)];
  expect(shown.text).not.toBe(own.text);
});

describe('T3 two principals with different upstreams', () => {
  const count = Number(process.env['TRUNKLINE_OPERATIONS'] ?? 500);

  it(
    `get in ${count} interleaved random operations exactly what gateways of their own would answer`,
    async () => {
      const random = createRandom(12);
      const pools = await listOperations();
      const expected = new Map<string, Promise<string>>();
      const expectedOf = (principal: Principal, source: string): Promise<string> => {
        const key = `${principal.name} ${source}`;
        const gateway = alone[principal.name];
        if (!gateway) throw new TypeError(principal.name);
        const text =
          expected.get(key) ?? run(gateway, { ...principal, upstreams: undefined }, source).then((each) => each.text);
        expected.set(key, text);
        return text;
      };
      let left = count;
      const worker = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const principal = random() < 0.5 ? anna : bert;
          const pool = principal === anna ? pools.anna : pools.bert;
          const source = pool[Math.floor(random() * pool.length)] ?? '';
          const { text, attempts } = await run(shared, principal, source);
          expect([principal.name, source, text]).toEqual([principal.name, source, await expectedOf(principal, source)]);
          // Neither a request nor an answer that was cached or shared came from anywhere else.
          expect(attempts.filter(({ upstream }) => !principal.upstreams?.has(upstream))).toEqual([]);
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
    },
    count * 120 + 60_000,
  );
});

describe('a caller who lacks a scope', () => {
  const reader: Principal = { ...both, scopes: new Set(['read'] as const) };

  it('is told so at the field, gets the rest, and nothing is sent for it', async () => {
    const { data, errors, attempts } = await run(
      shared,
      reader,
      '{ upstreams { name } accounts { totalCount edges { cursor } } operations { nodes { id } } }',
    );
    expect(data).toMatchObject({ accounts: { totalCount: null, edges: [] }, operations: { nodes: [] } });
    expect(data).toHaveProperty('upstreams.length', providers.length);
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      [['accounts'], 'FORBIDDEN'],
      [['operations'], 'FORBIDDEN'],
    ]);
    expect(attempts).toEqual([]);
  });

  it('changes and sends nothing, and the outcomes of neighbours are kept', async () => {
    const writer: Principal = { ...both, scopes: new Set(['write'] as const) };
    const source = `mutation {
      made: createGroup(input: { upstream: "sms", name: "Scoped" }) { group { name } userErrors { code } }
      sent: sendTransmission(id: "x") { transmission { id } userErrors { code } }
    }`;
    const { data, errors } = await run(shared, writer, source);
    expect(data).toMatchObject({ made: { group: { name: 'Scoped' } }, sent: { transmission: null, userErrors: [] } });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([[['sent'], 'FORBIDDEN']]);
    const read = await run(shared, reader, source);
    expect([read.errors.map(({ code }) => code), read.attempts]).toEqual([['FORBIDDEN', 'FORBIDDEN'], []]);
  });

  it('finds no account on other ways either: by node, or beside what it may read', async () => {
    const { data } = await run(shared, both, '{ accounts { nodes { id } } gateways { nodes { id __typename } } }');
    const lists = data as Record<string, { nodes: ReadonlyArray<{ id: string; __typename?: string }> }>;
    const ids = Object.values(lists).flatMap(({ nodes }) => nodes.map(({ id }) => id));
    const nodes = await run(shared, reader, `{ nodes(ids: ${JSON.stringify(ids)}) { id } }`);
    expect(new Set(nodes.errors.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN']));
    expect([nodes.errors.length, nodes.attempts]).toEqual([ids.length, []]);
    const beside = await run(shared, reader, '{ transmissions(first: 1) { nodes { account { id } } } }');
    expect(beside.data).toMatchObject({ transmissions: { nodes: [{ account: null }] } });
    expect(beside.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });
});

it('an idempotency key of one caller is free for another', async () => {
  const create = (name: string): string =>
    `mutation { createGroup(input: { upstream: "sms", name: "${name}", idempotencyKey: "one-key-of-two-callers" }) { group { name } userErrors { code } } }`;
  const answers = [await run(shared, anna, create('Hers')), await run(shared, both, create('Theirs'))];
  expect(answers.map(({ data, errors }) => [data, errors])).toMatchObject([
    [{ createGroup: { group: { name: 'Hers' } } }, []],
    [{ createGroup: { group: { name: 'Theirs' } } }, []],
  ]);
});
