import { readFileSync, writeFileSync } from 'node:fs';

import { isCompositeType } from 'graphql';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { EMULATORS } from '../../src/emulators/index.js';
import { startFive, type Five } from '../support/five.js';
import { selectAll } from '../support/select-all.js';
import { startServer, type TestServer } from '../support/server.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { ROOT } from './imports.js';
import { ictCore } from './operations/ictcore.js';
import { cloudSigma, hostTracker, hostway, serwerSms } from './operations/others.js';
import { operationsOf, type Operation } from './operations/operation.js';

const OPERATIONS: readonly Operation[] = [...hostTracker, ...cloudSigma, ...hostway, ...ictCore, ...serwerSms];
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
  const remember = (data: unknown): void => {
    for (const id of valuesOf(data, /(^|_)id$/)) ids.add(id);
    for (const url of valuesOf(data, /Url$/)) urls.add(url);
  };
  remember(await ask('{ hostTrackerOptions { contactTypes alertDelaysMinutes smsGateways imGateways } }'));
  remember(await ask('{ notificationPreferences { contact { id } type } statistics { contactTotal } }'));
  for (const [list, type] of Object.entries(LISTS)) {
    remember(await ask(`{ ${list} { nodes { ${everythingOf(type, 1)} } } }`));
  }
  const { nodes } = (await ask(`{ nodes(ids: ${JSON.stringify([...ids])}) { __typename id } }`)) as { nodes: Node[] };
  // One of each kind, read by itself: that is another operation than the list.
  const kinds = new Map(nodes.map((node) => [node.__typename, node.id]));
  for (const [type, id] of kinds) {
    remember(await ask(`{ node(id: "${id}") { ... on ${type} { ${everythingOf(type, 1)} } } }`));
  }
  for (const url of urls) await (await fetch(url.replace('http://test', server.url))).arrayBuffer();
}

const reached = (operation: Operation): boolean =>
  EMULATORS.some(
    (name) => name === operation.provider && five.emulators[name].requests.some((request) => operation.fits(request)),
  );

function render(): string {
  const rows = OPERATIONS.map((operation) => {
    const { provider, method, path, does, field } = operation;
    return `| ${provider} | \`${method} ${path}\` | ${does} | ${field} | ${reached(operation) ? 'reached' : 'open'} |`;
  });
  return [HEAD, ...rows, ''].join('\n');
}

const HEAD = `# Operations

Every operation of the providers' documents, and the field of the graph that reaches it. *reached*: a test of this
repository saw the provider's emulator receive it. Written by \`UPDATE=1 npm test -- test/laws/operations.test.ts\`.

| provider | operation | what it does | field | state |
|---|---|---|---|---|`;

test('every documented operation that reads is reached, and schema/operations.md says so', async () => {
  await askForEverything();
  expect(
    OPERATIONS.filter((each) => each.effect === 'reads' && !reached(each)).map(
      ({ method, path }) => `${method} ${path}`,
    ),
  ).toEqual([]);
  if (process.env['UPDATE']) writeFileSync(FILE, render());
  expect(readFileSync(FILE, 'utf8')).toBe(render());
}, 60_000);

test('every field that reads, in the table, is a field of the schema', () => {
  const missing = OPERATIONS.filter(({ effect, field }) => effect === 'reads' && field.includes('.')).filter(
    ({ field }) => {
      const [typeName = '', name = ''] = field.split('.');
      const type = gateway.schema.getType(typeName);
      return !type || !('getFields' in type) || !(name in type.getFields());
    },
  );
  expect(missing.map(({ field }) => field)).toEqual([]);
});

test('the law bites: an operation that nobody asked for is open', () => {
  const [unknown] = operationsOf('ictcore', 'GET /made/{up} | nothing | reads | Query.nothing', '/api');
  expect(unknown && reached(unknown)).toBe(false);
  expect(unknown?.fits({ method: 'GET', path: '/api/made/7' })).toBe(true);
});
