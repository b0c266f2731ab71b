import fc from 'fast-check';
import { expect, test } from 'vitest';

import { shareInFlight } from '../../src/transport/share-in-flight.js';
import type { Attempt, UpstreamRequest } from '../../src/transport/exchange.js';
import { createManualExchange, failureOf, request, response, flushImmediate } from './scripted-exchange.js';

const place = (): {
  manual: ReturnType<typeof createManualExchange>;
  ask: (change?: Partial<UpstreamRequest>) => Promise<unknown>;
} => {
  const manual = createManualExchange();
  const exchange = shareInFlight({ upstream: 'pbx', timeoutMs: 1000, now: () => 0 })(manual.exchange);
  return { manual, ask: (change) => exchange(request(change)) };
};

test('identical reads in flight share one answer, and the followers are told so', async () => {
  const { manual, ask } = place();
  const attempts: Attempt[] = [];
  const onAttempt = (attempt: Attempt): void => void attempts.push(attempt);
  const answers = [
    ask({ callOptions: { onAttempt } }),
    ask({ callOptions: { onAttempt } }),
    ask({ callOptions: { onAttempt } }),
  ];
  manual.answer(0, response(200, {}, 'shared'));
  const [first, second, third] = await Promise.all(answers);
  expect(manual.requests).toHaveLength(1);
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(attempts.map(({ cache, status }) => [cache, status])).toEqual([
    ['shared', 200],
    ['shared', 200],
  ]);
});

test('a failure is shared too', async () => {
  const { manual, ask } = place();
  const calls = [ask(), ask()].map(failureOf);
  const broken = new Error('broken');
  manual.fail(0, broken);
  expect(await Promise.all(calls)).toEqual([broken, broken]);
});

test('a read that comes after the answer is a request of its own', async () => {
  const { manual, ask } = place();
  const first = ask();
  manual.answer(0, response());
  await first;
  void ask();
  expect(manual.requests).toHaveLength(2);
});

test.each<[string, Partial<UpstreamRequest>]>([
  ['another method', { method: 'POST' }],
  ['another path', { path: '/things?a=1' }],
  ['another body', { body: '{"a":1}' }],
  ['a body of bytes', { body: Buffer.from('a') }],
  ['other headers', { headers: { accept: 'text/xml' } }],
  ['an effect that acts', { effect: 'acts' }],
  ['an effect that replaces', { effect: 'replaces' }],
  ['the wish for a fresh answer', { callOptions: { bypassCache: true } }],
])('a request with %s shares nothing', (_name, change) => {
  const { manual, ask } = place();
  void ask({ body: 'a' });
  void ask({ body: 'a', ...change });
  void ask({ body: 'a', ...change });
  const alone = change.effect !== undefined || change.callOptions !== undefined;
  expect(manual.requests).toHaveLength(alone ? 3 : 2);
});

test('nobody joins a read that began before a write ended', async () => {
  const { manual, ask } = place();
  const old = ask();
  const write = ask({ effect: 'replaces', method: 'PUT' });
  manual.answer(1, response(204));
  await write;
  const young = ask();
  expect(manual.requests).toHaveLength(3);
  manual.answer(0, response(200, {}, 'old'));
  manual.answer(2, response(200, {}, 'young'));
  expect(await old).toMatchObject({ body: Buffer.from('old') });
  expect(await young).toMatchObject({ body: Buffer.from('young') });
});

test('the shared call is aborted when, and only when, the last who waited has left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 5 }), async (waiters, leaving) => {
      const { manual, ask } = place();
      const controllers = Array.from({ length: waiters }, () => new AbortController());
      const calls = controllers.map(({ signal }) =>
        ask({ callOptions: { signal } }).then(
          () => 'answered',
          (error: unknown) => (error instanceof Error ? error.message : 'odd'),
        ),
      );
      const gone = controllers.slice(0, leaving);
      gone.forEach((controller, index) => {
        controller.abort(new Error(`left ${index}`));
      });
      await flushImmediate();
      expect(manual.requests).toHaveLength(1);
      expect(manual.requests[0]?.callOptions.signal?.aborted).toBe(leaving >= waiters);
      manual.answer(0, response());
      expect(await Promise.all(calls)).toEqual(
        controllers.map((_, index) => (index < leaving ? `left ${index}` : 'answered')),
      );
    }),
  );
});

test('a read after an abandoned one is asked anew', async () => {
  const { manual, ask } = place();
  const leaving = new AbortController();
  const abandoned = failureOf(ask({ callOptions: { signal: leaving.signal } }));
  leaving.abort(new Error('left'));
  await abandoned;
  void ask();
  expect(manual.requests).toHaveLength(2);
});
