import fc from 'fast-check';
import { expect, test } from 'vitest';

import { concurrencyLimit } from '../../src/transport/concurrency-limit.js';
import type { UpstreamRequest } from '../../src/transport/exchange.js';
import { createManualExchange, failureOf, flushImmediate, request, response } from './scripted-exchange.js';

const of = (principal: string, path = '/', signal?: AbortSignal): UpstreamRequest =>
  request({ path, callOptions: { principal, signal } });

test('T15 principals take turns where they wait, however many calls one has', async () => {
  const { exchange, requests, answer } = createManualExchange();
  const limited = concurrencyLimit({ upstream: 'pbx', concurrency: 1 })(exchange);
  for (let call = 0; call < 50; call += 1) void limited(of('greedy', `/greedy/${call}`));
  for (const path of ['/modest/0', '/modest/1']) void limited(of('modest', path));
  void limited(of('third', '/third/0'));
  for (let call = 0; call < 6; call += 1) {
    answer(call, response());
    await flushImmediate();
  }
  expect(requests.map(({ path }) => path)).toEqual([
    '/greedy/0',
    '/greedy/1',
    '/modest/0',
    '/third/0',
    '/greedy/2',
    '/modest/1',
    '/greedy/3',
  ]);
});

test('T15 one who has all slots gives half of them back as soon as another waits', async () => {
  const { exchange, requests, answer } = createManualExchange();
  const limited = concurrencyLimit({ upstream: 'pbx', concurrency: 4 })(exchange);
  for (let call = 0; call < 40; call += 1) void limited(of('greedy'));
  expect(requests).toHaveLength(4);
  for (let call = 0; call < 10; call += 1) void limited(of('modest'));
  for (let call = 0; call < 4; call += 1) {
    answer(call, response());
    await flushImmediate();
  }
  const later = requests.slice(4).map(({ callOptions }) => callOptions.principal);
  expect(later.filter((name) => name === 'modest')).toHaveLength(2);
});

test('T15 a queue that one has filled makes room for another, and his latest call fails unsent', async () => {
  const { exchange, requests, answer } = createManualExchange();
  const limited = concurrencyLimit({ upstream: 'pbx', concurrency: 1, maxQueued: 4 })(exchange);
  void limited(of('greedy'));
  const greedy = Array.from({ length: 4 }, (_, call) => limited(of('greedy', `/greedy/${call}`)));
  const latest = failureOf(greedy[3] ?? Promise.resolve());
  const modest = limited(of('modest', '/modest'));
  expect(await latest).toMatchObject({ kind: 'overloaded', sent: 'no' });
  expect(await failureOf(limited(of('greedy')))).toMatchObject({ kind: 'overloaded', sent: 'no' });
  for (let call = 0; call < 3; call += 1) {
    answer(call, response());
    await flushImmediate();
  }
  expect(await modest).toMatchObject({ status: 200 });
  expect(requests.map(({ path }) => path)).not.toContain('/greedy/3');
});

/** One step of a history; numbers choose among those that are there. */
type Step =
  { readonly do: 'arrive'; readonly principal: string } | { readonly do: 'answer' | 'leave'; readonly choice: number };
interface Call {
  readonly principal: string;
  readonly controller: AbortController;
  readonly outcome: Promise<string>;
  state: 'waiting' | 'in flight' | 'over';
}

test('T15 nobody starves, none has more than half while others wait, and no slot is ever lost', async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('arrive' as const), principal: fc.constantFrom('a', 'a', 'b', 'c') }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), choice: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), choice: fc.nat() }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 60 }), async (concurrency, steps) => {
      const calls: Call[] = [];
      const finish = new Map<Call, () => void>();
      /** How often one was served while another waited who might have been. */
      const passedOver = new Map<string, number>();
      const half = Math.ceil(concurrency / 2);
      const count = (state: Call['state'], principal?: string): number =>
        calls.filter((call) => call.state === state && (principal ?? call.principal) === call.principal).length;
      const limited = concurrencyLimit({ upstream: 'pbx', concurrency })(async ({ path }) => {
        const call = calls[Number(path)];
        if (!call) return response();
        call.state = 'in flight';
        expect(count('in flight')).toBeLessThanOrEqual(concurrency);
        const others = ['a', 'b', 'c'].filter((name) => name !== call.principal && count('waiting', name) > 0);
        if (others.length > 0) expect(count('in flight', call.principal)).toBeLessThanOrEqual(half);
        for (const other of others) {
          if (count('in flight', other) >= half) continue;
          const times = (passedOver.get(`${other} ${call.principal}`) ?? 0) + 1;
          expect(times).toBe(1);
          passedOver.set(`${other} ${call.principal}`, times);
        }
        for (const name of ['a', 'b', 'c']) passedOver.delete(`${call.principal} ${name}`);
        await new Promise<void>((resolve) => finish.set(call, resolve));
        return response();
      });
      const among = (state: Call['state'], choice: number): Call | undefined => {
        const those = calls.filter((call) => call.state === state);
        return those[choice % those.length];
      };
      const end = async (call: Call | undefined): Promise<void> => {
        if (!call) return;
        call.state = 'over';
        finish.get(call)?.();
        await flushImmediate();
      };
      for (const each of steps) {
        if (each.do === 'arrive') {
          const controller = new AbortController();
          const call: { -readonly [Key in keyof Call]: Call[Key] } = {
            principal: each.principal,
            controller,
            outcome: Promise.resolve(''),
            state: 'waiting',
          };
          const index = calls.push(call) - 1;
          call.outcome = limited(of(each.principal, String(index), controller.signal)).then(
            () => 'answered',
            (error: unknown) => String(error),
          );
          // Work is never left undone: whoever waits, waits for a slot that is taken.
          if (call.state === 'waiting') expect(count('in flight')).toBe(concurrency);
        } else if (each.do === 'answer') await end(among('in flight', each.choice));
        else {
          const call = among('waiting', each.choice);
          if (!call) continue;
          call.state = 'over';
          call.controller.abort(new Error('left'));
          for (const name of ['a', 'b', 'c'])
            if (count('waiting', call.principal) === 0) passedOver.delete(`${call.principal} ${name}`);
          expect(await call.outcome).toBe('Error: left');
        }
      }
      while (count('in flight') > 0) await end(among('in flight', 0));
      expect(count('waiting')).toBe(0);
      for (const call of calls) expect(await call.outcome).toMatch(/^(answered|Error: left)$/);
      // All slots are there again.
      const last = Array.from({ length: concurrency }, () => limited(of('d', 'none')));
      expect(await Promise.all(last)).toHaveLength(concurrency);
    }),
  );
});
