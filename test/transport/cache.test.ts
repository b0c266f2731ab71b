import { expect, test } from 'vitest';

import { cache } from '../../src/transport/cache.js';
import type { Attempt, Exchange, UpstreamRequest } from '../../src/transport/exchange.js';
import { request, response } from './scripted-exchange.js';

const TTL = 2000;

function place(
  answer: (count: number) => ReturnType<Exchange> = async (count) => response(200, {}, `answer ${count}`),
) {
  // The library takes a time of 0 for none.
  let clock = 1;
  let sent = 0;
  const exchange = cache({ upstream: 'pbx', cacheMs: TTL, now: () => clock })(async () => answer((sent += 1)));
  return {
    ask: async (change: Partial<UpstreamRequest> = {}) => (await exchange(request(change))).body.toString(),
    wait: (ms: number) => (clock += ms),
    sent: () => sent,
  };
}

test('a read is answered again for its time, and told as a hit', async () => {
  const { ask, wait, sent } = place();
  const attempts: Attempt[] = [];
  const callOptions = { onAttempt: (attempt: Attempt) => void attempts.push(attempt) };
  expect(await ask()).toBe('answer 1');
  wait(TTL);
  expect(await ask({ callOptions })).toBe('answer 1');
  expect(attempts).toMatchObject([{ cache: 'hit', status: 200, attempt: 1 }]);
  wait(1);
  expect(await ask()).toBe('answer 2');
  expect(sent()).toBe(2);
});

test.each<[string, Partial<UpstreamRequest>]>([
  ['another method', { method: 'POST' }],
  ['another path', { path: '/things?a=1' }],
  ['another body', { body: '{"a":1}' }],
  ['other headers', { headers: { accept: 'text/xml' } }],
  ['the wish for a fresh answer', { callOptions: { bypassCache: true } }],
])('a read with %s is a request of its own', async (_name, change) => {
  const { ask } = place();
  await ask();
  expect(await ask(change)).toBe('answer 2');
});

test.each(['acts', 'replaces'] as const)('what %s empties it, even where it fails', async (effect) => {
  const { ask } = place(async (count) => {
    if (count === 2) throw new Error('lost');
    return response(200, {}, `answer ${count}`);
  });
  await ask();
  await expect(ask({ effect })).rejects.toThrow('lost');
  expect(await ask()).toBe('answer 3');
});

test('a read that was under way while something changed is not kept', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { ask } = place(async (count) => {
    if (count === 1) await held;
    return response(200, {}, `answer ${count}`);
  });
  const old = ask();
  await ask({ effect: 'acts' });
  release();
  expect(await old).toBe('answer 1');
  expect(await ask()).toBe('answer 3');
});

test.each([400, 401, 404, 429, 500, 503])('an answer with status %i is not kept', async (status) => {
  const { ask, sent } = place(async (count) => response(count === 1 ? status : 200));
  await ask();
  await ask();
  expect(sent()).toBe(2);
});

test('0 turns it off', async () => {
  let sent = 0;
  const exchange = cache({ upstream: 'pbx', cacheMs: 0 })(async () => response(200, {}, String((sent += 1))));
  await exchange(request());
  await exchange(request());
  expect(sent).toBe(2);
});
