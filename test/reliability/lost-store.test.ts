import { renameSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { encodeId } from '../../src/graph/values/id.js';
import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { createMemoryStore } from '../../src/operations/memory-store.js';
import { serwerSms } from '../../src/providers/serwersms/index.js';
import { openSerwerSms, type SerwerSmsFixture } from '../providers/serwersms/fixture.js';
import { LOGIN } from '../providers/serwersms/mutations.js';
import { startGateway } from '../support/gateway.js';

const CREATE = `mutation { it: createContact(input: { serwerSms: { phone: "500600700", idempotencyKey: "a-key-of-one-write" } }) {
  contact { upstreamId } userErrors { code } } }`;

let at: SerwerSmsFixture;
let parent: string;
beforeEach(async () => {
  at = await openSerwerSms(LOGIN);
  parent = await mkdtemp(join(tmpdir(), 'trunkline-'));
});
afterEach(async () => {
  await at.close();
  await rm(parent, { recursive: true });
});

const effects = (): string[] => at.emulator.requests.flatMap((request) => request.effects);
const upstream = () => ({ provider: serwerSms, baseUrl: at.emulator.url, settings: LOGIN });

// In one step: a file that is cut off while another thread cuts it and this one reads a page of it ends the process.
test.each([
  [
    'moved away',
    (directory: string) => {
      renameSync(directory, `${directory}.moved`);
    },
  ],
  [
    'emptied',
    (directory: string) => {
      truncateSync(join(directory, 'data.mdb'));
    },
  ],
])(
  'M14 with a store that was %s nothing is sent, operations are unavailable, and other reads go on',
  async (_, lose) => {
    const directory = join(parent, 'operations');
    const gateway = startGateway([upstream()], undefined, { store: await openLmdbStore(directory) });
    lose(directory);
    const refused = await gateway.ask(CREATE);
    expect(refused.data).toEqual({ it: { contact: null, userErrors: [] } });
    expect(refused.errors).toMatchObject([{ path: ['it'], extensions: { code: 'UNAVAILABLE', sent: 'no' } }]);
    expect(effects()).toEqual([]);

    const id = encodeId('serwersms', 'operation', '01988f2a-2e11-7000-8000-000000000000');
    const unavailable = [{ extensions: { code: 'UNAVAILABLE', retryable: true } }];
    expect((await gateway.ask('{ operations { nodes { id } } }')).errors).toMatchObject(unavailable);
    expect((await gateway.ask(`{ operation(id: "${id}") { state } }`)).errors).toMatchObject(unavailable);
    expect((await gateway.ask(`{ node(id: "${id}") { id } }`)).errors).toMatchObject(unavailable);
    const resolved = await gateway.ask(
      `mutation { it: resolveOperation(id: "${id}", as: SENT) { operation { id } userErrors { code } } }`,
    );
    expect(resolved.data).toEqual({ it: { operation: null, userErrors: [] } });
    expect(resolved.errors).toMatchObject(unavailable);

    expect((await gateway.ask('{ contacts { nodes { displayName } } }')).errors).toEqual([]);
    await gateway.close();
  },
);

test('U25 a write that was done but could not be kept is unknown, nothing more is sent, and reads go on', async () => {
  const store = createMemoryStore();
  let isFull = false;
  const failing = async (): Promise<never> => Promise.reject(new Error('EIO: the disk failed'));
  const gateway = startGateway([upstream()], undefined, {
    store: {
      ...store,
      insert: (...given) => (isFull ? failing() : store.insert(...given)),
      update: (record) => {
        // The dispatch is kept; what came of it is not.
        isFull ||= record.state !== 'DISPATCHED';
        return isFull ? failing() : store.update(record);
      },
    },
  });
  const lost = await gateway.ask(CREATE);
  expect(lost.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
  const refused = await gateway.ask(CREATE);
  expect(refused.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', sent: 'no' } }]);
  expect(effects()).toHaveLength(1);
  expect((await gateway.ask('{ contacts { nodes { displayName } } }')).errors).toEqual([]);
  await gateway.close();
});
