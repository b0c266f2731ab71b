import { readFileSync, writeFileSync } from 'node:fs';

import { isCompositeType } from 'graphql';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { EMULATORS, type EmulatorName } from '../../src/emulators/index.js';
import { startFive, type Five } from '../support/all-providers.js';
import { selectAll } from '../support/select-all.js';
import { startServer, type TestServer } from '../support/server.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { ROOT } from './imports.js';
import { ictCore } from './operations/ictcore.js';
import { cloudSigma, hostTracker, hostway, serwerSms } from './operations/others.js';
import { isReached, operationsOf, type Operation, type Received } from './operations/operation.js';
import { isWritten, startScenario, type Step } from './operations/scenario.js';
import { WRITES } from './operations/writes.js';

const BY_PROVIDER: Readonly<Record<EmulatorName, readonly Operation[]>> = {
  hosttracker: hostTracker,
  cloudsigma: cloudSigma,
  hostway,
  ictcore: ictCore,
  serwersms: serwerSms,
};
const OPERATIONS = Object.values(BY_PROVIDER).flat();
const FILE = `${ROOT}schema/operations.md`;

let five: Five;
let gateway: TestGateway;
let server: TestServer;
beforeAll(async () => {
  five = await startFive();
  gateway = startGateway(five.upstreams);
  server = await startServer(five.upstreams);
});
afterAll(async () => {
  await gateway.close();
  await server.stop();
  await five.stop();
});

interface Node {
  readonly __typename: string;
  readonly id: string;
}

const LISTS = {
  contacts: 'Contact',
  groups: 'Group',
  gateways: 'Gateway',
  campaigns: 'Campaign',
  transmissions: 'Transmission',
  programs: 'Program',
  messages: 'Message',
  accounts: 'Account',
  users: 'User',
} as const;
const GIVEN = { 'Account.setting': '(name: "coverpage")' };

function everythingOf(typeName: string, depth: number): string {
  const type = gateway.schema.getType(typeName);
  if (!isCompositeType(type)) throw new Error(`no type ${typeName}`);
  return selectAll(gateway.schema, type, depth, GIVEN);
}

async function ask(query: string): Promise<unknown> {
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  return data;
}

const valuesOf = (value: unknown, key: RegExp): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    key.test(name) && typeof each === 'string' ? [each] : valuesOf(each, key),
  );
};

/** Asks for all there is: lists, each thing of them by its id, and every file. */
async function askForEverything(): Promise<void> {
  const ids = new Set<string>();
  const urls = new Set<string>();
  const collectIds = (data: unknown): void => {
    for (const id of valuesOf(data, /(^|_)id$/)) ids.add(id);
    for (const url of valuesOf(data, /Url$/)) urls.add(url);
  };
  collectIds(await ask('{ hostTrackerOptions { contactTypes alertDelaysMinutes smsGateways imGateways } }'));
  collectIds(await ask('{ notificationPreferences { contact { id } type } statistics { contactTotal } }'));
  for (const [list, type] of Object.entries(LISTS)) {
    collectIds(await ask(`{ ${list} { nodes { ${everythingOf(type, 1)} } } }`));
  }
  // Asked for alone: with others they come with what these are read by.
  await ask('{ transmissions { nodes { results { name } } } }');
  await ask('{ transmissions { nodes { program { id } } } }');
  const { nodes } = (await ask(`{ nodes(ids: ${JSON.stringify([...ids])}) { __typename id } }`)) as { nodes: Node[] };
  // One of each kind, read by itself: that is another operation than the list.
  const kinds = new Map(nodes.map((node) => [node.__typename, node.id]));
  for (const [type, id] of kinds) {
    collectIds(await ask(`{ node(id: "${id}") { ... on ${type} { ${everythingOf(type, 1)} } } }`));
  }
  for (const url of urls) await (await fetch(url.replace('http://test', server.url))).arrayBuffer();
}

