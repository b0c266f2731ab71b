import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Attempt } from '../../src/transport/exchange.js';
import { startServer, type TestServer } from '../support/server.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

let upstream: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  upstream = await startLoopbackUpstream('north');
  server = await startServer([upstream.upstream]);
});
afterAll(async () => {
  await server.stop();
  await upstream.close();
});

test('the last attempt of a read says that the retry budget ended its repeats', async () => {
  upstream.fail(503);
  const explain = async (path: string): Promise<readonly Attempt[]> => {
    const headers = { 'x-trunkline-explain': '1' };
    const { extensions } = await server.ask(`{ call(path: "${path}") }`, { headers });
    return (extensions?.['upstream'] as { requests: readonly Attempt[] }).requests;
  };
  const outcomesOf = (attempts: readonly Attempt[]) =>
    attempts.map(({ attempt, status, retryBudgetExhausted }) => [attempt, status, retryBudgetExhausted]);
  // Three repeats are free: two for the first read, one for the second.
  const first = await explain('/a');
  expect(outcomesOf(first)).toEqual([
    [1, 503, undefined],
    [2, 503, undefined],
    [3, 503, undefined],
  ]);
  expect(first.some((attempt) => 'retryBudgetExhausted' in attempt)).toBe(false);
  expect(outcomesOf(await explain('/b'))).toEqual([
    [1, 503, undefined],
    [2, 503, true],
  ]);
  expect(outcomesOf(await explain('/c'))).toEqual([[1, 503, true]]);
});
