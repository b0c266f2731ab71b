import { expect, test } from 'vitest';

import type { Attempt, CallOptions } from '../../src/transport/exchange.js';
import { FailedAttempt } from '../../src/transport/failed-attempt.js';
import { request } from './scripted-exchange.js';

function attemptOf(operation: string, status: number | null): Attempt {
  return { upstream: 'pbx', operation, method: 'GET', path: '/', status, elapsedMs: 1, cache: 'miss', attempt: 1 };
}

const failed = attemptOf('GET /things', 503);
const lost = attemptOf('GET /things', null);
const answered = attemptOf('GET /things', 401);
const login = attemptOf('POST /login', 503);

function hold(signal?: AbortSignal) {
  const reported: Attempt[] = [];
  const options: CallOptions = { signal, onAttempt: (attempt) => void reported.push(attempt) };
  const failedAttempt = new FailedAttempt(
    request({ callOptions: options }),
    (status) => status === null || status >= 500,
  );
  const report = (addition?: Pick<Attempt, 'retryBudgetExhausted'>): void => {
    failedAttempt.report(addition);
  };
  return {
    reported,
    report,
    add: (attempt: Attempt): void => {
      failedAttempt.onAttempt(attempt);
    },
  };
}

test('the last failed attempt of the call is held, and reported once with what is added to it', () => {
  const { reported, report, add } = hold();
  add(failed);
  expect(reported).toEqual([]);
  add(lost);
  expect(reported).toEqual([failed]);
  report({ retryBudgetExhausted: true });
  report();
  expect(reported).toEqual([failed, { ...lost, retryBudgetExhausted: true }]);
});

test('answers and log-ins are reported at once, behind what was held', () => {
  const { reported, add } = hold();
  add(answered);
  add(login);
  expect(reported).toEqual([answered, login]);
  add(failed);
  add(answered);
  expect(reported).toEqual([answered, login, failed, answered]);
});

test('an attempt behind the report, or behind an abort, is reported at once', () => {
  const ended = hold();
  ended.report();
  ended.add(failed);
  expect(ended.reported).toEqual([failed]);
  const aborted = hold(AbortSignal.abort());
  aborted.add(lost);
  expect(aborted.reported).toEqual([lost]);
});
