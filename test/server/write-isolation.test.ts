import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { encodeId } from '../../src/graph/values/id.js';
import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startGateway } from '../support/gateway.js';
import { startServer, type TestServer } from '../support/server.js';

const TIMEOUT_MS = 1500;

let five: Five;
let server: TestServer;
beforeAll(async () => {
  five = await startFive({ timeoutMs: TIMEOUT_MS, concurrency: 4 });
  server = await startServer(five.upstreams);
});
beforeEach(() => {
  for (const emulator of Object.values(five.emulators)) emulator.reset();
});
afterAll(async () => {
  await server.stop();
  await five.stop();
});

const CREATE =
  'made: createContact(input: { cloudSigma: { email: "sasiad@example.com", name: "Sąsiad" } }) { contact { displayName } }';
const MADE = { contact: { displayName: 'Sąsiad' } };
const GROUP = encodeId('ictcore', 'group', '1');
const OTHER_GROUP = encodeId('ictcore', 'group', '3');
const RECORDING = encodeId('ictcore', 'message', 'recording/1');

test('an operation that can’t be resolved costs its neighbours nothing', async () => {
  const ids = {
    'no id': ['no id', 'BAD_USER_INPUT'],
    contact: [encodeId('cloudsigma', 'contact', '1'), 'NOT_FOUND'],
    gone: [encodeId('cloudsigma', 'operation', randomUUID()), 'NOT_FOUND'],
    endless: [encodeId('cloudsigma', 'operation', 'x'.repeat(5000)), 'NOT_FOUND'],
  } as const;
  for (const [id, code] of Object.values(ids)) {
    const { data, errors } = await server.ask(
      `mutation { ${CREATE} wrong: resolveOperation(id: "${id}", as: SENT) { operation { id } userErrors { code field } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ made: MADE, wrong: { operation: null, userErrors: [{ code, field: ['id'] }] } });
  }
});

test('a URL that can’t be signed for want of the upstream costs its neighbours nothing', async () => {
  five.emulators.ictcore.addFault({ kind: 'status', status: 500 });
  const { data, errors } = await server.ask(
    `mutation { ${CREATE} nowhere: createMediaUpload(messageId: "${RECORDING}") { url expiresAt userErrors { code } } }`,
  );
  expect(data).toEqual({ made: MADE, nowhere: { url: null, expiresAt: null, userErrors: [] } });
  expect(errors).toMatchObject([{ path: ['nowhere'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  five.emulators.ictcore.clearFaults();
  // Its circuit may be open for a moment, which is nothing to the tests that follow.
  const readGroups = async (): Promise<string> =>
    (await server.ask('{ groups(first: 1, providers: ICTCORE) { sources { ok } } }')).text;
  await expect.poll(readGroups, { timeout: 10_000 }).toContain('"ok":true');
});

test('a signed URL imports once however it is spelt, and two that were signed together import each', async () => {
  const sign = (group: string): string => `createGroupImport(groupId: "${group}") { url }`;
  // A second one into the same group would wait for the first.
  const { data } = await server.ask(`mutation { one: ${sign(GROUP)} two: ${sign(OTHER_GROUP)} }`);
  const { one, two } = data as { readonly one: { url: string }; readonly two: { url: string } };
  const put = async (url: string): Promise<number> => {
    const init = { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: '48500100200,Jan,Nowak,,,,,,\n' };
    return (await server.fetch(new URL(url).pathname, init)).status;
  };
  const statuses = [await put(one.url), await put(one.url), await put(`${one.url}.x`), await put(`${one.url}=`)];
  expect(statuses).toEqual([200, 409, 403, 403]);
  expect(await put(two.url)).toBe(200);
  expect(five.emulators.ictcore.requests.flatMap(({ effects }) => effects)).toHaveLength(2);
});

test('many are deleted together though all of it takes longer than one call may', async () => {
  const ids = Array.from({ length: 150 }, (_, index) => encodeId('ictcore', 'contact', String(9000 + index)));
  five.emulators.ictcore.addFault({ kind: 'slow', delayMs: 50 });
  const { data, errors } = await server.ask(
    'mutation ($ids: [ID!]!) { deleteContacts(ids: $ids) { deletedIds userErrors { code } } }',
    { variables: { ids } },
  );
  five.emulators.ictcore.clearFaults();
  expect(errors).toBeUndefined();
  const { userErrors } = (data as { deleteContacts: { userErrors: Array<{ code: string }> } }).deleteContacts;
  expect(new Set(userErrors.map(({ code }) => code))).toEqual(new Set(['NOT_FOUND']));
  expect(userErrors).toHaveLength(ids.length);
});

test('no made-up id of an operation reaches a store that could not bear it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'trunkline-ids-'));
  const gateway = startGateway(five.upstreams, undefined, { store: await openLmdbStore(directory) });
  try {
    const id = encodeId('cloudsigma', 'operation', 'x'.repeat(5000));
    const found = await gateway.ask('query ($id: ID!) { operation(id: $id) { id } }', { id });
    expect([found.data, found.errors]).toEqual([{ operation: null }, []]);
    const { errors } = await gateway.ask('query ($id: String!) { operations(after: $id) { nodes { id } } }', { id });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  } finally {
    await gateway.close();
    await rm(directory, { recursive: true });
  }
});
