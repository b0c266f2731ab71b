import { Redis } from 'ioredis';
import { expect, test } from 'vitest';

import { openRedisStore } from '../../src/operations/redis-store.js';
import { startRedis } from '../support/redis.js';
import { makeRecord } from './make-record.js';

test('M14 a Redis that was flushed or restarted empty is asked nothing more, and a new process may begin again', async () => {
  const redis = await startRedis();
  const url = `redis://${redis.host}:${redis.port}`;
  const store = await openRedisStore(url, { timeoutMs: 500 });
  await store.insert(makeRecord({ scope: 'mine' }));
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
  const lost = /has lost its data/;
  await expect(store.insert(makeRecord({ scope: 'mine' }))).rejects.toThrow(lost);
  await expect(store.get(makeRecord().id)).rejects.toThrow(lost);
  await expect(store.list({ limit: 1 })).rejects.toThrow(lost);
  const next = await openRedisStore(url);
  expect(await next.insert(makeRecord({ scope: 'mine' }))).toBeUndefined();
  // The marker is there again, but it is that of other data.
  await expect(store.insert(makeRecord({ scope: 'other' }))).rejects.toThrow(lost);
  await next.close();
  await redis.stop();
  const empty = await startRedis({ port: redis.port });
  await expect
    .poll(() => store.insert(makeRecord()).then(String, (error: unknown) => String(error)), { timeout: 10_000 })
    .toMatch(lost);
  await store.close();
  await empty.stop();
});
