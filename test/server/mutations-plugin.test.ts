import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { startFive, type Five } from '../support/all-providers.js';
import { startServer, type HttpAnswer, type TestServer } from '../support/server.js';

let five: Five;
let server: TestServer;
beforeAll(async () => {
  five = await startFive({ cacheMs: 60_000, timeoutMs: 3000 });
  server = await startServer(five.upstreams);
});
beforeEach(() => {
  for (const emulator of Object.values(five.emulators)) emulator.reset();
});
afterAll(async () => {
  await server.stop();
  await five.stop();
});

const FIND = '{ contacts(upstreams: ["cloudsigma"], first: 1000) { nodes { id displayName } } }';

interface Found {
  readonly id: string;
  readonly displayName: string;
}

async function contactsOf(): Promise<readonly Found[]> {
  const { data } = await server.ask(FIND);
  return (data as { contacts: { nodes: Found[] } }).contacts.nodes;
}

async function someContact(): Promise<Found> {
  const [, contact] = await contactsOf();
  if (!contact) throw new Error('no contact');
  return contact;
}

/** What CloudSigma did, as its ledger tells. */
const effects = (): readonly string[] => five.emulators.cloudsigma.requests.flatMap((request) => request.effects);

const create = (key: string, name = 'Nowa Osoba'): string =>
  `mutation { createContact(input: { cloudSigma: { email: "nowa@example.com", name: "${name}", idempotencyKey: "${key}" } }) { contact { id displayName } userErrors { code message field } } }`;

const codesOf = ({ errors = [] }: HttpAnswer): unknown[] => errors.map(({ extensions }) => extensions?.['code']);

