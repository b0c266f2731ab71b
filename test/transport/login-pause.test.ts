import { describe, expect, test } from 'vitest';

import { ProviderFailure } from '../../src/transport/failure.js';
import { createFixture, DEADLINE_MS } from './login-fixture.js';
import { failureOf, request } from './scripted-exchange.js';

describe('a log-in that fails on the side of the server', () => {
  const SERVER_FAULTS = [
    ['500', new ProviderFailure('pbx', 'unavailable', 'status 500', { status: 500, sent: 'yes' })],
    ['HTML', new ProviderFailure('pbx', 'protocol', 'answered with HTML', { status: 200, sent: 'yes' })],
    ['no token', new ProviderFailure('pbx', 'protocol', 'answered without a token', { status: 200, sent: 'yes' })],
  ] as const;

  test.each(SERVER_FAULTS)(
    'U16 with %s is not sent with each call: after a second, two, four',
    async (_name, fault) => {
      const { exchange, logins, clock } = createFixture(() => true);
      const startedAt: number[] = [];
      for (; clock.now <= 8000; clock.now += 100) {
        const before = logins.length;
        const calls = [exchange(request({ effect: 'acts' })), exchange(request({ effect: 'acts' }))].map(failureOf);
        if (logins.length > before) startedAt.push(clock.now);
        logins[before]?.reject(fault);
        for (const failure of await Promise.all(calls)) {
          expect(failure).toMatchObject({ kind: fault.kind, sent: 'no', status: fault.status });
          expect((failure as ProviderFailure).retryAfterMs).toBeGreaterThan(0);
        }
      }
      expect(startedAt).toEqual([0, 1000, 3000, 7000]);
    },
  );

  test('U16 is tried again one deadline after it was healed at the latest, even if it hung', async () => {
    const { exchange, logins, clock } = createFixture(() => true);
    for (let failed = 0; failed < 8; failed += 1) {
      const call = failureOf(exchange(request({ effect: 'acts' })));
      logins[failed]?.reject(new ProviderFailure('pbx', 'unavailable', 'status 500', { status: 500 }));
      await call;
      clock.now += DEADLINE_MS;
    }
    const hung = failureOf(exchange(request({ effect: 'acts' })));
    clock.now += DEADLINE_MS;
    logins[8]?.reject(new ProviderFailure('pbx', 'timeout', 'no answer'));
    expect(await hung).toMatchObject({ kind: 'timeout', sent: 'no' });
    const call = exchange(request());
    logins[9]?.resolve({ token: 'one' });
    expect(await call).toMatchObject({ status: 200 });
  });

  test('U16 keeps the pause that it asks for in full', async () => {
    const { exchange, logins, clock } = createFixture(() => true);
    const first = failureOf(exchange(request()));
    logins[0]?.reject(new ProviderFailure('pbx', 'rate-limited', 'status 429', { status: 429, retryAfterMs: 60_000 }));
    expect(await first).toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
    clock.now = 59_999;
    expect(await failureOf(exchange(request()))).toMatchObject({ kind: 'rate-limited', retryAfterMs: 1 });
    expect(logins).toHaveLength(1);
    clock.now = 60_000;
    void exchange(request());
    expect(logins).toHaveLength(2);
  });

  test('U24 a clock set back by an hour does not prolong its pause', async () => {
    const { exchange, logins, clock } = createFixture(() => true);
    clock.now = 7_200_000;
    const first = failureOf(exchange(request()));
    logins[0]?.reject(new ProviderFailure('pbx', 'auth', 'wrong password', { status: 401 }));
    await first;
    clock.now = 3_600_000;
    void exchange(request());
    expect(logins).toHaveLength(2);
  });
});
