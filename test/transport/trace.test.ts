import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { afterEach, expect, test } from 'vitest';

import { AttemptCounts } from '../../src/transport/attempt-counts.js';
import type { Attempt } from '../../src/transport/exchange.js';
import { unregisterSecrets, registerSecrets } from '../../src/transport/redact.js';
import { trace } from '../../src/transport/trace.js';
import { failureOf, request, response, script } from './scripted-exchange.js';

const published: unknown[] = [];
const listen = (attempt: unknown): void => void published.push(attempt);

afterEach(() => {
  unsubscribe('trunkline:exchange', listen);
  published.length = 0;
  unregisterSecrets('pbx');
});

test('each attempt is told to whoever asked and to whoever listens, numbered within its call', async () => {
  subscribe('trunkline:exchange', listen);
  const attempts: Attempt[] = [];
  let clock = 0;
  const callOptions = { onAttempt: (attempt: Attempt): void => void attempts.push(attempt) };
  const { exchange } = script(response(503), new Error('broken'), response(200));
  const traced = trace({ upstream: 'pbx', now: () => clock })(async (each) => {
    clock += 7;
    return exchange(each);
  });
  const attemptCounts = new AttemptCounts('contacts/index');
  await traced(request({ callOptions, attemptCounts }));
  await failureOf(traced(request({ callOptions, attemptCounts })));
  await traced(request({ operation: 'POST users/token', callOptions, attemptCounts }));
  await traced(request({ callOptions, attemptCounts: new AttemptCounts('contacts/index') }));
  expect(attempts).toEqual([
    {
      upstream: 'pbx',
      operation: 'GET /things',
      method: 'GET',
      path: '/things',
      status: 503,
      elapsedMs: 7,
      cache: 'miss',
      attempt: 1,
    },
    {
      upstream: 'pbx',
      operation: 'GET /things',
      method: 'GET',
      path: '/things',
      status: null,
      elapsedMs: 7,
      cache: 'miss',
      attempt: 2,
    },
    {
      upstream: 'pbx',
      operation: 'POST users/token',
      method: 'GET',
      path: '/things',
      status: 200,
      elapsedMs: 7,
      cache: 'miss',
      attempt: 1,
    },
    {
      upstream: 'pbx',
      operation: 'GET /things',
      method: 'GET',
      path: '/things',
      status: 200,
      elapsedMs: 7,
      cache: 'miss',
      attempt: 1,
    },
  ]);
  expect(published).toEqual(attempts);
});

test('no secret is told, neither by its name nor by its value', async () => {
  const attempts: string[] = [];
  registerSecrets('pbx', 'hunter two');
  const callOptions = { onAttempt: ({ path }: Attempt): void => void attempts.push(path) };
  await trace({ upstream: 'pbx' })(script(response()).exchange)(
    request({ path: '/a/hunter%20two?x=1&api_key=k1&access_token=k2&PASSWORD=k3&y=hunter+two', callOptions }),
  );
  expect(attempts).toEqual(['/a/***?x=1&api_key=***&access_token=***&PASSWORD=***&y=***']);
});
