import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';

import { afterEach, expect, test } from 'vitest';

import { AttemptCounts } from '../../src/transport/attempt-counts.js';
import type { Attempt } from '../../src/transport/exchange.js';
import { unregisterSecrets, registerSecrets } from '../../src/transport/redact.js';
import { copyAttempt, trace } from '../../src/transport/trace.js';
import { failureOf, request, response, script } from './scripted-exchange.js';

const published: Attempt[] = [];
const listen = (attempt: unknown): void => void published.push(copyAttempt(attempt as Attempt));

afterEach(() => {
  unsubscribe('trunkline:exchange', listen);
  published.length = 0;
  unregisterSecrets('pbx');
});

test('each attempt is told to whoever asked and to whoever listens, numbered within its call', async () => {
  subscribe('trunkline:exchange', listen);
  const attempts: Attempt[] = [];
  let clock = 0;
  const callOptions = { onAttempt: (attempt: Attempt): void => void attempts.push(copyAttempt(attempt)) };
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

test('a copy that is kept tells no secret after the upstream is closed', async () => {
  const kept: Attempt[] = [];
  registerSecrets('pbx', 'hunter two');
  const callOptions = { isProof: true, onAttempt: (attempt: Attempt): void => void kept.push(copyAttempt(attempt)) };
  await trace({ upstream: 'pbx' })(script(response()).exchange)(request({ path: '/a/hunter%20two', callOptions }));
  unregisterSecrets('pbx');
  expect(kept).toMatchObject([{ path: '/a/***', proof: true }]);
});

test('what is written of an attempt that is no copy holds no path', async () => {
  const written: string[] = [];
  const callOptions = {
    onAttempt: (attempt: Attempt): void => void written.push(JSON.stringify(attempt), inspect(attempt)),
  };
  await trace({ upstream: 'pbx' })(script(response()).exchange)(request({ path: '/a/hunter%20two', callOptions }));
  expect(written.join()).toContain('pbx');
  expect(written.join()).not.toContain('hunter');
});
