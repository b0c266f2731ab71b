import { CancelToken } from '../../src/transport/cancel-token.js';
import { expect, test } from 'vitest';

import type { Attempt, Exchange } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createConnect, type UpstreamConnection, type UpstreamRoute } from '../../src/transport/stack.js';
import { renewOnUnauthorized, withAuthorization } from '../../src/transport/access-token.js';
import { failureOf, request, response, flushImmediate } from './scripted-exchange.js';

const plain = withAuthorization((each) => each);

/** A connection whose wire is this function, in a world without pauses. */
function connect(send: Exchange, change: Partial<UpstreamRoute> = {}): UpstreamConnection {
  const open = createConnect({
    openPool: () => ({ send, close: async () => undefined }),
    sleep: async () => undefined,
    random: () => 0,
  });
  return open({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: 60_000,
    concurrency: 1,
    authorize: plain,
    ...change,
  });
}

test('one request shows the order: shared, then tried again, then signed anew, then told', async () => {
  const seen: string[] = [];
  const steps: string[] = [];
  const statuses = [503, 401, 200];
  let tickets = 0;
  const authorize = renewOnUnauthorized({
    upstream: 'pbx',
    login: async (send) => {
      await send(request({ operation: 'log-in', effect: 'acts', callOptions: { onAttempt: note } }));
      tickets += 1;
      return { token: `ticket ${tickets}` };
    },
    addToken: (each, token) => ({ ...each, headers: { token } }),
  });
  function note({ operation, status, attempt, cache }: Attempt): void {
    steps.push(`${operation} ${String(status)} ${cache} ${attempt}`);
  }
  const { exchange } = connect(
    async ({ operation, headers, callOptions, deadlineAt, onSent }) => {
      seen.push(`${operation} ${headers['token'] ?? '-'}`);
      if (operation === 'log-in') return response();
      // The deadline stands above all of them: it gave the call its signal and its end.
      expect(callOptions.signal).toBeInstanceOf(CancelToken);
      expect(deadlineAt).toBeTypeOf('number');
      expect(onSent).toBeTypeOf('function');
      return response(statuses.shift());
    },
    { authorize },
  );

  // Two askers, one place: they could not both be answered if sharing came below the slots.
  const answers = await Promise.all([
    exchange(request({ callOptions: { onAttempt: note } })),
    exchange(request({ callOptions: { onAttempt: note } })),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(seen).toEqual([
    'log-in -',
    'GET /things ticket 1', // 503: retry stands above authorize, so the next try keeps its ticket
    'GET /things ticket 1', // 401: authorize renews it below retry, at no cost of a try
    'log-in -',
    'GET /things ticket 2',
  ]);
  // Trace stands at the wire: it tells log-ins and repeats, and the second asker only that he shared.
  expect(steps).toEqual([
    'log-in 200 miss 1',
    'GET /things 503 miss 1',
    'GET /things 401 miss 2',
    'log-in 200 miss 1',
    'GET /things 200 miss 3',
    'GET /things 200 shared 1',
  ]);
});

test('a pause between two tries holds no place', async () => {
  let wake = (): void => undefined;
  const order: string[] = [];
  const open = createConnect({
    openPool: () => ({
      send: async ({ path }) => {
        order.push(path);
        return response(path === '/busy' && order.length === 1 ? 503 : 200);
      },
      close: async () => undefined,
    }),
    sleep: () => new Promise((resolve) => (wake = resolve)),
    random: () => 0,
  });
  const { exchange } = open({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: 60_000,
    concurrency: 1,
    authorize: plain,
  });
  const busy = exchange(request({ path: '/busy' }));
  await flushImmediate();
  await exchange(request({ path: '/other' }));
  wake();
  expect(await busy).toMatchObject({ status: 200 });
  expect(order).toEqual(['/busy', '/other', '/busy']);
});

test('a call that waits for a place until its deadline is late, and it is certain that nothing was sent', async () => {
  const { exchange } = connect(
    (each) => {
      each.onSent?.();
      return new Promise(() => undefined);
    },
    { timeoutMs: 5 },
  );
  const first = failureOf(exchange(request({ path: '/1', effect: 'acts' })));
  const second = failureOf(exchange(request({ path: '/2', effect: 'acts' })));
  expect(await first).toMatchObject({ kind: 'timeout', sent: 'unknown' });
  expect(await second).toMatchObject({ kind: 'timeout', sent: 'no' });
});

test('each who shares an answer has his own deadline and leaves alone', async () => {
  let answer = (): void => undefined;
  const { exchange } = connect(
    () =>
      new Promise(
        (resolve) =>
          (answer = () => {
            resolve(response());
          }),
      ),
  );
  const leaving = new AbortController();
  const first = failureOf(exchange(request({ callOptions: { signal: leaving.signal } })));
  const second = exchange(request());
  await flushImmediate();
  leaving.abort(new Error('left'));
  expect(await first).toHaveProperty('message', 'left');
  answer();
  expect(await second).toMatchObject({ status: 200 });
});

test('a call that acts is sent once to a provider that is down', async () => {
  let sent = 0;
  const { exchange } = connect(async () => {
    sent += 1;
    throw new ProviderFailure('pbx', 'unavailable', 'the connection broke');
  });
  await failureOf(exchange(request({ effect: 'acts', method: 'GET' })));
  expect(sent).toBe(1);
  await failureOf(exchange(request()));
  expect(sent).toBe(4);
});

test('a connection tells no secret of its route', async () => {
  const steps: string[] = [];
  const connection = connect(async () => response(), { secrets: ['hunter two'] });
  const callOptions = { onAttempt: ({ path }: Attempt): void => void steps.push(path) };
  await connection.exchange(request({ path: '/as/hunter%20two', callOptions }));
  await connection.close();
  expect(steps).toEqual(['/as/***']);
});

test('U16 a log-in that hangs is late for a transfer too, and does not lock out the calls that come after', async () => {
  let logIns = 0;
  const authorize = renewOnUnauthorized({
    upstream: 'pbx',
    login: async (send) => {
      logIns += 1;
      await send(request({ operation: 'log-in', effect: 'acts' }));
      return { token: 'ticket' };
    },
    addToken: (each) => each,
  });
  const { exchange, streamExchange } = connect(
    ({ operation }) =>
      operation === 'log-in' && logIns === 1 ? new Promise(() => undefined) : Promise.resolve(response()),
    { authorize, concurrency: 2, timeoutMs: 20 },
  );
  const file = failureOf(streamExchange(request({ stream: { idleTimeoutMs: 60_000 } })));
  await flushImmediate();
  expect(await failureOf(exchange(request()))).toMatchObject({ kind: 'timeout' });
  expect(await file).toMatchObject({ kind: 'timeout', sent: 'no' });
  expect(await exchange(request())).toMatchObject({ status: 200 });
});

test('files on their way take no place from calls', async () => {
  const { exchange, streamExchange } = connect(
    ({ stream }) => (stream ? new Promise(() => undefined) : Promise.resolve(response())),
    {
      timeoutMs: 20,
    },
  );
  for (let file = 0; file < 20; file += 1) void streamExchange(request({ stream: { idleTimeoutMs: 60_000 } }));
  expect(await exchange(request())).toMatchObject({ status: 200 });
});

test('a read that began before a file was stored is not joined after it', async () => {
  const answers: Array<() => void> = [];
  const { exchange, streamExchange } = connect(
    ({ stream }) =>
      stream
        ? Promise.resolve(response())
        : new Promise((resolve) => {
            answers.push(() => {
              resolve(response());
            });
          }),
    { concurrency: 2 },
  );
  const before = exchange(request());
  await flushImmediate();
  await streamExchange(request({ method: 'PUT', effect: 'replaces', stream: { idleTimeoutMs: 60_000 } }));
  const after = exchange(request());
  await flushImmediate();
  expect(answers).toHaveLength(2);
  for (const answer of answers) answer();
  await Promise.all([before, after]);
});
