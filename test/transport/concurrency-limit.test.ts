import fc from 'fast-check';
import { expect, test } from 'vitest';

import { concurrencyLimit } from '../../src/transport/concurrency-limit.js';
import { createManualExchange, failureOf, request, response, flushImmediate } from './scripted-exchange.js';

test('never more than the limit are in flight, and every call settles, whoever leaves and whatever fails', async () => {
  const plan = fc.record({
    outcome: fc.constantFrom('answer', 'fail'),
    leaves: fc.boolean(),
    turns: fc.nat({ max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(plan, { maxLength: 30 }), async (concurrency, plans) => {
      let inFlight = 0;
      let most = 0;
      const order: string[] = [];
      const exchange = concurrencyLimit({ upstream: 'pbx', concurrency })(async ({ path }) => {
        order.push(path);
        inFlight += 1;
        most = Math.max(most, inFlight);
        const own = plans[Number(path)];
        for (let pass = 0; pass < (own?.turns ?? 0); pass += 1) await flushImmediate();
        inFlight -= 1;
        if (own?.outcome === 'fail') throw new Error('failed');
        return response();
      });
      const controllers = plans.map(() => new AbortController());
      const calls = controllers.map(({ signal }, index) =>
        exchange(request({ path: String(index), callOptions: { signal } })).catch(() => 'failed'),
      );
      plans.forEach(({ leaves }, index) => {
        if (leaves) controllers[index]?.abort(new Error('left'));
      });
      expect(await Promise.all(calls)).toHaveLength(plans.length);
      expect(most).toBeLessThanOrEqual(concurrency);
      expect(inFlight).toBe(0);
      expect(order).toEqual([...order].sort((one, other) => Number(one) - Number(other)));
      const stayed = plans.flatMap(({ leaves }, index) => (leaves ? [] : [String(index)]));
      expect(order).toEqual(expect.arrayContaining(stayed));
      // No place was lost.
      expect(await exchange(request({ path: 'last' }))).toMatchObject({ status: 200 });
    }),
  );
});

test('a waiter that leaves does not reach the wire and lets the next one in', async () => {
  const manual = createManualExchange();
  const exchange = concurrencyLimit({ upstream: 'pbx', concurrency: 1 })(manual.exchange);
  const leaving = new AbortController();
  const first = exchange(request({ path: '/1' }));
  const second = failureOf(exchange(request({ path: '/2', callOptions: { signal: leaving.signal } })));
  const third = exchange(request({ path: '/3' }));
  const reason = new Error('left');
  leaving.abort(reason);
  expect(await second).toBe(reason);
  manual.answer(0, response());
  await first;
  await flushImmediate();
  manual.answer(1, response());
  await third;
  expect(manual.requests.map(({ path }) => path)).toEqual(['/1', '/3']);
});

test('beyond the queue a call is crowded out, and it is certain that nothing was sent', async () => {
  const manual = createManualExchange();
  const exchange = concurrencyLimit({ upstream: 'pbx', concurrency: 1, maxQueued: 2 })(manual.exchange);
  void exchange(request());
  void exchange(request());
  void exchange(request());
  expect(await failureOf(exchange(request()))).toMatchObject({ kind: 'overloaded', upstream: 'pbx', sent: 'no' });
  expect(manual.requests).toHaveLength(1);
});

test('an aborted call takes no place', async () => {
  const manual = createManualExchange();
  const exchange = concurrencyLimit({ upstream: 'pbx', concurrency: 1 })(manual.exchange);
  await failureOf(exchange(request({ callOptions: { signal: AbortSignal.abort() } })));
  void exchange(request());
  expect(manual.requests).toHaveLength(1);
});

test('a call is told that it waits, and one that has its slot at once is not', async () => {
  const manual = createManualExchange();
  const exchange = concurrencyLimit({ upstream: 'pbx', concurrency: 1, maxQueued: 1 })(manual.exchange);
  const queued: string[] = [];
  const send = (path: string) => exchange(request({ path, callOptions: { onQueued: () => queued.push(path) } }));
  const first = send('/1');
  const second = send('/2');
  const overloaded = failureOf(send('/3'));
  expect(queued).toEqual(['/2']);
  expect(await overloaded).toMatchObject({ kind: 'overloaded' });
  manual.answer(0, response());
  await first;
  await flushImmediate();
  manual.answer(1, response());
  await second;
});
