import { Redis } from 'ioredis';
import { afterEach, expect, test } from 'vitest';

import { openRedisStore } from '../../src/operations/redis-store.js';
import { startRedis, type TestRedis } from '../support/redis.js';

let redis: TestRedis;
afterEach(() => redis.stop());

const urlOf = ({ host, port }: TestRedis): string => `redis://${host}:${port}`;

test.each([
  ['appendonly', 'no', 'appendonly is "no"'],
  ['appendfsync', 'everysec', 'appendfsync is "everysec"'],
  ['maxmemory-policy', 'allkeys-lru', 'maxmemory-policy is "allkeys-lru"'],
])('a Redis with %s %s is refused unless it is allowed, and then warned of', async (setting, value, words) => {
  redis = await startRedis({ settings: { [setting]: value } });
  await expect(openRedisStore(urlOf(redis))).rejects.toThrow(
    new RegExp(`^Redis at .* may forget writes.*: ${words}.*idempotency\\.allowWeak: true$`),
  );
  const warnings: string[] = [];
  const store = await openRedisStore(urlOf(redis), { allowWeak: true, warn: (text) => warnings.push(text) });
  expect(warnings).toEqual([expect.stringContaining(words)]);
  await store.close();
});

test('a Redis that does not tell its settings is refused unless it is allowed', async () => {
  redis = await startRedis();
  const client = new Redis(urlOf(redis));
  await client.acl('SETUSER', 'app', 'on', '>word', '~*', '+@all', '-config');
  client.disconnect();
  const url = `redis://app:word@${redis.host}:${redis.port}`;
  await expect(openRedisStore(url)).rejects.toThrow(/its settings can't be read.*allowWeak: true$/);
  await (await openRedisStore(url, { allowWeak: true })).close();
});

test('a durable Redis gives no warning', async () => {
  redis = await startRedis();
  const warnings: string[] = [];
  await (await openRedisStore(urlOf(redis), { warn: (text) => warnings.push(text) })).close();
  expect(warnings).toEqual([]);
});
