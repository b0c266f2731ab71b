import { expect, it } from 'vitest';

import { GOOD, configErrorsOf, read } from './files.js';

const withWrites = (flow: string): string => `idempotency: ${flow}\n${GOOD}`;

it('writes are kept in a folder of the working one, unless the config names another or Redis', () => {
  const usual = { required: false, directory: 'trunkline-data', redis: undefined, allowWeak: false };
  expect(read(GOOD).idempotency).toEqual(usual);
  expect(read(withWrites('{ directory: /srv/kept, required: true }')).idempotency).toEqual({
    ...usual,
    directory: '/srv/kept',
    required: true,
  });
  const redis = 'redis://:secret-word@127.0.0.1:6379';
  expect(read(withWrites(`{ redis: "${redis}", allowWeak: true }`)).idempotency).toEqual({
    ...usual,
    directory: undefined,
    redis,
    allowWeak: true,
  });
});

it('complains of two places, and of what is no Redis, without telling its password', () => {
  const url = 'redis://:secret-word@127.0.0.1:6379';
  const [both] = configErrorsOf(withWrites(`{ directory: kept, redis: "${url}" }`));
  expect(both).toBe('gateway.yaml:1 idempotency: expected "directory" or "redis", not both');
  const [other] = configErrorsOf(withWrites('{ redis: "http://:secret-word@127.0.0.1:6379" }'));
  expect(other).toBe('gateway.yaml:1 idempotency.redis: expected a URL such as redis://127.0.0.1:6379');
  const [unknown] = configErrorsOf(withWrites('{ need: true }'));
  expect(unknown).toContain('gateway.yaml:1 idempotency.need: unknown key');
});