test('what a mutation changed is read anew, in the same request and from the cache', async () => {
  const { id, displayName } = await someContact();
  const rename = (alias: string, name: string): string =>
    `${alias}: updateContact(id: "${id}", input: { cloudSigma: { name: "${name}" } }) { contact { displayName } userErrors { message } }`;
  const { data, errors } = await server.ask(`mutation { ${rename('first', 'Jedna')} ${rename('second', 'Druga')} }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    first: { contact: { displayName: 'Jedna' }, userErrors: [] },
    second: { contact: { displayName: 'Druga' }, userErrors: [] },
  });
  // The list was read just now, and is kept for a minute.
  const names = (await contactsOf()).map((contact) => contact.displayName);
  expect([names.includes('Druga'), names.includes(displayName)]).toEqual([true, false]);
});

test('M16 mutations of one request run in order, each with its own outcome', async () => {
  const { id } = await someContact();
  five.emulators.cloudsigma.addFault({ kind: 'resetAfterEffect', method: 'PUT', times: 1 });
  const { data, errors } = await server.ask(`mutation {
    lost: updateContact(id: "${id}", input: { cloudSigma: { name: "Zgubiona" } }) { contact { id } userErrors { code } }
    wrong: updateContact(id: "${id}", input: { hostway: { email: "a@example.com" } }) { userErrors { code field } }
    missing: deleteContact(id: "${Buffer.from('cloudsigma:contact:no').toString('base64url')}") { deletedIds userErrors { code field } }
    malformed: deleteContact(id: "x") { userErrors { code field } }
    done: deleteContact(id: "${id}") { deletedIds userErrors { code } }
  }`);
  expect(data).toEqual({
    lost: { contact: null, userErrors: [] },
    wrong: { userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', 'hostway'] }] },
    missing: { deletedIds: [], userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] },
    malformed: { userErrors: [{ code: 'BAD_USER_INPUT', field: ['id'] }] },
    done: { deletedIds: [id], userErrors: [] },
  });
  expect(errors).toMatchObject([
    {
      path: ['lost'],
      extensions: { code: 'OUTCOME_UNKNOWN', upstream: 'cloudsigma', sent: 'unknown', retryable: false },
    },
  ]);
  expect(effects().map((effect) => effect.split(' ')[0])).toEqual(['contact.update', 'contact.delete']);
});

test('fifty requests with one key are one dispatch, and fifty equal answers or in progress', async () => {
  const key = randomUUID();
  five.emulators.cloudsigma.addFault({ kind: 'slow', delayMs: 50, method: 'POST' });
  const answers = await Promise.all(Array.from({ length: 50 }, () => server.ask(create(key))));
  expect(effects()).toHaveLength(1);
  const done = answers.filter(({ errors }) => !errors);
  expect(done.length).toBeGreaterThan(0);
  expect(new Set(done.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  for (const answer of answers) if (answer.errors) expect(codesOf(answer)).toEqual(['IDEMPOTENCY_IN_PROGRESS']);
  expect(done.filter(({ extensions }) => extensions?.['idempotentReplay'] === true)).toHaveLength(done.length - 1);
  // The whole batch again, later: nothing more is sent.
  expect((await server.ask(create(key))).data).toEqual(done[0]?.data);
  expect(effects()).toHaveLength(1);
});

test('a key with other arguments is refused, and nothing is sent', async () => {
  const key = randomUUID();
  await server.ask(create(key));
  const reused = await server.ask(create(key, 'Ktoś Inny'));
  expect([codesOf(reused), reused.errors?.[0]?.extensions?.['sent']]).toEqual([['IDEMPOTENCY_KEY_REUSED'], 'no']);
  expect(effects()).toHaveLength(1);
});

test('a write of unknown outcome is told, can be asked for, and is settled by a person', async () => {
  const key = randomUUID();
  five.emulators.cloudsigma.addFault({ kind: 'resetAfterEffect', method: 'POST', times: 1 });
  const { errors } = await server.ask(create(key));
  const operationId = String(errors?.[0]?.extensions?.['operationId']);
  const fields = 'id state mutation upstreamName idempotencyKey message settlements { state by note }';
  const { data: found } = await server.ask(`{ operation(id: "${operationId}") { ${fields} } }`);
  expect(found).toMatchObject({
    operation: {
      id: operationId,
      state: 'UNKNOWN',
      mutation: 'createContact',
      upstreamName: 'cloudsigma',
      idempotencyKey: key,
      settlements: [],
    },
  });
  const { data: waiting } = await server.ask('{ operations(state: UNKNOWN, first: 1) { nodes { id } } }');
  expect(waiting).toEqual({ operations: { nodes: [{ id: operationId }] } });

  const resolve = `mutation { resolveOperation(id: "${operationId}", as: SENT, note: "seen in the panel") { operation { ${fields} } userErrors { code } } }`;
  expect((await server.ask(resolve)).data).toMatchObject({
    resolveOperation: {
      operation: { state: 'SUCCEEDED', settlements: [{ state: 'SUCCEEDED', by: 'PERSON', note: 'seen in the panel' }] },
      userErrors: [],
    },
  });
  expect((await server.ask(resolve)).data).toMatchObject({ resolveOperation: { userErrors: [{ code: 'CONFLICT' }] } });
  const again = await server.ask(create(key));
  expect([again.errors, again.extensions]).toEqual([undefined, { idempotentReplay: true }]);
  expect(effects()).toHaveLength(1);
  expect(server.lines.join('\n')).toContain('seen in the panel');
});

test('a client that goes away does not stop a write, and its key tells the outcome', async () => {
  const key = randomUUID();
  five.emulators.cloudsigma.addFault({ kind: 'slow', delayMs: 100, method: 'POST', times: 1 });
  const gone = new AbortController();
  const asked = server.ask(create(key), { signal: gone.signal }).catch(() => undefined);
  while (!five.emulators.cloudsigma.requests.some(({ method }) => method === 'POST')) {
    if (gone.signal.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
    gone.abort();
  }
  await asked;
  const answer = await server.ask(create(key));
  expect([answer.errors, answer.extensions]).toEqual([undefined, { idempotentReplay: true }]);
  expect(effects()).toHaveLength(1);
});

test('an operation of nobody is null, and an id that is none is BAD_USER_INPUT', async () => {
  const id = Buffer.from('cloudsigma:operation:nothing').toString('base64url');
  expect((await server.ask(`{ operation(id: "${id}") { id } node(id: "${id}") { id } }`)).data).toEqual({
    operation: null,
    node: null,
  });
  expect(codesOf(await server.ask('{ operation(id: "x") { id } }'))).toEqual(['BAD_USER_INPUT']);
  expect(codesOf(await server.ask('{ operations(first: 1001) { nodes { id } } }'))).toEqual(['BAD_USER_INPUT']);
});
