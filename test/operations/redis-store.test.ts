import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

import { Redis } from 'ioredis';
import { beforeAll, expect, test } from 'vitest';

import { openRedisStore } from '../../src/operations/redis-store.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { unhandledErrorsDuring } from '../support/unhandled-errors.js';
import { makeRecord } from './make-record.js';
import { testStore } from './store-conformance.js';

const PASSWORD = 'pa ss/w0rd:é';
const SECRETS = [PASSWORD, encodeURIComponent(PASSWORD), 'pa ss'];
const TIMEOUT_MS = 300;

let redis: TestRedis;
let places = 0;
beforeAll(async () => {
  redis = await startRedis({ password: PASSWORD });
  return redis.stop;
});

const urlOf = ({ host, port }: Pick<TestRedis, 'host' | 'port'>, password = PASSWORD): string =>
  `redis://default:${encodeURIComponent(password)}@${host}:${port}`;

testStore('Redis', async () => {
  const prefix = `place-${(places += 1)}`;
  return { open: () => openRedisStore(urlOf(redis), { prefix }), remove: async () => undefined };
});

/** The error of a promise that must reject soon, and hold no credential in whatever depth. */
async function failureOf(promise: Promise<unknown>): Promise<string> {
  const began = Date.now();
  const error: unknown = await promise.then(
    () => 'it did not reject',
    (reason: unknown) => reason,
  );
  expect(Date.now() - began).toBeLessThan(5 * TIMEOUT_MS);
  const shown = inspect(error, { depth: Infinity, showHidden: true });
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
  return error instanceof Error ? error.message : String(error);
}

test('keys lie in one slot of a cluster, and each record has a time at which Redis itself forgets it', async () => {
  const prefix = 'slots';
  const store = await openRedisStore(urlOf(redis), { prefix });
  await store.secret();
  await store.insert(makeRecord({ scope: 'mine', expiresAt: Date.now() + 60_000 }));
  const client = new Redis(urlOf(redis));
  const keys = await client.keys('*slots*');
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !key.startsWith('{slots}:'))).toEqual([]);
  for (const key of keys.filter((name) => /:(record|scope|owner):/.test(name))) {
    const lasts = await client.pttl(key);
    expect(lasts).toBeGreaterThan(0);
    expect(lasts).toBeLessThan(2 * 24 * 60 * 60_000);
  }
  client.disconnect();
  await store.close();
});

test('a process that closed or beats no more is gone', async () => {
  const [store, other] = await Promise.all([1, 2].map(() => openRedisStore(urlOf(redis), { prefix: 'beats' })));
  if (!store || !other) throw new TypeError('two stores');
  expect(await store.isGone(other.owner)).toBe(false);
  await other.close();
  expect(await store.isGone(other.owner)).toBe(true);
  await store.close();
});

test('calls reject soon and without credentials while Redis is away, and go on when it is back', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'trunkline-redis-'));
  const first = await startRedis({ password: PASSWORD, directory });
  const store = await openRedisStore(urlOf(first), { timeoutMs: TIMEOUT_MS });
  const stranger = store.owner.replace(/[\da-f]{4}$/, '0000');
  expect(await store.isGone(stranger)).toBe(true);
  const record = makeRecord({ scope: 'mine' });
  const unhandled = await unhandledErrorsDuring(async () => {
    // Frozen: the call is on its way and no answer comes.
    first.freeze();
    expect(await failureOf(store.insert(record))).toMatch(/^Redis at 127\.0\.0\.1:\d+ can't be used \(.*timed out/);
    const waiting = failureOf(store.list({ limit: 1 }));
    await first.stop();
    expect(await waiting).toMatch(/^Redis at/);
    expect(await failureOf(store.update(record))).toMatch(/^Redis at 127\.0\.0\.1:\d+ can't be used \(/);
    await expect.poll(() => failureOf(store.get(record.id))).toMatch(/ECONNREFUSED/);
  });
  expect(unhandled).toEqual([]);
  const second = await startRedis({ port: first.port, password: PASSWORD, directory });
  await expect.poll(() => store.insert(record).catch(() => 'not yet'), { timeout: 5_000 }).toBeUndefined();
  // This Redis has heard of nobody yet, which says nothing of who lives.
  expect(await store.isGone(stranger)).toBe(false);
  expect(await store.get(record.id)).toEqual(record);
  await second.stop();
  await store.close();
  await rm(directory, { recursive: true });
});

test('a call that was under way when Redis went rejects at once, as do those after it, and none is done later', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'trunkline-redis-'));
  const first = await startRedis({ directory });
  const store = await openRedisStore(`redis://127.0.0.1:${first.port}`, { timeoutMs: 20 * TIMEOUT_MS });
  const [held, expired, stored] = [1, 2, 3].map(() => makeRecord());
  if (!held || !expired || !stored) throw new TypeError('three records');
  first.freeze();
  const waiting = failureOf(store.insert(held));
  await first.stop();
  expect(await waiting).toMatch(/^Redis at/);
  expect(await failureOf(store.insert(expired))).toMatch(/^Redis at/);
  const second = await startRedis({ port: first.port, directory });
  await expect.poll(() => store.insert(stored).catch(() => 'not yet'), { timeout: 5_000 }).toBeUndefined();
  expect(await store.list({ limit: 10 })).toEqual([stored]);
  await second.stop();
  await store.close();
  await rm(directory, { recursive: true });
});

test.each([
  ['nobody listens', () => openRedisStore(urlOf({ host: '127.0.0.1', port: 1 })), /can't be used \(.*ECONNREFUSED/],
  ['the password is wrong', () => openRedisStore(urlOf(redis, SECRETS[2])), /can't be used \(.*WRONGPASS/],
  ['the URL has no password', () => openRedisStore(`redis://127.0.0.1:${redis.port}`), /can't be used \(.*NOAUTH/],
  [
    'the URL is another kind of thing',
    () => openRedisStore(`http://x:${SECRETS[1] ?? ''}@127.0.0.1`),
    /must look like/,
  ],
  ['the URL is none', () => openRedisStore(`redis://${PASSWORD}:`), /must look like/],
])('opening rejects with a sentence where %s', async (_, open, sentence) => {
  expect(await failureOf(open())).toMatch(sentence);
});

test('opening rejects soon where the server never answers', async () => {
  let connections = 0;
  const silent = createServer((socket) => {
    connections += 1;
    socket.resume();
  }).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const options = { timeoutMs: TIMEOUT_MS };
  expect(await failureOf(openRedisStore(urlOf({ host: '127.0.0.1', port }), options))).toMatch(/timed out/);
  // Nor does it go on trying for nobody.
  await sleep(250);
  expect(connections).toBe(1);
  silent.close();
});