const received = (): Received[] =>
  EMULATORS.flatMap((provider) => five.emulators[provider].requests.map((request) => ({ ...request, provider })));

/** Runs every provider's scenario, each over five of its own: the reads see the shipped data. */
async function writeEverything(): Promise<readonly Step[]> {
  const own = await startFive();
  const ownServer = await startServer(own.upstreams);
  const scenario = startScenario(gateway.schema, own, ownServer);
  try {
    for (const write of Object.values(WRITES)) await write(scenario);
  } finally {
    await ownServer.stop();
    await own.stop();
  }
  return scenario.steps;
}

function render(): string {
  const rows = OPERATIONS.map(({ provider, call, sentAs, does, field }) => {
    const sent = sentAs === undefined ? '' : `\`${sentAs}\``;
    return `| ${provider} | \`${call}\` | ${sent} | ${does} | ${field} |`;
  });
  return [HEAD, ...rows, ''].join('\n');
}

const HEAD = `# Operations

Every operation of the providers' documents, and the field of the graph that reaches it: a test asks every field and
sees the provider's emulator receive the operation, and each write from the very mutation that stands here. *Sent as*:
what is sent in its place, where real servers have no such call or no document tells its body. Written by
\`UPDATE=1 npm test -- test/laws/operations.test.ts\`.

| provider | operation | sent as | what it does | field |
|---|---|---|---|---|`;

const namesOf = (operations: readonly Operation[]): string[] =>
  operations.map(({ provider, call, field }) => `${provider} ${call} by ${field}`);

test('every documented operation that reads is reached', async () => {
  await askForEverything();
  const requests = received();
  expect(namesOf(OPERATIONS.filter((each) => each.effect === 'reads' && !isReached(each, requests)))).toEqual([]);
}, 60_000);

describe('every documented operation that writes', () => {
  const writes = OPERATIONS.filter(({ effect }) => effect === 'writes');
  let steps: readonly Step[];
  beforeAll(async () => {
    steps = await writeEverything();
  }, 60_000);

  test('is reached by the mutation that the table names', () => {
    expect(namesOf(writes.filter((each) => !isWritten(each, steps)))).toEqual([]);
  });

  test('is not counted for another mutation, nor for another provider', () => {
    const others = writes.flatMap((each) => [
      { ...each, field: each.call === 'POST /providers' ? 'Mutation.createText' : 'Mutation.createTrunk' },
      { ...each, provider: 'nobody' },
    ]);
    expect(namesOf(others.filter((each) => isWritten(each, steps)))).toEqual([]);
  });
});

test('every field in the table is a field of the schema', () => {
  const isField = ({ field }: Operation): boolean => {
    const [typeName = '', name = ''] = field.split('.');
    const type = gateway.schema.getType(typeName);
    return type !== undefined && 'getFields' in type && name in type.getFields();
  };
  const missing = OPERATIONS.filter((each) => each.field !== 'every field' && !isField(each));
  expect(namesOf(missing)).toEqual([]);
  const [madeUp] = operationsOf('ictcore', 'PUT /made | nothing | writes | Mutation.makeUp');
  expect(madeUp && isField(madeUp)).toBe(false);
});

test('schema/operations.md is this table', () => {
  if (process.env['UPDATE']) writeFileSync(FILE, render());
  expect(readFileSync(FILE, 'utf8')).toBe(render());
});

test('the law bites: an operation that nobody asked for is not reached', () => {
  const [unknown, other] = operationsOf(
    'ictcore',
    'GET /made/{up} | nothing | reads | Query.nothing\nPUT /made/{up} => POST /up | nothing | writes | Mutation.nothing',
    '/api',
  );
  expect(unknown && isReached(unknown, received())).toBe(false);
  expect(unknown?.fits({ method: 'GET', path: '/api/made/7' })).toBe(true);
  expect(other?.fits({ method: 'PUT', path: '/api/made/7' })).toBe(false);
  expect(other?.fits({ method: 'POST', path: '/api/up' })).toBe(true);
});
