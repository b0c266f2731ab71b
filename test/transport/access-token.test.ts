import { expect, test } from 'vitest';

import { ProviderFailure } from '../../src/transport/failure.js';
import { renewOnUnauthorized, withAuthorization } from '../../src/transport/access-token.js';
import { createFixture, sign } from './login-fixture.js';
import { createManualExchange, failureOf, request, response, flushImmediate } from './scripted-exchange.js';

test('two hundred requests share one log-in', async () => {
  const { exchange, logins, shown } = createFixture(() => true);
  const calls = Array.from({ length: 200 }, () => exchange(request()));
  await flushImmediate();
  logins[0]?.resolve({ token: 'one' });
  expect((await Promise.all(calls)).every(({ status }) => status === 200)).toBe(true);
  expect(logins).toHaveLength(1);
  expect(new Set(shown)).toEqual(new Set(['one']));
});

test('a log-in goes through the same wire, with the note of whoever needed it first', async () => {
  const manual = createManualExchange();
  const note = (): void => undefined;
  const exchange = renewOnUnauthorized({
    upstream: 'pbx',
    login: async (send, callOptions) => {
      const answer = await send(request({ operation: 'POST users/token', effect: 'acts', callOptions }));
      return { token: answer.body.toString() };
    },
    addToken: sign,
  })(manual.exchange);
  void exchange(request({ callOptions: { onAttempt: note } }));
  manual.answer(0, response(200, {}, 'one'));
  await flushImmediate();
  expect(manual.requests[0]).toMatchObject({ operation: 'POST users/token', callOptions: { onAttempt: note } });
  expect(manual.requests[1]).toMatchObject({ operation: 'GET /things', headers: { authorization: 'one' } });
});

test('a ticket within ten seconds of its end is renewed first', async () => {
  const { exchange, logins, shown, clock } = createFixture(() => true);
  const first = exchange(request());
  logins[0]?.resolve({ token: 'one', expiresAt: 60_000 });
  await first;
  clock.now = 49_999;
  await exchange(request());
  clock.now = 50_000;
  const last = exchange(request());
  logins[1]?.resolve({ token: 'two', expiresAt: 120_000 });
  await last;
  expect(shown).toEqual(['one', 'one', 'two']);
});

test.each(['reads', 'replaces', 'acts'] as const)(
  'a complete 401 is repeated once with a new ticket for a call that %s',
  async (effect) => {
    const { exchange, logins, shown } = createFixture((token) => token === 'two');
    const call = exchange(request({ effect }));
    logins[0]?.resolve({ token: 'one' });
    await flushImmediate();
    logins[1]?.resolve({ token: 'two' });
    expect(await call).toMatchObject({ status: 200 });
    expect(shown).toEqual(['one', 'two']);
  },
);

test('a second 401 is the answer, and does not start a storm of log-ins', async () => {
  const { exchange, logins, clock } = createFixture(() => false);
  const call = exchange(request());
  logins[0]?.resolve({ token: 'one' });
  await flushImmediate();
  logins[1]?.resolve({ token: 'two' });
  expect(await call).toMatchObject({ status: 401 });
  expect(await exchange(request())).toMatchObject({ status: 401 });
  expect(logins).toHaveLength(2);
  clock.now = 30_000;
  void exchange(request());
  await flushImmediate();
  expect(logins).toHaveLength(3);
});

test('U15 a late 401 for an old ticket does not throw the new one away', async () => {
  const manual = createManualExchange();
  let logins = 0;
  const exchange = renewOnUnauthorized({
    upstream: 'pbx',
    login: async () => ({ token: `ticket ${(logins += 1)}` }),
    addToken: sign,
  })(manual.exchange);
  const early = exchange(request({ path: '/early' }));
  const latter = exchange(request({ path: '/late' }));
  await flushImmediate();
  manual.answer(0, response(401));
  await flushImmediate();
  manual.answer(2, response(200));
  await early;
  manual.answer(1, response(401));
  await flushImmediate();
  manual.answer(3, response(200));
  expect(await latter).toMatchObject({ status: 200 });
  expect(logins).toBe(2);
  expect(manual.requests.map(({ headers }) => headers['authorization'])).toEqual([
    'ticket 1',
    'ticket 1',
    'ticket 2',
    'ticket 2',
  ]);
});

