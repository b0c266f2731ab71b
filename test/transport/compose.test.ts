import { expect, test } from 'vitest';

import { compose } from '../../src/transport/compose.js';
import type { Interceptor } from '../../src/transport/exchange.js';
import { request, response } from './scripted-exchange.js';

test('a request meets interceptors in reading order and its answer in the opposite one', async () => {
  const seen: string[] = [];
  const watch =
    (name: string): Interceptor =>
    (next) =>
    async (each) => {
      seen.push(`${name} in`);
      const answer = await next(each);
      seen.push(`${name} out`);
      return answer;
    };
  await compose(watch('first'), watch('second'))(async () => response())(request());
  expect(seen).toEqual(['first in', 'second in', 'second out', 'first out']);
});
