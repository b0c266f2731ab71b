import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Emulator } from '../../src/emulators/kit/emulator.js';
import { createSchema } from '../../src/graph/schema.js';
import { encodeId } from '../../src/graph/values/id.js';
import { providers } from '../../src/providers/index.js';
import { HOSTILE_EMAILS, HOSTILE_NAMES, HOSTILE_NUMBERS } from '../providers/conformance/values.js';
import { testProvider } from '../providers/conformance/test-provider.js';
import { expectExact, measureRequests, allOf } from '../providers/measured-costs.js';
import { exampleProvider } from './example-provider/index.js';
import { CREDENTIALS, startExampleServer, type Person } from './example-server.js';
import { startGateway, type TestGateway } from './gateway.js';

const settings = { auth: CREDENTIALS };

const at = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

async function startHostileServer(): Promise<Emulator<readonly Person[]>> {
  const server = await startExampleServer();
  const count = Math.max(HOSTILE_NAMES.length, HOSTILE_EMAILS.length) * 2;
  server.reset(
    Array.from({ length: count }, (_, index) => ({
      full_name: at(HOSTILE_NAMES, index),
      email: index % 5 === 4 ? '' : at(HOSTILE_EMAILS, index),
      phone: at(HOSTILE_NUMBERS, index),
    })),
  );
  return server;
}

testProvider({
  provider: exampleProvider,
  start: startExampleServer,
  hostile: { start: startHostileServer },
  settings,
  secrets: [CREDENTIALS.password],
  unknownKeys: ['999999', '0', '007', 'abc', '../token', "1' OR '1"],
});

describe('the example provider', () => {
  let server: Emulator<readonly Person[]>;
  let gateway: TestGateway;
  beforeAll(async () => {
    server = await startExampleServer();
    gateway = startGateway([{ provider: exampleProvider, baseUrl: server.url, settings, timeoutMs: 2000 }]);
  });
  beforeEach(() => {
    server.reset();
  });
  afterAll(async () => {
    await gateway.close();
    await server.close();
  });

  const CREATE = `mutation ($input: CreateExampleContactInput!) { createContact(input: { example: $input }) {
    contact { upstreamId displayName ... on ExampleContact { note } } userErrors { code field message } } }`;

  test('the note is read from the item, and only where it is selected', async () => {
    const list = await gateway.ask('{ contacts(first: 2) { nodes { displayName } } }');
    expect(list.attempts.map(({ operation }) => operation).filter((name) => name !== 'POST /token')).toEqual([
      'GET /people',
    ]);
    const { data, attempts } = await gateway.ask('{ contacts(first: 2) { nodes { ... on ExampleContact { note } } } }');
    expect(data).toEqual({ contacts: { nodes: [{ note: 'Calls on Mondays.' }, { note: null }] } });
    expect(attempts.map(({ operation }) => operation)).toEqual(['GET /people', 'GET /people/{id}', 'GET /people/{id}']);
  });

  test('a contact is created, changed and deleted', async () => {
    const input = { name: 'Ada', email: 'ada@example.com', note: 'first' };
    const { data, errors } = await gateway.ask(CREATE, { input });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      createContact: { contact: { upstreamId: '13', displayName: 'Ada', note: 'first' }, userErrors: [] },
    });
    const id = encodeId('example', 'contact', '13');
    const changed = await gateway.ask(
      `mutation ($id: ID!) { updateContact(id: $id, input: { example: { note: null, phone: "500 111 222" } }) {
        contact { phones ... on ExampleContact { note } } userErrors { message } } }`,
      { id },
    );
    expect(changed.data).toEqual({
      updateContact: { contact: { phones: ['+48500111222'], note: null }, userErrors: [] },
    });
    const deleted = await gateway.ask('mutation ($id: ID!) { deleteContact(id: $id) { deletedIds } }', { id });
    expect(deleted.data).toEqual({ deleteContact: { deletedIds: [id] } });
  });

  test('what is wrong with an input is found before anything is sent, or reported at its field by the provider', async () => {
    const blank = await gateway.ask(CREATE, { input: { name: ' ' } });
    expect(blank.data).toMatchObject({ createContact: { contact: null, userErrors: [{ code: 'BAD_USER_INPUT' }] } });
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path === '/people')).toEqual([]);
    const { data } = await gateway.ask(CREATE, { input: { name: 'Ada', email: 'ada@example.invalid' } });
    expect(data).toMatchObject({
      createContact: { userErrors: [{ code: 'UPSTREAM_REJECTED', field: ['input', 'example', 'email'] }] },
    });
  });

  test('a creation without an answer is looked up by its reference, and never sent twice', async () => {
    server.addFault({ kind: 'resetAfterEffect', method: 'POST', path: '/people', times: 1 });
    const input = { name: 'Ada', idempotencyKey: 'one-key-of-ada-1' };
    await gateway.ask(CREATE, { input });
    const { data } = await gateway.ask(CREATE, { input });
    expect(data).toMatchObject({ createContact: { contact: { displayName: 'Ada' }, userErrors: [] } });
    expect(server.requests.flatMap(({ effects }) => effects)).toEqual(['person.create 13']);
  });

  test('reads ask what their costs say', async () => {
    const [upstream] = gateway.upstreams;
    const { costs, backends } = upstream ?? {};
    const contact = backends?.contact;
    const known = { rows: () => 12 };
    if (!contact || !costs?.nouns.contact) throw new TypeError('the example has contacts');
    for (const limit of [undefined, 3]) {
      const measured = await measureRequests(
        (callOptions) => allOf(contact.list({ params: {}, offset: 0, limit }, callOptions)),
        costs,
      );
      expectExact(measured, costs.nouns.contact.list?.({ params: {}, limit, rows: 12 }, known) ?? [], 'a list');
    }
    const items = await measureRequests((callOptions) => contact.byKeys(['1', '2'], callOptions), costs);
    expectExact(items, costs.nouns.contact.byKeys?.(2, known) ?? [], 'two items');
  });

  test('a sixth provider is one module, and a schema without it holds nothing of it', () => {
    const typesOf = (list: Parameters<typeof createSchema>[0]): readonly string[] =>
      Object.keys(createSchema(list).getTypeMap()).filter((name) => name.includes('Example'));
    expect([...typesOf([...providers, exampleProvider])].sort()).toEqual([
      'CreateExampleContactInput',
      'ExampleContact',
      'UpdateExampleContactInput',
    ]);
    expect(typesOf(providers)).toEqual([]);
  });
});