test.each(['rejected', 'not-found', 'auth'] as const)(
  'U16 T14 a log-in that is %s denies all who wait, and is believed for 30 s',
  async (kind) => {
    const { exchange, logins, shown, clock } = createFixture(() => true);
    const waiting = [exchange(request()), exchange(request({ effect: 'acts' }))].map(failureOf);
    logins[0]?.reject(new ProviderFailure('pbx', kind, 'wrong password', { status: 400, sent: 'yes' }));
    for (const failure of await Promise.all(waiting)) {
      expect(failure).toMatchObject({
        kind: 'auth',
        sent: 'no',
        status: 400,
        message: 'log-in failed: wrong password',
      });
    }
    clock.now = 29_999;
    expect(await failureOf(exchange(request()))).toMatchObject({ kind: 'auth' });
    expect(logins).toHaveLength(1);
    clock.now = 30_000;
    void exchange(request());
    expect(logins).toHaveLength(2);
    expect(shown).toEqual([]);
  },
);

test('a log-in that found nobody there is tried again by the next request, and proves that nothing was sent', async () => {
  const { exchange, logins } = createFixture(() => true);
  const first = failureOf(exchange(request({ effect: 'acts' })));
  logins[0]?.reject(new ProviderFailure('pbx', 'unavailable', 'the connection broke', { sent: 'unknown' }));
  expect(await first).toMatchObject({ kind: 'unavailable', sent: 'no' });
  const second = exchange(request());
  logins[1]?.resolve({ token: 'one' });
  expect(await second).toMatchObject({ status: 200 });
});

test('one who leaves does not take the log-in of the others with him', async () => {
  const { exchange, logins } = createFixture(() => true);
  const leaving = new AbortController();
  const first = failureOf(exchange(request({ callOptions: { signal: leaving.signal } })));
  const second = exchange(request());
  const reason = new Error('left');
  leaving.abort(reason);
  expect(await first).toBe(reason);
  expect(logins[0]?.signal?.aborted).toBe(false);
  logins[0]?.resolve({ token: 'one' });
  expect(await second).toMatchObject({ status: 200 });
});

test('when all have left, the log-in is aborted', async () => {
  const { exchange, logins } = createFixture(() => true);
  const leaving = new AbortController();
  const call = failureOf(exchange(request({ callOptions: { signal: leaving.signal } })));
  leaving.abort(new Error('left'));
  await call;
  expect(logins[0]?.signal?.aborted).toBe(true);
});

test('fixed credentials sign every request', async () => {
  const manual = createManualExchange();
  const exchange = withAuthorization((each) => sign(each, 'Basic YQ=='))(manual.exchange);
  void exchange(request());
  await flushImmediate();
  expect(manual.requests[0]?.headers).toEqual({ authorization: 'Basic YQ==' });
});

test('U15 two hundred calls whose token has expired log in once, and each is repeated once', async () => {
  const { exchange, logins, shown } = createFixture((token) => token === 'two');
  const calls = Array.from({ length: 200 }, (_, call) => exchange(request({ effect: call % 2 ? 'acts' : 'reads' })));
  await flushImmediate();
  logins[0]?.resolve({ token: 'one' });
  await flushImmediate();
  logins[1]?.resolve({ token: 'two' });
  expect((await Promise.all(calls)).every(({ status }) => status === 200)).toBe(true);
  expect(logins).toHaveLength(2);
  expect(shown.filter((token) => token === 'one')).toHaveLength(200);
  expect(shown.filter((token) => token === 'two')).toHaveLength(200);
});
