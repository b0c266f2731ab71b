import { expect, test } from 'vitest';

import { deadline } from '../../src/transport/deadline.js';
import { createManualExchange, failureOf, request, response, script } from './scripted-exchange.js';

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('a call without an answer is late, even where the next link is deaf to its signal', async () => {
  const call = deadline({ upstream: 'pbx', timeoutMs: 5 })(createManualExchange().exchange)(request());
  expect(await failureOf(call)).toMatchObject({
    kind: 'timeout',
    upstream: 'pbx',
    sent: 'no',
    message: 'GET /things had no answer within 5 ms',
  });
});

test('the links below are aborted with the call, for the same reason', async () => {
  const manual = createManualExchange();
  const failure = await failureOf(deadline({ upstream: 'pbx', timeoutMs: 5 })(manual.exchange)(request()));
  expect(manual.requests[0]?.callOptions.signal?.reason).toBe(failure);
});

test('a late call whose bytes may have left does not claim that nothing was sent', async () => {
  const call = deadline({ upstream: 'pbx', timeoutMs: 5 })((each) => {
    each.onSent?.();
    return new Promise(() => undefined);
  })(request());
  expect(await failureOf(call)).toMatchObject({ kind: 'timeout', sent: 'unknown' });
});

test('whoever asked may leave before the deadline', async () => {
  const leaving = new AbortController();
  const manual = createManualExchange();
  const call = deadline({ upstream: 'pbx', timeoutMs: 60_000 })(manual.exchange)(
    request({ callOptions: { signal: leaving.signal } }),
  );
  const reason = new Error('the client went away');
  leaving.abort(reason);
  expect(await failureOf(call)).toBe(reason);
  expect(manual.requests[0]?.callOptions.signal?.reason).toBe(reason);
});

test('a call that was aborted before it began reaches nobody', async () => {
  const { exchange, requests } = script(response());
  const call = deadline({ upstream: 'pbx', timeoutMs: 60_000 })(exchange)(
    request({ callOptions: { signal: AbortSignal.abort(new Error('gone')) } }),
  );
  await expect(call).rejects.toThrow('gone');
  expect(requests).toHaveLength(0);
});

test('an answer leaves no timer behind, and tells the links below until when they have', async () => {
  const before = timers();
  const { exchange, requests } = script(response());
  await deadline({ upstream: 'pbx', timeoutMs: 60_000, now: () => 1000 })(exchange)(request());
  expect(timers()).toBe(before);
  expect(requests[0]?.deadlineAt).toBe(61_000);
});
