import { createServer } from 'node:http';

import { afterEach, expect, test } from 'vitest';

import { withAuthorization } from '../../src/transport/access-token.js';
import { createConnect } from '../../src/transport/stack.js';
import { request } from './scripted-exchange.js';
import { closeAll, closing, listen } from './sockets.js';

afterEach(closeAll);

test.each([
  ['the try of a read', 'reads', { timeoutMs: 5000, retry: { tryTimeoutMs: 200 } }],
  ['a call', 'acts', { timeoutMs: 200 }],
] as const)(
  'an answer that came while this process stood still is heard before %s is given up',
  async (_, effect, times) => {
    let asked = 0;
    const port = await listen(
      createServer((_request, response) => {
        asked += 1;
        response.end('[]');
        // It is on its way now, and the time passes before anybody listens.
        for (const until = performance.now() + 400; performance.now() < until;);
      }),
    );
    const { exchange, close } = createConnect()({
      upstream: 'pbx',
      origin: `http://127.0.0.1:${port}`,
      concurrency: 1,
      authorize: withAuthorization((each) => each),
      ...times,
    });
    closing.push(close);
    expect(await exchange(request({ effect }))).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
  },
);
